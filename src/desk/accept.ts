/** The one way in: bytes are taken in, read and stored, whether they come by the API or from the command line. */
import { IntakeError } from '../intake/error.js';
import { metaFileOf, parseMeta } from '../intake/meta.js';
import { fromBytes, type ReceivedReport } from '../intake/receive.js';
import { proposeCases } from '../store/cases/propose.js';
import { applyReadings } from '../store/picture/update.js';
import {
  type Added,
  addReports,
  knownReports,
  type PictureUpdate,
  type ReadReport,
  storageProblem,
} from '../store/reports/add.js';
import { dropUnread, keepUnread } from '../store/reports/unread.js';
import type { Store } from '../store/store.js';
import { readReports } from './read-report.js';
import { reportSummaries } from './report-pages.js';
import type { Accepted, FileResult, NewReport } from './schema.js';

/**
 * Reads a report and stores it with its reading; the picture holds it when this returns.
 * @throws IntakeError
 */
export async function accept(store: Store, received: ReceivedReport): Promise<Accepted> {
  const [accepted] = await acceptAll(store, [received]);
  if (accepted instanceof IntakeError || accepted === undefined) throw accepted ?? new Error('nothing was accepted');
  return accepted;
}

/**
 * Reads reports and stores them in one transaction: when this returns, all that were accepted are on the disk and in
 * the picture. One that cannot be read or stored costs only itself. While one call stores, the next can read.
 * @returns for each report what became of it, in their order
 */
export async function acceptAll(
  store: Store,
  received: readonly ReceivedReport[],
): Promise<(Accepted | IntakeError)[]> {
  const outcomes = new Map<ReceivedReport, Added | IntakeError>(await knownReports(store, received));
  for (const report of received) {
    const problem = storageProblem(report);
    if (problem !== null && !outcomes.has(report)) outcomes.set(report, new IntakeError(report.file, problem));
  }
  const unknown = received.filter((report) => !outcomes.has(report));
  const readings = await readReports(unknown);
  await keepUnread(
    store,
    unknown.flatMap((report, index) => {
      const failed = readings[index];
      return failed instanceof IntakeError ? [{ report, failure: failed.message }] : [];
    }),
  );
  const read = unknown.flatMap((report, index): ReadReport[] => {
    const reading = readings[index];
    if (reading === undefined || reading instanceof IntakeError) {
      if (reading) outcomes.set(report, reading);
      return [];
    }
    return [{ report, reading }];
  });
  const added = await addReports(store, read, takeIn);
  await dropUnread(
    store,
    added.map(({ id }) => id),
  );
  for (const [index, { report }] of read.entries()) {
    const outcome = added[index];
    if (outcome) outcomes.set(report, outcome);
  }
  const here = [...outcomes.values()].flatMap((outcome) => (outcome instanceof IntakeError ? [] : [outcome.id]));
  const summaries = await reportSummaries(store, here);
  return received.map((report) => {
    const outcome = outcomes.get(report);
    if (outcome instanceof IntakeError) return outcome;
    const summary = summaries.get(report.id);
    if (!outcome || !summary) throw new Error(`${report.id} was stored and cannot be found`);
    return { id: outcome.id, new: outcome.new, differs: outcome.differs, summary };
  });
}

/** The picture first, then what it now says should be warned of: all in the transaction that accepts the report. */
async function takeIn(...[trx, accepted]: Parameters<PictureUpdate>): Promise<void> {
  await applyReadings(trx, accepted);
  await proposeCases(
    trx,
    accepted.map(({ seq }) => seq),
  );
}

/**
 * Accepts a text that was typed or pasted.
 * @throws IntakeError
 */
export function acceptText(store: Store, { text, ...meta }: NewReport): Promise<Accepted> {
  return accept(store, fromBytes(Buffer.from(text), { mediaType: 'text/plain', meta }));
}

/** Accepts files in one go, each with what a `NAME.meta.json` among them says of it. A bad one does not stop the others. */
export async function acceptFiles(store: Store, files: File[]): Promise<FileResult[]> {
  const reports = files.filter((file) => !isMeta(file.name));
  const metas = new Map(files.filter((file) => isMeta(file.name)).map((file) => [file.name, file]));
  const received: (ReceivedReport | IntakeError)[] = [];
  for (const file of reports) {
    try {
      const metaName = metaFileOf(file.name);
      const meta = metas.get(metaName);
      received.push(
        fromBytes(new Uint8Array(await file.arrayBuffer()), {
          file: file.name,
          mediaType: file.type || null,
          ...(meta && { meta: parseMeta(await meta.text(), metaName) }),
        }),
      );
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error;
      received.push(error);
    }
  }
  const accepted = await acceptAll(
    store,
    received.filter((one): one is ReceivedReport => !(one instanceof IntakeError)),
  );
  return reports.map(({ name }, index) => {
    const one = received[index];
    const outcome = one instanceof IntakeError ? one : accepted.shift();
    if (outcome === undefined) throw new Error(`${name} has no outcome`);
    return outcome instanceof IntakeError
      ? { file: name, accepted: null, error: outcome.message }
      : { file: name, accepted: outcome, error: null };
  });
}

const isMeta = (name: string) => /\.meta\.json$/i.test(name);
