/**
 * The file layout of the MUC-3 and MUC-4 texts (NOSC 1991): upper-case wire copy, each message after a line with its
 * identifier, with a dateline such as "BOGOTA, 9 JAN 90 (EFE) -- [TEXT]" before its body.
 */

export interface Message {
  /** As the first line has it, "DEV-MUC3-0001". */
  id: string;
  /** Everything after the identifier; offsets count its UTF-16 code units. */
  text: string;
  /** Place of the dateline, upper case; null where it gives none. */
  place: string | null;
  /** ISO 8601 day of the dateline; null for "NO DATE" or where there is no dateline. */
  date: string | null;
  /** Offset of the body, after the dateline and the marks such as [TEXT]. */
  body: number;
}

const ID = /^((?:DEV|TST\d+)-MUC\d+-\d{4})\b.*$/gm;
const DATELINE =
  /^\s*([A-Z][^,\d]*?)(?:\s*\(([A-Z .]+)\))?\s*,\s*(?:(\d{1,2})\s+([A-Z]{3})[A-Z]*(?:\s+(\d{2}))?|NO DATE)/;
const BODY = /\[(?:TEXT|SUMMARY|EXCERPTS?)\]/;
export const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** The messages of a file in its order. Throws an error where the text holds none. */
export function readMessages(file: string): Message[] {
  const heads = [...file.matchAll(ID)];
  if (heads.length === 0) throw new Error('no message: a message begins with a line such as "DEV-MUC3-0001 (NOSC)"');
  let year: string | null = null;
  return heads.map((head, i) => {
    const text = file.slice(head.index + head[0].length, heads[i + 1]?.index ?? file.length);
    const message = { id: head[1]!, text, ...dateline(text, year) };
    year = message.date?.slice(0, 4) ?? year;
    return message;
  });
}

/** `last` is the year of the message before, for datelines that leave it out. */
function dateline(text: string, last: string | null): Pick<Message, 'place' | 'date' | 'body'> {
  const end = text.indexOf('--');
  const opening = end < 0 ? '' : text.slice(0, Math.min(end, 400)).replace(/\s+/g, ' ');
  const match = DATELINE.exec(opening);
  const mark = BODY.exec(text.slice(0, 1500));
  const body = mark ? mark.index + mark[0].length : match && end >= 0 ? end + 2 : 0;
  if (!match) return { place: null, date: null, body };
  const [, city, , day, month, year] = match;
  const place = /^(?:CLANDESTINE|NO CITY)/.test(city!) ? (match[2] ?? null) : city!.trim();
  const index = MONTHS.indexOf(month ?? '');
  const full = year ? `19${year}` : last;
  if (!day || !full || index < 0) return { place, date: null, body };
  return { place, date: `${full}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`, body };
}
