import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IntakeError } from '../../src/intake/error.js';
import { fromBytes, MAX_BYTES, readReportFile, unreadable } from '../../src/intake/receive.js';
import { Report } from '../../src/reading/schema.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-intake-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const utf8 = (text: string) => new TextEncoder().encode(text);
const refusal = (bytes: Uint8Array, name = 'report.txt') => {
  try {
    fromBytes(bytes, { file: name });
  } catch (error) {
    if (error instanceof IntakeError) return error.message;
    throw error;
  }
  throw new Error('it was taken in');
};

describe('the text', () => {
  it('is read exactly as it stands, line ends included', () => {
    const text = 'Moscow\r\n\r\nAt least 60 people were killed.\r\n  \tÉlysée 🚨 said  so. ';
    const report = fromBytes(utf8(text), { file: 'a.txt' });
    expect(report.text).toBe(text);
    expect(report.id).toBe(`sha256:${createHash('sha256').update(utf8(text)).digest('hex')}`);
    expect(report).toMatchObject({
      file: 'a.txt',
      mediaType: 'text/plain',
      title: null,
      published: null,
      publisher: null,
    });
    expect(() => Report.parse(report)).not.toThrow();
  });

  it('of any well-formed string comes back as it went in, and is hashed as received', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (body) => {
        const text = `Report ${body}`.replace(/\p{Cc}/gu, ' ');
        expect(fromBytes(utf8(text)).text).toBe(text);
      }),
    );
  });

  it('is Markdown with its marks', () => {
    const report = fromBytes(utf8('# Attack\n\n- **60** killed\n'), { file: 'a.md' });
    expect(report).toMatchObject({ mediaType: 'text/markdown', text: '# Attack\n\n- **60** killed\n' });
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffNaïve', 'utf8')],
    ['UTF-16, little-endian', Buffer.from('\ufeffNaïve', 'utf16le')],
    ['UTF-16, big-endian', Buffer.from('\ufeffNaïve', 'utf16le').swap16()],
  ])('is decoded from %s', (_, bytes) => {
    expect(fromBytes(bytes).text).toBe('Naïve');
  });

  it('of a page is decoded from the character set that the page declares', () => {
    const bytes = Buffer.from('<meta charset="windows-1252"><p>Na\xefve caf\xe9</p>', 'latin1');
    expect(fromBytes(bytes, { mediaType: 'text/html; charset=x' }).text).toBe('Naïve café');
    const utf = utf8('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>Naïve</p>');
    expect(fromBytes(utf, { file: 'p.htm' }).text).toBe('Naïve');
  });

  it('is taken for a page without a name where it begins like one', () => {
    expect(fromBytes(utf8('\n<!DOCTYPE html><p>Text</p>'))).toMatchObject({ mediaType: 'text/html', text: 'Text' });
    expect(fromBytes(utf8('<p>Text</p>')).mediaType).toBe('text/plain');
  });
});

