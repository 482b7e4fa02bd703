import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../bench/clusters.js', import.meta.url));

test('short reports of easily confused attacks, as the reader reads them, are put together', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  const score = Number(/^cluster-b3-f1 ([\d.]+)$/m.exec(stdout)?.[1]);
  const reports = Number(/reports (\d+)$/m.exec(stdout)?.[1]);
  expect(reports).toBeGreaterThanOrEqual(150);
  expect(score).toBeGreaterThanOrEqual(0.9);
});
