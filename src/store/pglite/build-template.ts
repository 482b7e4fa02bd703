/** Run by `npm run build:template`: a cluster with every migration in it, so that a new data folder opens in a second. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore } from '../store.js';
import { compiled } from './compiled.js';
import { CLUSTER } from './layout.js';

const template = fileURLToPath(compiled('template.tar.gz'));
const folder = mkdtempSync(join(tmpdir(), 'tocsin-template-'));
try {
  rmSync(template, { force: true });
  const store = await openStore({ data: folder });
  await store.close();
  execFileSync('tar', ['--format=ustar', '-czf', template, '-C', join(folder, CLUSTER), '.']);
  console.log(`template.tar.gz: ${(statSync(template).size / 1e6).toFixed(1)} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