describe('what cannot be read is refused with the name and what to do', () => {
  it.each([
    ['an empty file', new Uint8Array(), /^report\.txt: is empty/],
    ['white space', utf8(' \r\n\t\u00a0\u2003'), /^report\.txt: holds only white space/],
    [
      'Latin-1',
      Buffer.from('Na\xefve', 'latin1'),
      /^report\.txt: not UTF-8 text; convert it first.*iconv .*report\.txt/,
    ],
    ['half a surrogate pair', Buffer.from('\ufeffa\ud800b', 'utf16le'), /^report\.txt: binary data/],
    ['NUL', utf8('a\0b'), /^report\.txt: binary data, not text/],
    [
      'noise',
      Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)),
      /^report\.txt: binary data, not text/,
    ],
    ['control characters', utf8('\x01\x02\x03abc'), /^report\.txt: binary data, not text/],
    ['a PDF', utf8('%PDF-1.7\n1 0 obj'), /^report\.txt: this is a PDF, not text; extract its text first/],
    ['an office document', Buffer.from('PK\x03\x04rest', 'latin1'), /^report\.txt: this is a ZIP archive or an office/],
    [
      'more than the limit',
      new Uint8Array(MAX_BYTES + 1).fill(97),
      /^report\.txt: 10\.0 MB is more than the 10 MB .*split/,
    ],
  ])('%s', (_, bytes, message) => {
    expect(refusal(bytes)).toMatch(message);
  });

  it('a page without text', () => {
    expect(refusal(utf8('<html><script>let a = 1</script></html>'), 'p.html')).toBe('p.html: the page holds no text.');
  });

  it('a report without a name', () => {
    expect(() => fromBytes(new Uint8Array())).toThrow('The report: is empty');
  });

  it('a name with control characters, shown harmless', () => {
    expect(refusal(new Uint8Array(), 'a\x1b[31m.txt')).toMatch(/^a\\x1b\[31m\.txt: is empty/);
  });

  it('a missing file, a folder, a link to nothing, a link to itself, a device, a pipe', async () => {
    symlinkSync('nowhere', join(folder, 'dangling.txt'));
    symlinkSync('self.txt', join(folder, 'self.txt'));
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    await expect(readReportFile(join(folder, 'none.txt'))).rejects.toThrow(/none\.txt: no such file/);
    await expect(readReportFile(folder)).rejects.toThrow(/is a folder/);
    await expect(readReportFile(join(folder, 'dangling.txt'))).rejects.toThrow(/dangling\.txt: no such file.*link/);
    await expect(readReportFile(join(folder, 'self.txt'))).rejects.toThrow(
      /self\.txt: is a link that leads back to itself/,
    );
    await expect(readReportFile('/dev/zero')).rejects.toThrow(/is a device or a pipe/);
    await expect(readReportFile(join(folder, 'pipe.txt'))).rejects.toThrow(/is a device or a pipe/);
  });

  it('a file of 50 MB, without reading it', async () => {
    const path = file('large.txt', '');
    truncateSync(path, 50 * 1024 * 1024);
    await expect(readReportFile(path)).rejects.toThrow(/large\.txt: 50\.0 MB is more than the 10 MB/);
  });

  it('a file that may not be read', () => {
    const cause = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    expect(unreadable('secret.txt', cause).message).toBe('secret.txt: may not be read; check its permissions.');
  });
});

describe('what is known of a report', () => {
  const page =
    '<title>Of the page</title><meta property="og:site_name" content="Page News"><meta name="date" content="2024-03-01"><p>Text</p>';

  it('comes from NAME.meta.json before the page itself, and from flags before both', async () => {
    const path = file('known.html', page);
    file('known.meta.json', '{"published":"2024-03-22","title":"Of the file","publisher":null}');
    expect(await readReportFile(path)).toMatchObject({
      published: '2024-03-22',
      title: 'Of the file',
      publisher: 'Page News',
    });
    expect(await readReportFile(path, { published: '2024-03-23', title: null })).toMatchObject({
      published: '2024-03-23',
      title: 'Of the file',
    });
  });

  it('does not change the text', async () => {
    const path = file('same.html', page);
    const before = (await readReportFile(path)).text;
    file('same.meta.json', '{"title":"Another"}');
    expect((await readReportFile(path)).text).toBe(before);
  });

  it.each([
    ['{"published":"2024-02-31"}', /broken\.meta\.json: published: .*give any of published \(YYYY-MM-DD\)/],
    ['{"published":"March 2024"}', /broken\.meta\.json: published: /],
    ['{"title":5}', /broken\.meta\.json: title: /],
    ['[]', /broken\.meta\.json: /],
    ['{"title":', /broken\.meta\.json: is not JSON/],
  ])('is refused where the meta file is broken: %s', async (json, message) => {
    const path = file('broken.txt', 'Text');
    file('broken.meta.json', json);
    await expect(readReportFile(path)).rejects.toThrow(message);
  });

  it('is refused where the meta file cannot be read', async () => {
    const path = file('blocked.txt', 'Text');
    mkdirSync(join(folder, 'blocked.meta.json'));
    await expect(readReportFile(path)).rejects.toThrow(/blocked\.meta\.json: cannot be read/);
  });
});
