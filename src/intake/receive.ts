/** One report as it comes in: its bytes, their hash, and the exact text to be read with what is known of it. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Report, ReportMeta } from '../reading/schema.js';
import { decode } from './decode.js';
import { IntakeError } from './error.js';
import { readHtml } from './html.js';
import { languageOf } from './language.js';
import { readMetaOf } from './meta.js';

/** The largest report taken in, in bytes. */
export const MAX_BYTES = 10 * 1024 * 1024;

export type MediaType = 'text/plain' | 'text/markdown' | 'text/html';

/** A report as received; without `bytes` and `mediaType` it is what the reader takes. */
export interface ReceivedReport extends Report {
  /** As received, before any decoding; `id` is their SHA-256. */
  bytes: Uint8Array;
  mediaType: MediaType;
}

export interface Received {
  /** The file's name as given, if it came from a file. */
  file?: string | null;
  /** As declared by the sender (parameters are ignored); without it, the file's name or the text decides. */
  mediaType?: string | null;
  /** Goes before what the page says of itself. */
  meta?: ReportMeta;
}

/**
 * Takes in one report. Plain text and Markdown are read exactly as they stand (line ends included, a byte order mark
 * dropped), a page as the text of its article.
 * @throws IntakeError
 */
export function fromBytes(
  bytes: Uint8Array,
  { file = null, mediaType = null, meta = {} }: Received = {},
): ReceivedReport {
  if (bytes.length === 0) throw new IntakeError(file, 'is empty; there is nothing to read.');
  if (bytes.length > MAX_BYTES) throw tooLarge(file, bytes.length);
  const html = kindOf(file, mediaType, bytes) === 'text/html';
  const decoded = decode(bytes, file, html ? declaredCharset(bytes) : null);
  const page = html
    ? readHtml(decoded, file)
    : { text: decoded, title: null, published: null, publisher: null, url: null };
  if (!/\S/.test(page.text))
    throw new IntakeError(file, html ? 'the page holds no text.' : 'holds only white space; there is nothing to read.');
  return {
    id: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    file,
    title: meta.title ?? page.title,
    published: meta.published ?? page.published,
    publisher: meta.publisher ?? page.publisher,
    url: meta.url ?? page.url,
    language: languageOf(page.text),
    text: page.text,
    bytes,
    mediaType: kindOf(file, mediaType, bytes),
  };
}

/**
 * Takes in one file with what `NAME.meta.json` beside it says; `flags` go before both.
 * @throws IntakeError also where the file is missing, no file, too large or may not be read.
 */
export async function readReportFile(path: string, flags: ReportMeta = {}): Promise<ReceivedReport> {
  let bytes: Buffer;
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new IntakeError(path, 'is a folder; name a file in it.');
    if (!found.isFile())
      throw new IntakeError(path, 'is a device or a pipe, not a file; send its content to standard input.');
    if (found.size > MAX_BYTES) throw tooLarge(path, found.size);
    bytes = await readFile(path);
  } catch (error) {
    throw error instanceof IntakeError ? error : unreadable(path, error);
  }
  const beside = await readMetaOf(path);
  return fromBytes(bytes, { file: path, meta: { ...beside, ...withoutGaps(flags) } });
}

const EXTENSIONS: Record<string, MediaType> = {
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
};

function kindOf(file: string | null, declared: string | null, bytes: Uint8Array): MediaType {
  const essence = declared?.split(';')[0]?.trim().toLowerCase();
  if (essence === 'text/html' || essence === 'application/xhtml+xml') return 'text/html';
  if (essence === 'text/markdown' || essence === 'text/plain') return essence;
  if (file !== null) return EXTENSIONS[/\.([^.]*)$/.exec(basename(file))?.[1]?.toLowerCase() ?? ''] ?? 'text/plain';
  return /^\s*(<!doctype html|<html[\s>])/i.test(head(bytes)) ? 'text/html' : 'text/plain';
}

/** A page's own word for its character set, which stands in its first kilobyte (HTML standard, 13.2.3.2). */
function declaredCharset(bytes: Uint8Array): string | null {
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head(bytes))?.[1] ?? null;
}

const head = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).toString('latin1').replace(/^ï»¿/, '');

const withoutGaps = (meta: ReportMeta): ReportMeta =>
  Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== null && value !== undefined));

const tooLarge = (file: string | null, size: number) =>
  new IntakeError(
    file,
    `${(size / 2 ** 20).toFixed(1)} MB is more than the ${MAX_BYTES / 2 ** 20} MB that one report may have; split it, one file a report.`,
  );

/** What the system's refusals mean to the person who named the file. */
const REFUSALS: Record<string, string> = {
  ENOENT: 'no such file; check its name (a link may point to a file that is gone).',
  EACCES: 'may not be read; check its permissions.',
  EPERM: 'may not be read; check its permissions.',
  ELOOP: 'is a link that leads back to itself; name the file itself.',
  ENOTDIR: 'no such file; a part of its path is not a folder.',
  ENAMETOOLONG: 'no such file; the name is too long.',
};

export function unreadable(path: string, cause: unknown): IntakeError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new IntakeError(path, REFUSALS[code] ?? `cannot be read (${code || String(cause)}).`, { cause });
}
