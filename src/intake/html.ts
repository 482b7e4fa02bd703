import { createRequire } from 'node:module';
import { isoDay } from './day.js';
import { IntakeError } from './error.js';
import { MAX_DEPTH, type PageScan, scanPage, TooDeep } from './html-scan.js';

const require = createRequire(import.meta.url);

/** Within these, Readability takes well under a second; a larger page is read as the plain text of its blocks. */
const MAX_ARTICLE_PIECES = 50_000;
const MAX_ARTICLE_DEPTH = 100;
/** An article shorter than this share of the page's text is taken for a mistake of Readability's. */
const LEAST_SHARE = 0.15;

export interface Page {
  text: string;
  title: string | null;
  /** Day of publication as the page writes it (ISO 8601). */
  published: string | null;
  publisher: string | null;
  url: string | null;
}

/**
 * What a reader sees of a page: the headline and the article's paragraphs, an empty line between them, without scripts,
 * navigation and the like; and what the page says of itself. No address in the page is ever followed.
 * @throws IntakeError where the page nests elements deeper than pages for people do.
 */
export function readHtml(html: string, file: string | null): Page {
  let scan: PageScan;
  try {
    scan = scanPage(html);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    throw new IntakeError(file, `the page nests elements more than ${MAX_DEPTH} deep; save it as plain text first.`);
  }
  const said = (...names: string[]) => names.map((name) => scan.said.get(name)).find((value) => value) ?? null;
  const headline = said('ld:headline', 'og:title', 'twitter:title', 'h1');
  const body = articleText(html, scan) ?? scan.text;
  return {
    text: headline && body && !body.slice(0, 1000).includes(headline) ? `${headline}\n\n${body}` : body,
    title: headline ?? said('title'),
    published: isoDay(
      said('article:published_time', 'ld:datepublished', 'datepublished', 'og:published_time') ??
        said('dcterms.issued', 'dcterms.created', 'dcterms.date', 'dc.date.issued', 'dc.date') ??
        said(
          'citation_publication_date',
          'parsely-pub-date',
          'sailthru.date',
          'pubdate',
          'publishdate',
          'date',
          'time',
        ),
    ),
    publisher: said('og:site_name', 'ld:publisher', 'dcterms.publisher', 'dc.publisher', 'application-name'),
    url: webAddress(said('canonical', 'og:url', 'ld:url')),
  };
}

/** The paragraphs of the page's article; null where there is none, or where the page is not one for Readability. */
function articleText(html: string, { pieces, depth, text }: PageScan): string | null {
  if (pieces > MAX_ARTICLE_PIECES || depth > MAX_ARTICLE_DEPTH) return null;
  // Both take a third of a second to load, so only once a page comes.
  const { parseHTML } = require('linkedom') as typeof import('linkedom');
  const { Readability } = require('@mozilla/readability') as typeof import('@mozilla/readability');
  let article: string | null | undefined;
  try {
    const { document } = parseHTML(html);
    article = new Readability(document, { charThreshold: 200 }).parse()?.content;
  } catch {
    return null; // a page that breaks either library still has its blocks' text
  }
  if (!article) return null;
  const found = scanPage(article).text;
  return found.length < text.length * LEAST_SHARE ? null : found;
}

/** An address that may be shown as a link: http or https; null of anything else. */
export function webAddress(address: string | null): string | null {
  return address && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? address : null;
}
