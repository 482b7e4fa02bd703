import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Accepted, FileResults, type Problem, ReportList, ReportPage } from '../../src/desk/schema.js';
import { openDesk, post, type TestDesk } from './desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const TEXT =
  'Gunmen opened fire in a concert hall near Moscow on Friday, killing at least 60 people. The Islamic State claimed responsibility for the attack.';
const sha256 = (bytes: Uint8Array | string) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const problem = async (response: Response) => (await response.json()) as Problem;
const at = encodeURIComponent;

async function sendFiles(...files: File[]): Promise<FileResults['items']> {
  const form = new FormData();
  for (const file of files) form.append('files', file);
  const response = await desk.ask('/api/reports', { method: 'POST', body: form });
  expect(response.status).toBe(200);
  return FileResults.parse(await response.json()).items;
}

describe('a pasted text', () => {
  it('is stored, read and answered with its line: 201, and 200 when it comes again', async () => {
    const first = await desk.ask(
      '/api/reports',
      post({ text: TEXT, published: '2024-03-22', publisher: 'Wire', title: 'Attack near Moscow' }),
    );
    expect(first.status).toBe(201);
    const accepted = Accepted.parse(await first.json());
    expect(accepted).toMatchObject({
      id: sha256(TEXT),
      new: true,
      summary: { title: 'Attack near Moscow', published: '2024-03-22', publisher: 'Wire' },
    });
    const again = await desk.ask('/api/reports', post({ text: TEXT, published: '2024-03-23' }));
    expect(again.status).toBe(200);
    expect(Accepted.parse(await again.json())).toMatchObject({
      id: accepted.id,
      new: false,
      differs: [{ name: 'published', kept: '2024-03-22', given: '2024-03-23' }],
    });
  });

  it('comes back with its reading, every quote a slice of its text', async () => {
    const page = ReportPage.parse(await (await desk.ask(`/api/reports/${at(sha256(TEXT))}`)).json());
    expect(page.reading.report.text).toBe(TEXT);
    expect(page.summary.statements.incidents).toBe(page.reading.incidents.length);
    expect(page.reading.incidents[0]).toMatchObject({ type: 'armed-assault', date: { start: '2024-03-22' } });
    for (const incident of page.reading.incidents) {
      for (const [start, end] of incident.evidence) expect(TEXT.slice(start, end).trim()).not.toBe('');
    }
  });

  it.each([
    ['no text', {}, /text/],
    ['an empty text', { text: '' }, /text/],
    ['a day that is none', { text: TEXT, published: '2024-02-31' }, /published/],
    ['an address that is no web address', { text: TEXT, url: 'javascript:alert(1)' }, /url/],
    ['a title that is no text', { text: TEXT, title: 7 }, /title/],
  ])('is refused with %s, naming it', async (_what, body, words) => {
    const response = await desk.ask('/api/reports', post(body));
    expect(response.status).toBe(400);
    expect((await problem(response)).error).toMatch(words);
  });

  it('is refused where it holds nothing to read', async () => {
    const response = await desk.ask('/api/reports', post({ text: ' \n ' }));
    expect(response.status).toBe(422);
    expect((await problem(response)).error).toMatch(/white space/);
  });

  it('is refused where the request is no JSON, or nothing, or something else', async () => {
    const broken = await desk.ask('/api/reports', { ...post({}), body: '{"text":' });
    expect(broken.status).toBe(400);
    expect((await problem(broken)).error).toMatch(/JSON/);
    expect((await desk.ask('/api/reports', { method: 'POST' })).status).toBe(400);
    const xml = await desk.ask('/api/reports', {
      method: 'POST',
      body: '<a/>',
      headers: { 'content-type': 'text/xml' },
    });
    expect(xml.status).toBe(415);
    expect((await problem(xml)).ok).toBe(false);
  });
});

describe('a long text', () => {
  it('is read beside the desk, which goes on answering', async () => {
    const text = `${TEXT}\n\n`.repeat(600);
    let done = false;
    const long = desk.ask('/api/reports', post({ text, published: '2024-03-22' })).finally(() => {
      done = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await desk.ask('/api/status')).status).toBe(200);
    expect(done).toBe(false);
    const accepted = Accepted.parse(await (await long).json());
    expect(accepted).toMatchObject({ new: true, id: sha256(text) });
    expect(accepted.summary.statements.incidents).toBeGreaterThan(0);
  });
});

