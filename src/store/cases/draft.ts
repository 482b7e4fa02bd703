/** The wording of a warning while it is worked on. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { WarningContent } from '../../warning/schema.js';
import { record } from '../audit/audit.js';
import { StoreError } from '../error.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';
import { asWriter } from '../writer.js';
import { type CaseWarning, getCase, warningsOf } from './case.js';

/** What a draft says. Validity of the warning and window of the threat are two things. */
export interface Draft {
  content: WarningContent;
  validFrom: Date | null;
  validUntil: Date | null;
  threatFrom: Date | null;
  threatUntil: Date | null;
  /** Ids of recipients. */
  recipients: readonly string[];
}

/** The warning of a case that is being worded or waits for approval or release, or `null`. */
export const openDraft = (warnings: readonly CaseWarning[]): CaseWarning | null =>
  warnings.find(({ released_at }) => released_at === null) ?? null;

/** The newest warning of a case that went out, or `null`. */
export const lastReleased = (warnings: readonly CaseWarning[]): CaseWarning | null =>
  warnings.filter(({ released_at }) => released_at !== null).at(-1) ?? null;

/**
 * Saves the wording of a case that is being drafted.
 * @throws StoreError where the case is not being drafted, or a recipient is unknown or removed.
 */
export async function saveDraft(store: Store, id: string, draft: Draft, by: string): Promise<CaseWarning> {
  return asWriter(store.db, async (trx) => {
    const { state } = await getCase(trx, id);
    if (state !== 'drafting')
      throw new StoreError(`A warning is worded while its case is being drafted; this one is ${state}.`);
    const warnings = await warningsOf(trx, id);
    const open = openDraft(warnings);
    const saved = open ? open.id : await beginDraft(trx, id, 'Alert', draft.content, by, warnings);
    await trx
      .updateTable('warning')
      .set({
        content: JSON.stringify(draft.content),
        valid_from: draft.validFrom,
        valid_until: draft.validUntil,
        threat_from: draft.threatFrom,
        threat_until: draft.threatUntil,
        written_by: by,
      })
      .where('id', '=', saved)
      .execute();
    await setRecipients(trx, saved, draft.recipients);
    await record(trx, { by, subject: `case:${id}`, action: 'draft', details: { warning: saved, ...draft } });
    return openDraft(await warningsOf(trx, id)) as CaseWarning;
  });
}

/** Begins the next warning of a case. An update or a cancellation follows the newest that went out, to the same people. */
export async function beginDraft(
  trx: Transaction<Database>,
  id: string,
  kind: CaseWarning['kind'],
  content: WarningContent,
  by: string,
  warnings: readonly CaseWarning[],
): Promise<string> {
  const follows = kind === 'Alert' ? null : lastReleased(warnings);
  if (kind !== 'Alert' && follows === null)
    throw new StoreError('Nothing has gone out yet that could be updated or cancelled.');
  const draft = randomUUID();
  await trx
    .insertInto('warning')
    .values({
      id: draft,
      duty_case: id,
      number: (warnings.at(-1)?.number ?? 0) + 1,
      kind,
      follows: follows?.id ?? null,
      content: JSON.stringify(content),
      valid_from: follows?.valid_from ?? null,
      valid_until: follows?.valid_until ?? null,
      threat_from: follows?.threat_from ?? null,
      threat_until: follows?.threat_until ?? null,
      written_by: by,
      submitted_by: null,
      submitted_at: null,
      approved_by: null,
      approved_at: null,
      approval_due: null,
      released_by: null,
      released_at: null,
    })
    .execute();
  if (follows !== null) {
    const rows = await trx
      .selectFrom('warning_recipient')
      .select('recipient')
      .where('warning', '=', follows.id)
      .execute();
    await setRecipients(
      trx,
      draft,
      rows.map(({ recipient }) => recipient),
    );
  }
  return draft;
}

async function setRecipients(
  trx: Transaction<Database>,
  warning: string,
  recipients: readonly string[],
): Promise<void> {
  await trx.deleteFrom('warning_recipient').where('warning', '=', warning).execute();
  const wanted = [...new Set(recipients)];
  if (wanted.length === 0) return;
  const known = await trx
    .selectFrom('recipient')
    .select('id')
    .where('id', 'in', wanted)
    .where('removed_at', 'is', null)
    .execute();
  const missing = wanted.filter((id) => !known.some((each) => each.id === id));
  if (missing.length > 0) throw new StoreError(`There is no recipient ${missing.join(', ')}.`);
  await trx
    .insertInto('warning_recipient')
    .values(wanted.map((recipient) => ({ warning, recipient })))
    .execute();
}
