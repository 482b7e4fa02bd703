import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { ReportMeta } from '../reading/schema.js';
import { IntakeError } from './error.js';

/** `NAME.meta.json` for `NAME.txt`, in the same folder. */
export function metaFileOf(file: string): string {
  return `${file.replace(/\.[^./\\]*$/, '')}.meta.json`;
}

/**
 * What stands beside a report's file about it; `{}` where nothing does.
 * @throws IntakeError where the meta file cannot be read, is not JSON or has a value of the wrong kind.
 */
export async function readMetaOf(file: string): Promise<ReportMeta> {
  const path = metaFileOf(file);
  let json: string;
  try {
    json = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw new IntakeError(path, 'cannot be read; check its permissions.', { cause: error });
  }
  return parseMeta(json, path);
}

/**
 * What a meta file says; `path` names it in errors.
 * @throws IntakeError where it is not JSON or has a value of the wrong kind.
 */
export function parseMeta(json: string, path: string): ReportMeta {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new IntakeError(path, 'is not JSON; mend it or remove it.', { cause: error });
  }
  const meta = ReportMeta.safeParse(value);
  if (meta.success) return meta.data;
  throw new IntakeError(path, `${explain(meta.error)}; give any of published (YYYY-MM-DD), publisher, title, url.`);
}

function explain(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; ');
}
