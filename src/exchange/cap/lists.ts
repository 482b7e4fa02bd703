/** The lists that CAP keeps in one text: addresses and incidents by spaces (quoted where one has spaces), references. */
import type { Reference } from './message.js';

/** Parts of a list by white space; a part in double quotes may hold spaces (CAP 1.2, clause 3.2.1). */
export function partsOf(list: string): string[] {
  return [...list.matchAll(/"([^"]*)"|(\S+)/g)]
    .map(([, quoted, bare]) => quoted ?? bare ?? '')
    .filter((part) => part !== '');
}

/** The list of these parts, as {@link partsOf} reads it. Throws where a part holds a double quote, which no list can. */
export function listOf(parts: readonly string[]): string {
  return parts
    .map((part) => {
      if (part.includes('"')) throw new Error(`“${part}” holds a double quote, which a list of CAP cannot carry`);
      return /\s/.test(part) ? `"${part}"` : part;
    })
    .join(' ');
}

/** `sender,identifier,sent` of each reference; one that is not of that form is given back in `malformed`. */
export function referencesOf(list: string): { references: Reference[]; malformed: string[] } {
  const [references, malformed]: [Reference[], string[]] = [[], []];
  for (const part of list.split(/\s+/).filter((word) => word !== '')) {
    const [sender, identifier, sent, ...rest] = part.split(',');
    if (sender && identifier && sent && rest.length === 0) references.push({ sender, identifier, sent });
    else malformed.push(part);
  }
  return { references, malformed };
}

/** The references as one text, as {@link referencesOf} reads it. */
export const referenceList = (references: readonly Reference[]): string =>
  references.map(({ sender, identifier, sent }) => `${sender},${identifier},${sent}`).join(' ');
