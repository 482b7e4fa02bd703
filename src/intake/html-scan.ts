/**
 * One pass over a page without building a tree: what its head says of it, and the text of its blocks. It copes with
 * any input in time linear in its length, so it also guards the tree builder against pages made to break it.
 */
import { Parser } from 'htmlparser2';

/** Deeper than any page for people (browsers themselves stop at 512). */
export const MAX_DEPTH = 512;

export interface PageScan {
  /** The page's own words of itself by the name they go under: `og:title`, `ld:datePublished`, `title`, `time`… first one wins. */
  said: Map<string, string>;
  /** Text of the blocks, an empty line between them; without scripts, styles, navigation and forms. */
  text: string;
  /** Elements and pieces of text (each entity is one): what a tree of the page would hold. */
  pieces: number;
  depth: number;
}

export class TooDeep extends Error {}

const words = (list: string) => new Set(list.split(' '));
const SKIPPED = words(
  'script style noscript template nav footer aside form button select svg math iframe object canvas audio video head',
);
const BLOCKS = words(
  'address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html li main ol p pre section summary table tbody tfoot thead ul',
);
/** Elements whose own text is a fact about the page. */
const TOLD_BY_TEXT = words('title h1');

/** @throws TooDeep where elements nest deeper than MAX_DEPTH. */
export function scanPage(html: string): PageScan {
  const said = new Map<string, string>();
  const tell = (name: string | undefined, value: string | undefined) => {
    const clean = value?.slice(0, 2000).replace(/\s+/g, ' ').trim();
    if (name && clean && said.size < 500 && !said.has(name.toLowerCase())) said.set(name.toLowerCase(), clean);
  };
  const blocks: string[] = [];
  let block: string[] = [];
  const endBlock = () => {
    const text = tidy(block.join(''));
    if (text) blocks.push(text);
    block = [];
  };
  let depth = 0;
  let pieces = 0;
  let deepest = 0;
  /** Depth of the element whose content is skipped, or 0. */
  let skipFrom = 0;
  /** The element whose text is being gathered for `said`, and its depth. */
  let heard: { name: string; depth: number; text: string[] } | null = null;

  const parser = new Parser({
    onopentag(name, attributes) {
      depth++;
      pieces++;
      deepest = Math.max(deepest, depth);
      if (depth > MAX_DEPTH) throw new TooDeep();
      if (name === 'meta') tell(attributes.property ?? attributes.name ?? attributes.itemprop, attributes.content);
      if (name === 'link') tell(attributes.rel, attributes.href);
      if (name === 'time') tell('time', attributes.datetime);
      if (name === 'html') tell('lang', attributes.lang);
      if (attributes.itemprop === 'datePublished') tell('datePublished', attributes.datetime ?? attributes.content);
      const isData = name === 'script' && attributes.type === 'application/ld+json';
      if (!heard && (TOLD_BY_TEXT.has(name) || isData)) heard = { name: isData ? 'ld' : name, depth, text: [] };
      if (!skipFrom && (SKIPPED.has(name) || isHidden(attributes))) skipFrom = depth;
      if (BLOCKS.has(name)) endBlock();
      else if (name === 'br' || name === 'tr') block.push('\n');
      else if (name === 'td' || name === 'th') block.push('\t');
    },
    ontext(text) {
      pieces++;
      heard?.text.push(text);
      if (!skipFrom) block.push(text.replace(/\s+/g, ' '));
    },
    onclosetag(name) {
      if (heard?.depth === depth) {
        if (heard.name === 'ld') for (const [key, value] of linkedData(heard.text.join(''))) tell(`ld:${key}`, value);
        else tell(heard.name, heard.text.join(''));
        heard = null;
      }
      if (skipFrom === depth) skipFrom = 0;
      if (BLOCKS.has(name)) endBlock();
      depth--;
    },
  });
  parser.end(html);
  endBlock();
  return { said, text: blocks.join('\n\n'), pieces, depth: deepest };
}

/** Spaces run together; soft hyphens, zero-width marks and what no database stores (NUL, halves of pairs) go. */
function tidy(text: string): string {
  return text
    .replace(/[\0\u00ad\u200b\u2060\ufeff]|\p{Surrogate}/gu, '')
    .split('\n')
    .map((line) =>
      line
        .replace(/ +/g, ' ')
        .replace(/ ?\t ?/g, '\t')
        .trim(),
    )
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

const isHidden = (attributes: Record<string, string>) =>
  'hidden' in attributes || /display:\s*none/.test(attributes.style?.slice(0, 500) ?? '');

/** Headline, day, publisher and address out of a page's JSON-LD (schema.org), where it describes an article or a page. */
function linkedData(json: string): [string, string | undefined][] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return []; // many pages carry broken JSON-LD; the rest of the page speaks for it
  }
  const graph = isRecord(parsed) && Array.isArray(parsed['@graph']) ? parsed['@graph'] : parsed;
  for (const node of Array.isArray(graph) ? graph : [graph]) {
    if (!isRecord(node) || !/Article|Posting|Report|WebPage/.test(String(node['@type']))) continue;
    const publisher = Array.isArray(node.publisher) ? node.publisher[0] : node.publisher;
    return [
      ['headline', string(node.headline)],
      ['datePublished', string(node.datePublished)],
      ['publisher', isRecord(publisher) ? string(publisher.name) : string(publisher)],
      ['url', string(node.url)],
    ];
  }
  return [];
}

const string = (value: unknown) => (typeof value === 'string' ? value : undefined);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
