// Takes the pictures of docs/desk.md: the desk with the sample reports, in Debian's Chromium. Run: node scripts/screenshots.js
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, inflateSync } from 'node:zlib';
import { launchChromium, startDemo } from './demo-desk.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = join(root, 'docs', 'images');
const desk = await startDemo();
const { url } = desk;
const MOST_BYTES = 200_000;

const WIDE = { width: 1200, height: 720 };
const PHONE = { width: 390, height: 780 };

try {
  const list = async (path) => (await (await fetch(`${url}/api/${path}`)).json()).items;
  const [incident] = (await list('incidents?limit=1000')).sort((a, b) => b.origins - a.origins);
  const [report] = (await list('reports?limit=1000')).sort((a, b) => statements(b) - statements(a));
  const [group] = (await list('groups')).sort((a, b) => b.incidents - a.incidents);

  const pictures = [
    ['home', '/', WIDE, 'light'],
    ['triage', '/triage', WIDE, 'light'],
    ['network', '/network?group=isis,isis-k', WIDE, 'dark'],
    ['picture', '/picture', WIDE, 'light'],
    ['picture-filtered', '/picture?from=2024-03-01&to=2024-03-31', WIDE, 'dark'],
    ['report', `/reports/${report.id}#i1`, WIDE, 'light'],
    ['report-phone', `/reports/${report.id}#i1`, PHONE, 'light'],
    ['incident', `/incidents/${incident.id}`, WIDE, 'light'],
    ['group', `/groups/${encodeURIComponent(group.id)}?day=2024-03-23`, WIDE, 'light'],
    ['warnings', '/warnings', WIDE, 'light'],
    ['search', '/search?q=Daesh+Moscow', WIDE, 'light'],
  ];
  mkdirSync(images, { recursive: true });
  const browser = await launchChromium();
  for (const [name, path, viewport, colorScheme] of pictures) {
    const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
    await page.goto(url + path);
    await page.waitForLoadState('networkidle');
    const file = join(images, `${name}.png`);
    await page.screenshot({ path: file });
    writeFileSync(file, smaller(readFileSync(file)));
    const { size } = statSync(file);
    console.log(`${name}.png ${Math.round(size / 1000)} kB`);
    if (size > MOST_BYTES) throw new Error(`${name}.png is over ${MOST_BYTES / 1000} kB`);
    await page.close();
  }
  await browser.close();
} finally {
  await desk.stop();
}

function statements(report) {
  return Object.values(report.statements).reduce((sum, n) => sum + n, 0);
}

/** The same PNG with its pixel data packed as tightly as zlib can. */
function smaller(png) {
  const kept = [png.subarray(0, 8)];
  const packed = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') packed.push(png.subarray(at + 8, at + 8 + length));
    else {
      if (type === 'IEND') kept.push(chunk('IDAT', deflateSync(inflateSync(Buffer.concat(packed)), { level: 9 })));
      kept.push(png.subarray(at, at + 12 + length));
    }
    at += 12 + length;
  }
  const result = Buffer.concat(kept);
  return result.length < png.length ? result : png;
}

function chunk(type, body) {
  const head = Buffer.from(type, 'latin1');
  const result = Buffer.alloc(body.length + 12);
  result.writeUInt32BE(body.length, 0);
  head.copy(result, 4);
  body.copy(result, 8);
  result.writeUInt32BE(crc32(Buffer.concat([head, body])), body.length + 8);
  return result;
}

/** CRC-32 as PNG has it (ISO 3309). */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
