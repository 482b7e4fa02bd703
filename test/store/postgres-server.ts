/**
 * The PostgreSQL server of a test run, for vitest's `globalSetup`: the one that TEST_DATABASE_URL names, or else a
 * throwaway cluster made with the programs that Debian installs. It starts beside the tests; `databases.ts` waits
 * until it answers. `DB=pglite` wants none, `DB=postgres` fails without one.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a server on which databases may be made; null where there is none, and then why. */
    postgres: { url: string } | { missing: string };
  }
}

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { DB, TEST_DATABASE_URL } = process.env;
  if (DB !== undefined && DB !== 'pglite' && DB !== 'postgres') throw new Error(`DB=${DB}: must be pglite or postgres`);
  if (DB === 'pglite') {
    project.provide('postgres', { missing: 'DB=pglite asks for the embedded database alone' });
    return;
  }
  if (TEST_DATABASE_URL) {
    project.provide('postgres', { url: TEST_DATABASE_URL });
    return;
  }
  const programs = installed();
  if (!programs) {
    const missing = 'PostgreSQL is not installed (Debian: apt-get install postgresql) and TEST_DATABASE_URL is not set';
    if (DB === 'postgres') throw new Error(`DB=postgres, but ${missing}`);
    console.warn(`Skipped: all tests on a PostgreSQL server. ${missing}.`);
    project.provide('postgres', { missing });
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-pg-'));
  const server = start(programs, folder);
  project.provide('postgres', { url: `postgres://tocsin@${encodeURIComponent(folder)}/postgres` });
  return () => stop(server);
}

/** The newest of `/usr/lib/postgresql/VERSION/bin` that has a server. */
function installed(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

/**
 * Lives as long as its standard input is open: when this process ends, however it ends, the server stops and its
 * folder goes. It listens on a socket in the folder only.
 */
const SERVER = `
  "$1/initdb" -D "$2/data" -U tocsin -A trust --no-sync > "$2/initdb.log" || exit 1
  "$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=off > "$2/server.log" 2>&1 &
  cat > /dev/null
  # While it starts, a server in the background ignores QUIT and dies of TERM; once it runs, QUIT ends it at once.
  kill -TERM $!; sleep 0.2; kill -QUIT $! 2> /dev/null; wait $!
  rm -rf "$2"`;

function start(programs: string, folder: string): ChildProcess {
  const command = ['sh', '-c', SERVER, 'sh', programs, folder];
  // PostgreSQL refuses to run as root; Debian's package brings a user for it.
  if (process.getuid?.() === 0) {
    execFileSync('chown', ['postgres', folder]);
    command.unshift('runuser', '-u', 'postgres', '--');
  }
  const [program = '', ...args] = command;
  return spawn(program, args, { cwd: folder, stdio: ['pipe', 'ignore', 'inherit'] });
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.stdin?.end();
  await ended;
}
