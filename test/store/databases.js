/**
 * Runs a suite on both kinds of database: `DB=pglite` or `DB=postgres` for one alone. Tests of other rooms use it too.
 *
 *     forEachDatabase('adding reports', (open) => {
 *       test('…', async () => {
 *         const store = await open();
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, describe, inject } from 'vitest';
import { openStore } from '../../src/store/store.js';
/** @param suite is called once for each kind of database */
export function forEachDatabase(name, suite) {
  const postgres = inject('postgres');
  describe.skipIf(process.env.DB === 'postgres')(`${name} (pglite)`, () => {
    suite(opener(newFolder), newFolder, 'pglite');
  });
  const missing = 'missing' in postgres ? `: skipped, ${postgres.missing}` : '';
  describe.skipIf(missing !== '')(`${name} (postgres${missing})`, () => {
    suite(opener(newDatabase), newDatabase, 'postgres');
  });
}
function opener(newPlace) {
  const stores = [];
  afterAll(async () => {
    for (const store of stores) await store.close();
  });
  return async (place) => {
    const store = await openStore(place ?? (await newPlace()));
    stores.push(store);
    return store;
  };
}
const folders = [];
const databases = [];
/** A new, empty folder. */
export async function newFolder() {
  const data = mkdtempSync(join(tmpdir(), 'tocsin-test-'));
  folders.push(data);
  return { data };
}
/** A new, empty database on the test server. */
export async function newDatabase() {
  const name = `tocsin_test_${process.pid}_${Math.random().toString(36).slice(2)}`;
  await onServer(`create database ${name}`);
  databases.push(name);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { url: url.href };
}
// Of each test file that imports this one, after all its suites have closed their stores.
afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  for (const name of databases) await onServer(`drop database ${name} with (force)`);
});
function serverUrl() {
  const server = inject('postgres');
  if ('missing' in server) throw new Error(server.missing);
  return server.url;
}
async function onServer(statement) {
  const client = await connect(serverUrl());
  await client.query(statement);
  await client.end();
}
/** Waits for a server that is still starting (milliseconds). */
async function connect(url, patience = 30_000) {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return client;
  } catch (error) {
    if (patience <= 0) throw error;
    await setTimeout(100);
    return connect(url, patience - 100);
  }
}
