/** An office's own alert or travel advisory: the report itself is the warning, issued by its publisher on its day. */

import { verbIn } from '../acts.js';
import { type Analysis, within } from '../analysis.js';
import { countGrave } from '../danger.js';
import { spanOf, textOf } from '../doc.js';
import { clausesIn } from '../facts.js';
import { ALERT_TITLES, CARE, PLANNING } from '../lexicon/warnings.js';
import type { ActorEntity } from '../names/entities.js';
import { headLemma, nounAt } from '../nouns.js';
import { ownVoice, publishedAt } from '../own-voice.js';
import type { Warning } from '../schema.js';
import { isCare } from './care.js';
import { targetsIn } from './targets.js';

/** Sentences from the top in which a heading of an alert must stand. */
const HEADING = 4;
/** "Do not travel to", "Reconsider travel to", "Avoid": sentences of advice in the alert's own voice. */
const ADVICE =
  /^(?:do not|don't|reconsider|avoid|exercise|leave|depart|stay|keep|monitor|review|be|notify|seek|have|remain|limit|follow|contact|enroll?|register|carry|use|check|plan|prepare|refrain|(?:you|travell?ers) (?:should|must)|likely targets include|terrorists are)\b/;
/** "Location: Pretoria", "Actions to take:", "Level 3: Reconsider travel": the form of such notices. */
const FIELD =
  /^(?:location|event|date|actions?(?: to take)?|assistance|threat level|advice|issued|applies to|topic|overall advice|what has changed|still current at|what you should do|summary|background)s?(?: \(.*\))? :|\blevel [1-4]\b/;

/** "British nationals are urged to", "The office advises against", "We ask": the office speaks. */
const OWN =
  /\b(?:are (?:strongly )?(?:urged|advised|asked|requested|reminded|encouraged) to|advises? (?:you )?against|we (?:ask|urge|advise|recommend)|(?:citizens|nationals|staff) (?:should|must)|has (?:learned|received)|reminded (?:of|to))\b/;

/** The warnings of an alert; none where the report is no alert. */
export function alertsOf(a: Analysis): Warning[] {
  const { doc } = a;
  const heading = doc.sentences
    .slice(0, HEADING)
    .find(({ first, last }) => ALERT_TITLES.test(textOf(doc, first, last)));
  // A storm's alert is headed like any other.
  if (!heading || !speaksItself(a) || !countGrave(a)) return [];
  const issuer = ownVoice(a) ?? foreignState(a);
  const place = placeOf(a);
  const advice = firstAdvice(a);
  const recipients = recipientsOf(a);
  const evidence = evidenceOf(a, heading);
  const published = publishedAt(a);
  const main: Warning = {
    issuer: issuer?.id ?? null,
    recipients: recipients.map(({ id }) => id),
    audience: 'public',
    issued: published,
    about: { actor: groupOf(a)?.id ?? null, place, targets: targetsOf(a), window: windowOf(a) },
    advice,
    authority: null,
    evidence,
  };
  return [main, ...partsOf(a, main)];
}

/** "The U.S. government has limited ability to help citizens": the state abroad that the alert speaks of as its own. */
const foreignState = (a: Analysis): ActorEntity | null =>
  a.names.actorMentions.find(
    ({ actor }) => actor.kind === 'government' && actor.country !== null && actor.country !== a.names.country,
  )?.actor ?? null;

/** "Do not travel to the border with X": parts of a country that an advisory warns of more strongly, each advice once. */
function partsOf(a: Analysis, main: Warning): Warning[] {
  const { doc } = a;
  const seen = new Set<string>();
  const out: Warning[] = [];
  doc.sentences.forEach(({ first, last }, s) => {
    const advice = /^(?:[-–—•*] )?((?:do not|reconsider|avoid(?: all)?) travel) (?:to|in|within)\b/.exec(
      words(a, first, last),
    )?.[1];
    if (!advice || seen.has(advice)) return;
    // The places may stand in a list below.
    const listed = doc.tokens.slice(first, last).some(({ text }) => text === ':') || last - first <= 6;
    const end = listed ? doc.sentences[Math.min(doc.sentences.length - 1, s + 3)]!.last : last;
    const part = within(a.names.placeMentions, first, end).find(
      ({ place }) => place.id !== main.about.place && place.precision !== 'country',
    );
    if (!part) return;
    seen.add(advice);
    out.push({
      ...main,
      about: { ...main.about, actor: null, targets: [], place: part.place.id },
      advice: textOf(doc, first, last),
      evidence: [spanOf(doc, first, last)],
    });
  });
  return out;
}

/** Advice in the imperative, or header fields: an office speaks, not a reporter about it. */
function speaksItself(a: Analysis): boolean {
  const { doc } = a;
  let imperatives = 0;
  for (const { first, last } of doc.sentences) {
    let i = first;
    while (i < last && doc.tokens[i]!.pos === 'SYM') i++;
    if (ADVICE.test(words(a, i, Math.min(last, i + 3))) || FIELD.test(words(a, i, Math.min(last, i + 8))))
      imperatives++;
    else if (OWN.test(words(a, i, Math.min(last, i + 12)))) imperatives++;
  }
  return imperatives >= 2;
}

const words = ({ doc }: Analysis, first: number, last: number): string =>
  doc.tokens
    .slice(first, last)
    .map(({ lower }) => lower)
    .join(' ');

/** "Location: Pretoria", "Applies to: all of Indonesia", else the land that is named first, else the first place that is no office's. */
function placeOf(a: Analysis): string | null {
  const { tokens } = a.doc;
  const free = a.names.placeMentions.filter(
    ({ first, place }) => !a.names.actorAt(first) && place.precision !== 'region',
  );
  const inField = free.filter(({ first }) => {
    for (let i = first - 1; i >= first - 4 && i > 0; i--)
      if (tokens[i]!.text === ':')
        return WHERE.has(tokens[i - 1]!.lower) || (tokens[i - 1]!.lower === 'to' && tokens[i - 2]?.lower === 'applies');
    return false;
  });
  const fielded = inField.find(({ place }) => place.country === a.names.country) ?? inField[0];
  const headed = free.find(({ place, last }) => place.precision === 'country' && HEADED.has(tokens[last]?.lower ?? ''));
  const city = free.find(({ place, first }) => place.precision === 'city' && tokens[first - 1]?.lower === 'in');
  const named =
    fielded ??
    headed ??
    free.find(({ place }) => place.precision === 'country') ??
    city ??
    free.find(({ place }) => place.precision !== 'site');
  return named?.place.id ?? null;
}
const WHERE: ReadonlySet<string> = new Set(['location', 'locations', 'country', 'place', 'where', 'area', 'areas']);
const HEADED: ReadonlySet<string> = new Set(['level', '-', '--', '–', '—', ':']);

function recipientsOf(a: Analysis): ActorEntity[] {
  const told = a.names.actorMentions.find(({ actor }) => actor.kind === 'population');
  return told ? [told.actor] : [];
}

/** The group that may strike: one named in a sentence on what may come, not one that only has struck. */
function groupOf(a: Analysis): ActorEntity | null {
  const ahead = new Set(
    a.clauses
      .filter(
        ({ verb }) =>
          /^(?:may|might|could)$/.test(verb.modal ?? '') || /^(?:plan|plot|prepare|threaten)$/.test(verb.lemma),
      )
      .map(({ sentence }) => sentence),
  );
  return (
    a.names.actorMentions.find(({ actor, first }) => actor.kind === 'group' && ahead.has(a.doc.tokens[first]!.sentence))
      ?.actor ?? null
  );
}

/** "may target large gatherings", "avoid crowds": what is told sentence by sentence of what may come, or to be kept away from. */
function targetsOf(a: Analysis): string[] {
  const out: string[] = [];
  for (let s = 0; s < a.doc.sentences.length; s++) {
    if (!isAhead(a, s) && !isAheadOrAdvice(a, s)) continue;
    for (const target of targetsIn(a, s, a.doc.sentences[s]!.first, a.doc.sentences[s]!.last, (_, last) =>
      /^(?:agency|government)$/.test(a.names.actorAt(last - 1)?.actor.kind ?? ''),
    ))
      if (!out.includes(target)) out.push(target);
  }
  return out;
}

const AHEAD: ReadonlySet<string> = new Set(['may', 'might', 'could', 'can', 'will', 'should']);

/** Does the sentence tell what may come, or list the likely targets? */
const isAhead = (a: Analysis, sentence: number): boolean =>
  clausesIn(a, sentence).some(
    (clause) =>
      /^(?:may|might|could|can|will)$/.test(clause.verb.modal ?? '') ||
      (!clause.verb.past && !isCare(a, clause) && verbIn(PLANNING, clause)) ||
      (clause.verb.lemma === 'include' && clause.subjects.some((n) => headLemma(a, nounAt(a, n)) === 'target')),
  );

/** Does the sentence tell what may come, or what to do, and not what was done? */
function isAheadOrAdvice(a: Analysis, sentence: number): boolean {
  return clausesIn(a, sentence).some(
    (clause) =>
      AHEAD.has(clause.verb.modal ?? '') ||
      (!clause.verb.past &&
        (isCare(a, clause) ||
          verbIn(PLANNING, clause) ||
          (clause.verb.form === 'finite' && clause.verb.lemma === 'be'))),
  );
}

function firstAdvice(a: Analysis): string | null {
  for (const clause of a.clauses) {
    if (!CARE.has(clause.verb.lemma)) continue;
    return textOf(a.doc, clause.verb.first, clause.last);
  }
  return null;
}

/** "over the next 48 hours", "on 29 October": the first days named that lie behind the day of issue. */
function windowOf(a: Analysis): Warning['about']['window'] {
  const { published } = a.doc;
  const date =
    published === null
      ? undefined
      : a.dates.find(
          ({ start, end }) => start !== null && start >= published && !(start === published && end === published),
        );
  return date ? { start: date.start, end: date.end, at: date.at } : null;
}

function evidenceOf(a: Analysis, heading: { first: number; last: number }): Warning['evidence'] {
  const first = a.doc.sentences.find(
    (sentence) => sentence.first >= heading.last && sentence.last - sentence.first > 8,
  );
  return [spanOf(a.doc, heading.first, heading.last), ...(first ? [spanOf(a.doc, first.first, first.last)] : [])];
}
