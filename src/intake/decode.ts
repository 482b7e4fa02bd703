import { IntakeError } from './error.js';

/** What other formats begin with: [signature in Latin-1, what it is, what to do]. */
const SIGNATURES: [string, string, string][] = [
  ['%PDF-', 'a PDF', 'extract its text first (pdftotext FILE.pdf FILE.txt)'],
  ['PK\x03\x04', 'a ZIP archive or an office document', 'save it as plain text or HTML first'],
  ['\xd0\xcf\x11\xe0', 'an old office document', 'save it as plain text or HTML first'],
  ['{\\rtf', 'a rich text document', 'save it as plain text first'],
  ['\x1f\x8b', 'a gzip archive', 'unpack it first'],
  ['\x89PNG', 'a picture', 'type out what it says'],
  ['\xff\xd8\xff', 'a picture', 'type out what it says'],
  ['GIF8', 'a picture', 'type out what it says'],
];

/**
 * The characters of a report: UTF-8, or UTF-16 with a byte order mark, or the character set that `declared` names
 * (a page's own), which counts only where the bytes are not UTF-8. A byte order mark is dropped; nothing else changes.
 * @throws IntakeError where the bytes are not text, or not in a character set that is known.
 */
export function decode(bytes: Uint8Array, file: string | null, declared: string | null = null): string {
  const head = latin1(bytes.subarray(0, 8));
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature));
  if (known) throw new IntakeError(file, `this is ${known[1]}, not text; ${known[2]}.`);

  const text = head.startsWith('\xff\xfe')
    ? strict('utf-16le', bytes)
    : head.startsWith('\xfe\xff')
      ? strict('utf-16be', bytes)
      : (strict('utf-8', bytes) ?? (declared === null ? null : strict(declared, bytes)));
  if (text === null && !isNoise(latin1(bytes.subarray(0, 4096))))
    throw new IntakeError(
      file,
      `not UTF-8 text; convert it first, with its own character set in place of WINDOWS-1252: iconv -f WINDOWS-1252 -t UTF-8 ${file ?? 'FILE'} > NEW`,
    );
  if (text === null || isNoise(text))
    throw new IntakeError(file, 'binary data, not text; give the report as plain text, Markdown or HTML.');
  return text;
}

function strict(charset: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null; // not valid in this character set, or no such character set
  }
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** NUL never stands in text; of other control characters (but tab, line and page ends, and escape) there are few. */
function isNoise(text: string): boolean {
  if (text.includes('\0')) return true;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is counted
  const controls = text.slice(0, 4096).match(/[\x01-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return controls > Math.min(text.length, 4096) / 50;
}
