// The built desk as people run it, and Debian's Chromium to look at it: for pictures, measurements and the tests of pages.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const BIN = fileURLToPath(new URL('../bin/tocsin.js', import.meta.url));
export const CHROMIUM = '/usr/bin/chromium';

/**
 * The desk with the sample reports in a folder of its own, on a free port.
 * @param {Record<string, string>} settings in the environment
 * @param {'demo' | 'serve'} command `serve`: with nothing, or what `prepare` put into its folder
 * @param {(data: string) => Promise<void>} prepare
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startDemo(settings = {}, command = 'demo', prepare = async () => {}) {
  const data = mkdtempSync(join(tmpdir(), 'tocsin-demo-'));
  await prepare(data);
  const desk = await startDesk(data, command, settings);
  return {
    url: desk.url,
    async stop() {
      await desk.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/**
 * The desk as it stands in a folder; ready when it says where it is.
 * @param {string} data
 * @param {'demo' | 'serve'} command
 * @param {Record<string, string>} settings in the environment
 * @returns {Promise<{ url: string, stop(): Promise<void> }>}
 */
export async function startDesk(data, command, settings = {}) {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [BIN, '--data', data, command, '--port', '0'], {
    env: { ...env, ...settings },
  });
  const url = await addressOf(child);
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Debian's Chromium, drawing without a graphics card, and asking nothing of anybody by itself. */
export const launchChromium = () =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** @returns {Promise<string>} */
function addressOf(/** @type {import('node:child_process').ChildProcess} */ child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (/** @type {Buffer} */ chunk) => {
      said += chunk;
      const found = /The desk is on \S*?(http:\/\/127\.0\.0\.1:\d+)/.exec(said);
      if (found) resolve(found[1]);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The desk ended with ${code} before it was ready:\n${said}`)));
  });
}
