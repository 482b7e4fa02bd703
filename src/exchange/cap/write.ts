/** Writing CAP 1.2: only what the schema and the rules beyond it allow leaves this room. */
import { type Element, elementsOf, NAMESPACE } from './elements.js';
import { listOf, referenceList } from './lists.js';
import type { CapMessage } from './message.js';
import { parseXml } from './parse-xml.js';
import { faultsOf } from './rules.js';
import { schemaFaults } from './schema.js';

/** A message that may not go out, with every reason. */
export class CapError extends Error {
  override readonly name = 'CapError';
  constructor(readonly reasons: readonly string[]) {
    super(`this CAP message may not go out: ${reasons.join('; ')}`);
  }
}

/**
 * The message as a CAP 1.2 document. Throws {@link CapError} where the schema or a grave rule stands against it, and
 * where a text holds a character that XML cannot carry.
 */
export function writeCap(message: Omit<CapMessage, 'version'>): string {
  const grave = faultsOf({ ...message, version: '1.2' }).filter((fault) => fault.grave);
  if (grave.length > 0) throw new CapError(grave.map(({ text }) => text));
  const { addresses, incidents, references, ...rest } = message;
  const lists = { addresses: listOf(addresses), incidents: listOf(incidents), references: referenceList(references) };
  const body = elements(elementsOf('1.2'), { ...rest, ...lists }, 1);
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<alert xmlns="${NAMESPACE['1.2']}">\n${body}</alert>`;
  using document = parseXml(Buffer.from(text));
  const faults = schemaFaults(document, '1.2');
  if (faults.length > 0) throw new CapError(faults);
  return text;
}

/** The elements of a table with what `values` holds under their names; what is `null`, missing or, where it need not be there, empty is left out. */
function elements(table: readonly Element[], values: object, depth: number): string {
  const held = values as Record<string, unknown>;
  return table
    .map((each) =>
      [held[each[0]]]
        .flat()
        .map((value) => element(each, value, depth))
        .join(''),
    )
    .join('');
}

function element([name, times, holds]: Element, value: unknown, depth: number): string {
  const indent = '  '.repeat(depth);
  if (value === null || value === undefined || (value === '' && times !== '1')) return '';
  if (typeof value !== 'object') return `${indent}<${name}>${xmlText(name, String(value))}</${name}>\n`;
  const table: readonly Element[] =
    typeof holds === 'object' && 'elements' in holds
      ? holds.elements
      : [
          ['valueName', '1', 'text'],
          ['value', '1', 'text'],
        ];
  return `${indent}<${name}>\n${elements(table, value, depth + 1)}${indent}</${name}>\n`;
}

/** Text for XML 1.0: only tab, line feed, carriage return and the characters from U+0020 on, no lone surrogates. */
function xmlText(name: string, text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids (XML 1.0, production 2)
  if (/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u.test(text))
    throw new CapError([`the ${name} holds a character that XML cannot carry`]);
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r\n', '\n');
}

/** A time as CAP writes it: whole seconds, UTC as "-00:00" (clause 3.3.2). */
export const capTime = (time: Date): string => `${time.toISOString().slice(0, 19)}-00:00`;
