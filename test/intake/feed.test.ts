import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IntakeError } from '../../src/intake/error.js';
import { readFeed, readFeedFile, reportOf } from '../../src/intake/feed.js';

const read = (text: string) => readFeed(Buffer.from(text), 'https://news.example/feed');

describe('a feed', () => {
  it('of RSS is cut into items with their day, page and plain words', () => {
    const { title, items } = read(`<?xml version="1.0"?><rss version="2.0"
      xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Valley Wire</title>
      <item><title>Bomb &amp; fire</title><link>https://valley.example/1</link><pubDate>Tue, 05 Mar 2024 10:00:00 +0000</pubDate>
        <description>short</description><content:encoded><![CDATA[<p>A bomb killed two.</p><script>alert(1)</script><p>No one claimed it.</p>]]></content:encoded></item>
      <item><title>Second</title><guid isPermaLink="false">urn:2</guid><description>&lt;b&gt;Calm&lt;/b&gt; since.</description></item>
      </channel></rss>`);
    expect(title).toBe('Valley Wire');
    const [first, second] = items.map((item) => reportOf(item, 'Valley Wire'));
    expect(first).toMatchObject({
      title: 'Bomb & fire',
      published: '2024-03-05',
      url: 'https://valley.example/1',
      publisher: 'Valley Wire',
      text: 'Bomb & fire\n\nA bomb killed two.\n\nNo one claimed it.',
    });
    expect(second).toMatchObject({ url: null, published: null, text: 'Second\n\nCalm since.' });
  });

  it('of Atom gives the page of an entry and what is in it, whichever way that is written', () => {
    const { items } = read(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Alerts</title>
      <entry><title type="html">One &amp;amp; two</title><link rel="self" href="https://a.example/api/1"/><link href="https://a.example/1"/>
        <updated>2024-03-08T23:30:00-05:00</updated><summary>Short.</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Avoid crowds.</p></div></content></entry></feed>`);
    expect(reportOf(items[0]!, 'Alerts')).toMatchObject({
      title: 'One & two',
      url: 'https://a.example/1',
      published: '2024-03-08',
      text: 'One & two\n\nAvoid crowds.',
    });
  });

  it('of JSON is read as JSON Feed', () => {
    const { items } = read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Desk',
        items: [{ id: '1', url: 'https://d.example/1', content_text: 'a < b', date_published: '2024-01-02T03:04:05Z' }],
      }),
    );
    expect(items).toEqual([{ title: null, body: 'a < b', published: '2024-01-02', url: 'https://d.example/1' }]);
  });

  it.each([
    ['a page', '<!doctype html><title>No feed</title>'],
    ['other JSON', '{"items": []}'],
    ['broken JSON', '{"version": '],
    ['nothing but elements in elements', '<rss>'.repeat(200_000)],
  ])('is not %s', (_, text) => {
    expect(() => read(text)).toThrow('https://news.example/feed: is no feed that can be read');
  });

  it('never expands an entity of its own, and follows no address', () => {
    const { items } = read(`<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyyy">]>
      <rss><channel><item><title>T &x; &y;</title><link>javascript:alert(1)</link><description>d</description></item></channel></rss>`);
    const report = reportOf(items[0]!, 'X');
    expect(report.text).not.toContain('root:');
    expect(report.url).toBeNull();
  });
});

it('is read from a file too; a file that is no feed is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-feed-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const rss =
    '<rss><channel><title>Wire</title><item><title>A</title><pubDate>Fri, 22 Mar 2024</pubDate></item><item/></channel></rss>';
  const read = await readFeedFile(file('a.xml', rss), { publisher: 'Mine' });
  expect(read?.[0]).toMatchObject({ title: 'A', published: '2024-03-22', publisher: 'Mine', text: 'A' });
  expect(read?.[1]).toBeInstanceOf(IntakeError);
  expect(await readFeedFile(file('b.json', '{"a": 1}'), {})).toBeNull();
  expect(await readFeedFile(file('c.txt', rss), {})).toBeNull();
  expect(await readFeedFile(join(folder, 'none.xml'), {})).toBeNull();
  rmSync(folder, { recursive: true });
});

const SHARED = '../shared/data/feeds';
const has = existsSync(SHARED);
if (!has) console.warn(`Skipped: feeds as they are published are in ${SHARED}, which is not here.`);

describe.skipIf(!has)('feeds as they are published', () => {
  const file = (name: string) => readFeed(readFileSync(`${SHARED}/${name}`), name);

  it('GDACS: a hundred items, each with its day, page and words', () => {
    const { title, items } = file('gdacs/rss2-archive-2012-2016.xml');
    expect(title).toBe('GDACS RSS information');
    expect(items).toHaveLength(100);
    const reports = items.map((item) => reportOf(item, 'GDACS'));
    expect(reports.every(({ published, url, text }) => published && url && text.length > 40)).toBe(true);
  });

  it('GOV.UK: a page of advice with what changed and all its parts; none where it was withdrawn', () => {
    const [page] = file('govuk/full-country.json').items.map((item) => reportOf(item, 'GOV.UK'));
    expect(page).toMatchObject({ published: '2017-02-14', url: 'https://www.gov.uk/foreign-travel-advice/albania' });
    expect(page?.text.split('\n\n').length).toBeGreaterThan(10);
    expect(page?.text).not.toMatch(/<\w+>/);
    expect(file('govuk/no-parts.json').items).toHaveLength(1);
    expect(file('govuk/withdrawn-full-country.json').items).toHaveLength(0);
  });
});