describe('files', () => {
  it('are answered one by one, with what the meta file beside them says', async () => {
    const items = await sendFiles(
      new File(['A car bomb killed nine people in Mogadishu on Tuesday.'], 'a.txt'),
      new File([JSON.stringify({ published: '2024-03-20', publisher: 'Desk' })], 'a.meta.json'),
      new File([], 'empty.txt'),
      new File([new Uint8Array([0, 1, 2, 3, 255, 254, 0, 9])], 'noise.txt'),
      new File(
        [
          '<!doctype html><title>T</title><p>Militants attacked a village in Borno state, killing 14.</p><script>alert(1)</script>',
        ],
        'b.html',
      ),
    );
    expect(items.map(({ file, error }) => [file, error === null])).toEqual([
      ['a.txt', true],
      ['empty.txt', false],
      ['noise.txt', false],
      ['b.html', true],
    ]);
    expect(items[0]?.accepted?.summary).toMatchObject({ file: 'a.txt', published: '2024-03-20', publisher: 'Desk' });
    expect(items[1]?.error).toMatch(/empty\.txt.*empty/);
  });

  it('with a broken meta file are refused and not stored', async () => {
    const text = 'A grenade was thrown at a police post in Cali.';
    const [item] = await sendFiles(new File([text], 'c.txt'), new File(['{"published": "soon"}'], 'c.meta.json'));
    expect(item?.error).toMatch(/c\.meta\.json.*published/);
    expect((await desk.ask(`/api/reports/${at(sha256(text))}`)).status).toBe(404);
  });

  it('missing, or in a broken request: a clear 400', async () => {
    const form = new FormData();
    form.append('note', 'no files');
    const none = await desk.ask('/api/reports', { method: 'POST', body: form });
    expect(none.status).toBe(400);
    expect((await problem(none)).error).toMatch(/files/);
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const broken = await desk.ask('/api/reports', { method: 'POST', headers, body: '--x\r\nnonsense' });
    expect(broken.status).toBe(400);
    expect((await problem(broken)).ok).toBe(false);
  });

  it('larger than a request may be: 413 before anything is read', async () => {
    const body = new Uint8Array(51 * 1024 * 1024);
    const headers = { 'content-type': 'application/json', 'content-length': `${body.length}` };
    const response = await desk.ask('/api/reports', { method: 'POST', headers, body });
    expect(response.status).toBe(413);
    expect((await problem(response)).error).toMatch(/50 MB/);
  });
});

describe('markup in a report', () => {
  const HOSTILE =
    '</script><img src=x onerror=alert(1)> A bomb killed three people in Quetta on 3 May 2023. \u001b[31m';

  it('comes back as JSON text, never as a page', async () => {
    const accepted = Accepted.parse(
      await (await desk.ask('/api/reports', post({ text: HOSTILE, title: '<b>x</b>' }))).json(),
    );
    for (const path of ['/api/reports', `/api/reports/${at(accepted.id)}`]) {
      const response = await desk.ask(path);
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    }
    const page = ReportPage.parse(await (await desk.ask(`/api/reports/${at(accepted.id)}`)).json());
    expect(page.reading.report.text).toBe(HOSTILE);
  });

  it('is given out as received only to be saved', async () => {
    const html = '<!doctype html><script>alert(1)</script><p>Two men were shot dead in Kirkuk on 1 May 2023.</p>';
    const [item] = await sendFiles(new File([html], 'evil".html\r\nX-Evil: 1', { type: 'text/html' }));
    const response = await desk.ask(`/api/reports/${at(item?.accepted?.id ?? '')}/original`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{16}\.bin"$/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-evil')).toBeNull();
    expect(await response.text()).toBe(html);
  });
});

describe('the list', () => {
  it('gives the last received first, in parts', async () => {
    const all = ReportList.parse(await (await desk.ask('/api/reports')).json());
    expect(all.total).toBe(all.items.length);
    const part = ReportList.parse(await (await desk.ask('/api/reports?limit=2&offset=1')).json());
    expect(part.items).toEqual(all.items.slice(1, 3));
    expect(part.total).toBe(all.total);
  });

  it('finds words', async () => {
    const found = ReportList.parse(await (await desk.ask('/api/reports?q=MOGADISHU')).json());
    expect(found.items.map((item) => item.file)).toEqual(['a.txt']);
    expect(
      ReportList.parse(await (await desk.ask(`/api/reports?q=${at("'; drop table report; --%")}`)).json()).total,
    ).toBe(0);
  });

  it.each(['limit=0', 'limit=1001', 'limit=x', 'offset=-1'])('refuses %s', async (query) => {
    const response = await desk.ask(`/api/reports?${query}`);
    expect(response.status).toBe(400);
    expect((await problem(response)).error).toMatch(/limit|offset/);
  });

  it.each(['', '/original'])('knows no report by a wrong id%s', async (rest) => {
    for (const id of ['sha256:00', '..%2F..%2Fetc%2Fpasswd', at("x' or 1=1")]) {
      expect((await desk.ask(`/api/reports/${id}${rest}`)).status).toBe(404);
    }
  });
});
