import { describe, expect, it } from 'vitest';
import { IntakeError } from '../../src/intake/error.js';
import { readHtml } from '../../src/intake/html.js';

const PARAGRAPHS = Array.from(
  { length: 6 },
  (_, i) =>
    `<p>Paragraph ${i} says, at some length and with commas, what officials in the city had told the paper.</p>`,
).join('\n');

const page = (head: string, body: string) => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

describe('a page', () => {
  it('gives the headline and the article, and neither scripts, styles, navigation nor forms', () => {
    const { text } = readHtml(
      page(
        '<title>Fire at the hall | Harbour News</title><style>p{color:red}</style><script>var a = "<p>no</p>"</script>',
        `<nav><a href="/">Home page</a></nav><script>alert(1)</script><article><h1>Fire at the hall</h1>${PARAGRAPHS}</article>
         <form><input value="x"><button>Subscribe now</button></form><footer>Imprint here</footer>`,
      ),
      null,
    );
    expect(text.startsWith('Fire at the hall\n\nParagraph 0 says')).toBe(true);
    expect(text.split('\n\n')).toHaveLength(7);
    expect(text).not.toMatch(/alert|color|Home page|Subscribe|Imprint|no/);
  });

  it('decodes entities and runs spaces together', () => {
    const { text } = readHtml('<p>A&nbsp;&amp;&#160;B  said &ldquo;no&rdquo;\n to ex&shy;tremists</p>', null);
    expect(text).toBe('A & B said “no” to extremists');
  });

  it('gives a short page without an article as the text of its blocks', () => {
    const { text } = readHtml(
      '<div>Alert<br>Moscow</div><ul><li>One<li>Two</ul><table><tr><td>Date<td>7 March</table>',
      null,
    );
    expect(text).toBe('Alert\nMoscow\n\nOne\n\nTwo\n\nDate\t7 March');
  });

  it('keeps text that looks like markup as text', () => {
    expect(readHtml('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>', null).text).toBe('<script>alert(1)</script>');
  });

  it('drops NUL and halves of surrogate pairs, which no database stores', () => {
    expect(readHtml('<p>a&#0;b\ud800c</p>', null).text).not.toMatch(/\0|\ud800/);
  });
});

describe('what a page says of itself', () => {
  it.each([
    ['<meta property="article:published_time" content="2024-03-22T23:50:00+03:00">', '2024-03-22'],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-23T01:00Z"}</script>',
      '2024-03-23',
    ],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"Organization"},{"@type":"WebPage","datePublished":"2024-03-24"}]}</script>',
      '2024-03-24',
    ],
    ['<meta name="date" content="Fri, 22 Mar 2024 20:00:00 GMT">', '2024-03-22'],
    ['<meta name="date" content="20240322">', '2024-03-22'],
    ['<meta name="date" content="2024-02-31">', null],
    ['<meta name="date" content="yesterday">', null],
    ['<script type="application/ld+json">{"@type":</script>', null],
  ])('%s', (head, published) => {
    expect(readHtml(page(head, PARAGRAPHS), null).published).toBe(published);
  });

  it('takes a time element of the body where the head is silent', () => {
    expect(readHtml(page('', `<time datetime="2024-03-07">7 March</time>${PARAGRAPHS}`), null).published).toBe(
      '2024-03-07',
    );
  });

  it('gives headline, publisher and canonical address', () => {
    const said = readHtml(
      page(
        `<title>Short</title><meta property="og:title" content="The headline"><meta property="og:site_name" content="Harbour News">
         <link rel="canonical" href="https://harbour.example/a">`,
        PARAGRAPHS,
      ),
      null,
    );
    expect(said).toMatchObject({ title: 'The headline', publisher: 'Harbour News', url: 'https://harbour.example/a' });
  });

  it('takes no address but of the web', () => {
    expect(readHtml(page('<link rel="canonical" href="javascript:alert(1)">', PARAGRAPHS), null).url).toBeNull();
    expect(readHtml(page('<link rel="canonical" href="/a">', PARAGRAPHS), null).url).toBeNull();
  });
});

describe('a page made to break its reader', () => {
  it('is refused where its elements nest too deep', () => {
    const deep = `${'<div>'.repeat(50_000)}text${'</div>'.repeat(50_000)}`;
    expect(() => readHtml(deep, 'deep.html')).toThrow(IntakeError);
    expect(() => readHtml(deep, 'deep.html')).toThrow(/^deep\.html: the page nests elements more than 512 deep/);
    expect(() => readHtml('<table><tr><td>'.repeat(20_000), 'deep.html')).toThrow(IntakeError);
  });

  it.each([
    ['huge attributes', `<p class="${'a '.repeat(500_000)}">hello</p>`, /^hello$/],
    ['many attributes', `<p ${Array.from({ length: 50_000 }, (_, i) => `a${i}=1`).join(' ')}>hello</p>`, /^hello$/],
    ['a million tags in a script', `<script>${'<div>'.repeat(1_000_000)}</script><p>hello</p>`, /^hello$/],
    ['very many elements', '<p>hello</p>'.repeat(200_000), /^hello\n\nhello/],
    ['very many closing tags', `${'<b>'.repeat(400)}hello${'</i>'.repeat(500_000)}`, /^hello$/],
    ['half a million angle brackets', `<p>hello</p>${'<'.repeat(500_000)}`, /^hello/],
    ['a comment that never ends', `<p>hello</p>${'<!--'.repeat(100_000)}`, /^hello$/],
    ['deep JSON-LD', `<script type="application/ld+json">${'['.repeat(100_000)}</script><p>hello</p>`, /^hello$/],
  ])('is read: %s', (_, html, text) => {
    expect(readHtml(html, null).text).toMatch(text);
  });
});
