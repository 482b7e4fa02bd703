/**
 * A feed as it was fetched, cut into its items, each of them a report of its own: RSS 0.9x to 2.0 and RDF (GDACS among
 * them), Atom 1.0, JSON Feed 1.1, and the JSON of GOV.UK's content API. Text only: no address in it is followed.
 */
import { readFile, stat } from 'node:fs/promises';
import { DomUtils, Parser, parseDocument } from 'htmlparser2';
import { z } from 'zod';
import type { ReportMeta } from '../reading/schema.js';
import { isoDay } from './day.js';
import { decode } from './decode.js';
import { IntakeError } from './error.js';
import { webAddress } from './html.js';
import { MAX_DEPTH, scanPage, TooDeep } from './html-scan.js';
import { fromBytes, MAX_BYTES, type ReceivedReport } from './receive.js';

/** Items of one feed that are taken in, the first ones: those are the newest. */
export const MOST_ITEMS = 1000;

export interface Feed {
  title: string | null;
  items: FeedItem[];
}

export interface FeedItem extends Pick<ReportMeta, 'title' | 'published' | 'url'> {
  /** As the feed has it: words, or a page's markup. */
  body: string;
}

/**
 * @param name what errors call it: its address or file
 * @throws IntakeError where it is none of these
 */
export function readFeed(bytes: Uint8Array, name: string): Feed {
  const declared = /^<\?xml[^>]+encoding=["']([\w-]+)/.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));
  const text = decode(bytes, name, declared?.[1] ?? null).trim();
  const feed = text.startsWith('{') ? fromJson(text) : fromXml(text);
  if (feed === null)
    throw new IntakeError(name, 'is no feed that can be read (RSS, Atom, JSON Feed or GOV.UK content JSON).');
  return { ...feed, items: feed.items.slice(0, MOST_ITEMS) };
}

/**
 * An item as a report: its title and what it says, in plain words. The same words are the same report, however often
 * the feed brings them.
 * @param publisher who publishes the feed
 * @throws IntakeError where it says nothing
 */
export function reportOf(
  { title: headline, body, published, url }: FeedItem,
  publisher: string | null,
): ReceivedReport {
  const title = plainText(headline ?? '') || null;
  const said = plainText(body);
  const text = title && !said.startsWith(title) ? `${title}\n\n${said}` : said;
  return fromBytes(Buffer.from(text.trim()), { mediaType: 'text/plain', meta: { title, published, url, publisher } });
}

/** What a file is called that may hold a feed. */
const FEED_FILE = /\.(xml|rss|atom|json)$/i;

/**
 * The items of a feed that was saved to a file; null where the file is none.
 * @param meta what is known of all of them goes before what the feed says
 */
export async function readFeedFile(path: string, meta: ReportMeta): Promise<(ReceivedReport | IntakeError)[] | null> {
  if (!FEED_FILE.test(path)) return null;
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || found.size > MAX_BYTES) return null;
  const feed = tryFeed(await readFile(path), path);
  return feed?.items.map((item) => tryReport({ ...item, ...meta }, meta.publisher ?? feed.title)) ?? null;
}

function tryFeed(bytes: Uint8Array, path: string): Feed | null {
  try {
    return readFeed(bytes, path);
  } catch (error) {
    if (error instanceof IntakeError) return null;
    throw error;
  }
}

/** An item as a report, or why it cannot be one. */
export function tryReport(item: FeedItem, publisher: string | null): ReceivedReport | IntakeError {
  try {
    return reportOf(item, publisher);
  } catch (error) {
    if (error instanceof IntakeError) return error;
    throw error;
  }
}

function plainText(body: string): string {
  if (!/[<&]/.test(body)) return body.trim();
  try {
    return scanPage(body).text;
  } catch (error) {
    if (error instanceof TooDeep) return '';
    throw error;
  }
}

type Elements = ReturnType<typeof parseDocument>['children'];

/** The names of what an item tells, by kind of feed; the first that is there counts. */
const TOLD = {
  title: ['title'],
  body: ['content:encoded', 'content', 'description', 'summary', 'atom:summary'],
  published: ['pubDate', 'published', 'dc:date', 'updated'],
  url: ['link', 'guid', 'id'],
};

