/** The one way in: bytes are taken in, read and stored, whether they come by the API or from the command line. */
import { IntakeError } from '../intake/error.js';
import { metaFileOf, parseMeta } from '../intake/meta.js';
import { fromBytes, type ReceivedReport } from '../intake/receive.js';
import { proposeCases } from '../store/cases/propose.js';
import { applyReadings } from '../store/picture/update.js';
import { addReport, knownReport, type PictureUpdate } from '../store/reports/add.js';
import type { Store } from '../store/store.js';
import { readReport } from './read-report.js';
import { reportSummary } from './report-pages.js';
import type { Accepted, FileResult, NewReport } from './schema.js';

/** Reads a report and stores it with its reading; the picture holds it when this returns. */
export async function accept(store: Store, received: ReceivedReport): Promise<Accepted> {
  const added =
    (await knownReport(store, received)) ?? (await addReport(store, received, await readReport(received), takeIn));
  const summary = await reportSummary(store, added.id);
  if (!summary) throw new Error(`${added.id} was stored and cannot be found`);
  return { id: added.id, new: added.new, differs: added.differs, summary };
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

/** Accepts files one by one, each with what a `NAME.meta.json` among them says of it. A bad one does not stop the others. */
export async function acceptFiles(store: Store, files: File[]): Promise<FileResult[]> {
  const reports = files.filter((file) => !isMeta(file.name));
  const metas = new Map(files.filter((file) => isMeta(file.name)).map((file) => [file.name, file]));
  const results: FileResult[] = [];
  for (const file of reports) {
    try {
      const metaName = metaFileOf(file.name);
      const meta = metas.get(metaName);
      const received = fromBytes(new Uint8Array(await file.arrayBuffer()), {
        file: file.name,
        mediaType: file.type || null,
        ...(meta && { meta: parseMeta(await meta.text(), metaName) }),
      });
      results.push({ file: file.name, accepted: await accept(store, received), error: null });
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error;
      results.push({ file: file.name, accepted: null, error: error.message });
    }
  }
  return results;
}

const isMeta = (name: string) => /\.meta\.json$/i.test(name);
