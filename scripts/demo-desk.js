import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const BIN = fileURLToPath(new URL('../bin/tocsin.js', import.meta.url));

/** The desk with the sample reports in a folder of its own, on a free port: `{ url, stop }`. */
export function startDemo() {
  const data = mkdtempSync(join(tmpdir(), 'tocsin-demo-'));
  return startDesk(data, 'demo', () => rmSync(data, { recursive: true, force: true }));
}

/** The desk as it stands in a folder: `command` is `demo` or `serve`. */
export async function startDesk(data, command, after = () => {}) {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [BIN, '--data', data, command, '--port', '0'], { env });
  child.stderr.pipe(process.stderr);
  const url = await addressOf(child);
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      after();
    },
  };
}

/** Debian's Chromium, drawing without a graphics card. */
export const launchChromium = () =>
  chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

function addressOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /The desk is on \S*?(http:\/\/127\.0\.0\.1:\d+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`The desk ended before it was ready:\n${said}`)));
  });
}
