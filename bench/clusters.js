/**
 * How well short reports of our own, read by the reader, are put together: B³ (Bagga and Baldwin 1998). Run by itself
 * it prints the score, and with `--show` what is wrong. The reports: bench/clusters.tsv, a line each: the attack that
 * it tells of, the day of publication, the text.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { acceptAll } from '../dist/desk/accept.js';
import { fromBytes } from '../dist/intake/receive.js';
import { getIncident, listIncidents } from '../dist/store/picture/incidents.js';
import { openStore } from '../dist/store/store.js';

const TEXTS = readFileSync(new URL('clusters.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [attack, published, text] = line.split('\t');
    return { attack, report: fromBytes(Buffer.from(text), { meta: { published } }) };
  });

/** Reads and joins all of them in a new store in `folder`. */
export async function clusterScore(folder) {
  const store = await openStore({ data: folder });
  try {
    await acceptAll(
      store,
      TEXTS.map(({ report }) => report),
    );
    const attacks = new Map(TEXTS.map(({ attack, report }) => [report.id, attack]));
    const clusters = [];
    const { items } = await listIncidents(store, { limit: 1000, offset: 0 });
    for (const { id } of items) clusters.push((await getIncident(store, id)).members);
    return { ...b3(attacks, clusters), clusters, attacks };
  } finally {
    await store.close();
  }
}

/**
 * Of each statement, how much of its cluster belongs with it, and how much of what belongs is there. A report in which
 * no incident was found counts as one that stands nowhere; a second incident found in one is one more statement.
 */
function b3(attacks, clusters) {
  const attackOf = (statement) => attacks.get(statement.split('#')[0]);
  const found = new Set(clusters.flat().map((statement) => statement.split('#')[0]));
  const lost = [...attacks.keys()].filter((report) => !found.has(report));
  const size = new Map();
  for (const attack of [...clusters.flat().map(attackOf), ...lost.map((report) => attacks.get(report))])
    size.set(attack, (size.get(attack) ?? 0) + 1);
  let precision = 0;
  let recall = 0;
  for (const cluster of clusters)
    for (const statement of cluster) {
      const right = cluster.filter((other) => attackOf(other) === attackOf(statement)).length;
      precision += right / cluster.length;
      recall += right / size.get(attackOf(statement));
    }
  const statements = clusters.flat().length;
  precision /= statements + lost.length;
  recall /= statements + lost.length;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), lost };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-clusters-'));
  try {
    const { f1, precision, recall, clusters, attacks, lost } = await clusterScore(folder);
    console.log(`cluster-b3-f1 ${f1.toFixed(3)}`);
    console.log(`precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} reports ${attacks.size}`);
    if (process.argv.includes('--show')) {
      const text = (report) => TEXTS.find((one) => one.report.id === report);
      const named = clusters.map((cluster) => cluster.map((statement) => attacks.get(statement.split('#')[0])));
      const heads = named.map(([head]) => head);
      for (const [index, names] of named.entries())
        if (new Set(names).size > 1 || heads.filter((head) => head === names[0]).length > 1) {
          console.log('---');
          for (const statement of clusters[index]) {
            const { attack, report } = text(statement.split('#')[0]);
            console.log(`${attack} | ${statement.split('#')[1]} | ${report.published} | ${report.text}`);
          }
        }
      for (const report of lost) console.log(`LOST ${text(report).attack} | ${text(report).report.text}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
