/** The command line as a person runs it: the built program in a process of its own, in a folder of its own. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/tocsin.js', import.meta.url));
export function shell() {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-cli-'));
  const started = [];
  // As a person's shell has it, without what the test runner adds or the machine may have set.
  const { DATABASE_URL: _url, FORCE_COLOR: _force, NO_COLOR: _no, TOCSIN_DEBUG: _debug, ...env } = process.env;
  const start = (args) => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd: folder, env });
    started.push(child);
    return child;
  };
  return {
    folder,
    start,
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
    },
    tocsin(args, input) {
      const child = start(args);
      child.stdin?.end(input);
      return ended(child);
    },
    close() {
      for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    },
  };
}
export function ended(child) {
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output.stderr += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...output })));
}
/** The first output that matches. */
export function said(child, words) {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      const found = words.exec(text);
      if (found) resolve(found);
    });
    child.once('close', () => reject(new Error(`it ended without saying ${words}: ${text}`)));
  });
}
export const MOSCOW =
  'Gunmen opened fire in a concert hall near Moscow on Friday, killing at least 60 people. The Islamic State claimed responsibility for the attack.\n';
export const MOGADISHU =
  'A car bomb killed nine people at a hotel in Mogadishu on Tuesday. Al-Shabaab claimed the attack.\n';
