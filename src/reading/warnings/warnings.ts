/**
 * Warnings: acts by which somebody told somebody of a danger. The rules read clauses one by one; sentences that go on
 * with the same warning ("It listed…") add to it.
 */
import type { Analysis } from '../analysis.js';
import { spanOf, textOf } from '../doc.js';
import type { IncidentFound } from '../incidents/incidents.js';
import { Tellings } from '../incidents/tellings.js';
import type { Warning } from '../schema.js';
import { alertsOf } from './alerts.js';
import { type Candidate, dutyAt } from './candidate.js';
import { findCandidates } from './candidates.js';
import { mentionsWithin } from './mentions.js';
import { placeAround, placeTold } from './place.js';
import { fill } from './slots.js';

export function findWarnings(a: Analysis, found: readonly IncidentFound[]): Warning[] {
  const tellings = new Tellings(found);
  const alerts = alertsOf(a);
  const warnings: { warning: Warning; candidate: Candidate }[] = [];
  for (const candidate of findCandidates(a)) {
    // What an alert says in its own voice is the alert.
    if (alerts.length && (candidate.own || !candidate.issuer || candidate.issuer.id === alerts[0]!.issuer)) continue;
    const earlier = sameAs(a, candidate, warnings);
    if (earlier) {
      a.trace?.becomes(candidate, earlier.warning);
      fill(a, tellings, earlier.warning, candidate);
      continue;
    }
    const warning: Warning = {
      issuer: null,
      recipients: [],
      audience: null,
      issued: null,
      about: { actor: null, place: null, targets: [], window: null },
      advice: null,
      authority: null,
      evidence: [],
    };
    const before = candidate.again ? warnings.findLast((one) => isSame(one.candidate, candidate)) : warnings.at(-1);
    if (
      before &&
      (candidate.again || (candidate.refers && candidate.sentence - before.candidate.sentence <= REACH + 1))
    )
      candidate.inherits = before.warning;
    fill(a, tellings, warning, candidate);
    a.trace?.becomes(candidate, warning);
    warnings.push({ warning, candidate });
  }
  for (const { warning, candidate } of warnings)
    warning.about.place ??= placeAround(a, tellings, candidate)?.id ?? null;
  underDuty(a, warnings);
  return [...alerts, ...warnings.map(({ warning }) => warning)];
}

/** Sentences behind a warning in which the duty may be named under which it was given. */
const DUTY_REACH = 3;

/** "He said that Washington acted under its duty to warn": the authority of the warning just told of. */
function underDuty(a: Analysis, warnings: readonly { warning: Warning; candidate: Candidate }[]): void {
  for (const { warning, candidate } of warnings) {
    for (
      let s = candidate.sentence;
      s < a.doc.sentences.length && s <= candidate.sentence + DUTY_REACH && !warning.authority;
      s++
    ) {
      const duty = dutyAt(a, s);
      const { first, last } = a.doc.sentences[s]!;
      if (duty < 0 || !candidate.issuer || !mentionsWithin(candidate.issuer, first, last).length) continue;
      warning.authority = textOf(a.doc, duty, duty + 3);
      warning.evidence.push(spanOf(a.doc, first, last));
    }
  }
}

/** Has the issuer, or another voice of the same state, warned before? */
const isSame = (one: Candidate, { issuer }: Candidate): boolean =>
  one.issuer === issuer || (issuer?.country != null && one.issuer?.country === issuer.country);

/** Sentences apart within which the same issuer goes on with the same warning. */
const REACH = 2;

function sameAs(
  a: Analysis,
  candidate: Candidate,
  warnings: { warning: Warning; candidate: Candidate }[],
): { warning: Warning } | null {
  if (candidate.again) return null;
  for (let w = warnings.length - 1; w >= Math.max(0, warnings.length - 3); w--) {
    const { warning, candidate: before } = warnings[w]!;
    if (candidate.sentence - before.sentence > REACH) continue;
    if (
      candidate.issuer?.id !== before.issuer?.id &&
      !(candidate.sentence === before.sentence && (!candidate.issuer || !before.issuer))
    )
      continue;
    const other =
      candidate.recipients.length &&
      warning.recipients.length &&
      !candidate.recipients.some(({ id }) => warning.recipients.includes(id));
    if (other && !samePeople(a, candidate, before) && !goesOn(a, candidate, before, warning)) continue;
    return warnings[w]!;
  }
  return null;
}

/** "Passengers must not …. Staff should …": a notice goes on, where it comes to no other place. */
function goesOn(a: Analysis, candidate: Candidate, before: Candidate, { about }: Warning): boolean {
  if (!candidate.own || !before.own) return false;
  const place = placeTold(a, candidate, a.doc.sentences[candidate.sentence]!.last);
  return place === null || place.id === about.place;
}

/** "warned police, alerting them": both told the same people. */
const samePeople = (_: Analysis, candidate: Candidate, before: Candidate): boolean =>
  candidate.sentence === before.sentence &&
  candidate.recipients.every(({ kind }) => before.recipients.some((other) => other.kind === kind));