function fromXml(text: string): Feed | null {
  if (isTooDeep(text)) return null;
  const { children } = parseDocument(text, { xmlMode: true });
  const root = DomUtils.findOne((tag) => ['rss', 'rdf:RDF', 'feed'].includes(tag.name), children);
  if (!root) return null;
  const told = (within: Elements, names: readonly string[]): string | null => {
    for (const name of names)
      for (const tag of within) {
        if (!('attribs' in tag) || tag.name !== name) continue;
        // The text of Atom's `xhtml` is markup of its own; the alternate link is the item's page.
        const { rel = 'alternate', href, type } = tag.attribs;
        if (name === 'link' && rel !== 'alternate') continue;
        const value = href ?? (type === 'xhtml' ? DomUtils.getInnerHTML(tag) : DomUtils.textContent(tag));
        if (/\S/.test(value)) return value.trim();
      }
    return null;
  };
  const channel = DomUtils.findOne((tag) => tag.name === 'channel', root.children) ?? root;
  const items = DomUtils.findAll((tag) => ['item', 'entry'].includes(tag.name), root.children);
  return {
    title: told(channel.children, TOLD.title),
    items: items.map(({ children: own }) => ({
      title: told(own, TOLD.title),
      body: told(own, TOLD.body) ?? '',
      published: isoDay(told(own, TOLD.published)),
      url: webAddress(told(own, TOLD.url)),
    })),
  };
}

/** A tree of elements nested without end would be built without end. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: () => {
        depth += 1;
        if (depth > MAX_DEPTH) throw new TooDeep();
      },
      onclosetag: () => {
        depth -= 1;
      },
    },
    { xmlMode: true },
  );
  try {
    parser.end(text);
    return false;
  } catch (error) {
    if (error instanceof TooDeep) return true;
    throw error;
  }
}

const words = z.string().nullish();
/** https://www.jsonfeed.org/version/1.1/ */
const JsonFeed = z.object({
  version: z.string().startsWith('https://jsonfeed.org/version/'),
  title: words,
  items: z.array(
    z.object({
      url: words,
      title: words,
      content_html: words,
      content_text: words,
      summary: words,
      date_published: words,
    }),
  ),
});
/** https://docs.publishing.service.gov.uk/content-schemas/travel_advice.html */
const GovUk = z.object({
  base_path: z.string().startsWith('/'),
  title: z.string(),
  description: words,
  public_updated_at: words,
  withdrawn_notice: z.object({ withdrawn_at: z.string() }).partial().nullish(),
  details: z.object({
    change_description: words,
    summary: words,
    body: words,
    parts: z.array(z.object({ title: z.string(), body: z.string() })).default([]),
  }),
});

function fromJson(text: string): Feed | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const feed = JsonFeed.safeParse(value);
  if (feed.success) {
    const { title = null, items } = feed.data;
    return {
      title,
      items: items.map((item) => ({
        title: item.title ?? null,
        body: item.content_html ?? item.content_text ?? item.summary ?? '',
        published: isoDay(item.date_published ?? null),
        url: webAddress(item.url ?? null),
      })),
    };
  }
  const page = GovUk.safeParse(value);
  return page.success ? fromGovUk(page.data) : null;
}

/** One page of advice: what changed in it, then all of it. What was withdrawn is advice no more. */
function fromGovUk({ base_path, title, public_updated_at, withdrawn_notice, details }: z.infer<typeof GovUk>): Feed {
  const { change_description, summary, body, parts } = details;
  const said = [
    change_description && `<p>${change_description}</p>`,
    summary,
    body,
    ...parts.map((part) => `<h2>${part.title}</h2>${part.body}`),
  ];
  const item = {
    title,
    body: said.filter(Boolean).join('\n'),
    published: isoDay(public_updated_at ?? null),
    url: `https://www.gov.uk${base_path}`,
  };
  return { title: 'GOV.UK', items: withdrawn_notice?.withdrawn_at ? [] : [item] };
}
