/** An office's own alert or travel advisory: the report itself is the warning, issued by its publisher on its day. */
import { type Analysis, within } from '../analysis.js';
import { fullWords } from '../danger.js';
import { spanOf, textOf } from '../doc.js';
import { ALERT_TITLES, CARE } from '../lexicon/warnings.js';
import type { ActorEntity } from '../names/entities.js';
import { headLemma, nounAt } from '../nouns.js';
import type { Warning } from '../schema.js';

/** Sentences from the top in which a heading of an alert must stand. */
const HEADING = 4;
/** "Do not travel to", "Reconsider travel to", "Avoid": sentences of advice in the alert's own voice. */
const ADVICE =
  /^(?:do not|don't|reconsider|avoid|exercise|leave|depart|stay|keep|monitor|review|be|notify|seek|have|remain|limit|follow|contact|enroll?|register|carry|use|check|plan|prepare|refrain|travell?ers should)\b/;
/** "Location: Pretoria", "Actions to take:", "Level 3: Reconsider travel": the form of such notices. */
const FIELD = /^(?:location|event|date|actions?(?: to take)?|assistance|threat level|advice)s? :|\blevel [1-4]\b/;

/** The warnings of an alert; none where the report is no alert. */
export function alertsOf(a: Analysis): Warning[] {
  const { doc } = a;
  const heading = doc.sentences
    .slice(0, HEADING)
    .find(({ first, last }) => ALERT_TITLES.test(textOf(doc, first, last)));
  if (!heading || !speaksItself(a)) return [];
  const issuer = issuerOf(a);
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
  }
  return imperatives >= 2;
}

const words = ({ doc }: Analysis, first: number, last: number): string =>
  doc.tokens
    .slice(first, last)
    .map(({ lower }) => lower)
    .join(' ');

/** The embassy or department of the heading, else the publisher. */
function issuerOf(a: Analysis): ActorEntity | null {
  const offices = a.names.actorMentions.filter(({ actor }) => actor.kind === 'agency' || actor.kind === 'government');
  const publisher = a.publisher?.toLowerCase() ?? '';
  const own = offices.find(({ actor }) =>
    [actor.name, ...actor.aliases].some((name) => publisher !== '' && publisher.includes(name.toLowerCase())),
  );
  return (own ?? offices[0])?.actor ?? null;
}

/** "Location: Pretoria", else the first place that is no office's. */
function placeOf(a: Analysis): string | null {
  const { tokens } = a.doc;
  for (const { place, first } of a.names.placeMentions)
    if (tokens[first - 1]?.text === ':' && /^(?:location|country|place|where)s?$/.test(tokens[first - 2]?.lower ?? ''))
      return place.id;
  const countries = a.names.placeMentions.filter(({ place }) => place.precision === 'country');
  const named =
    countries.find(({ last }) => /^(?:level|-+|–|—|:)$/.test(tokens[last]?.lower ?? '')) ??
    a.names.placeMentions.find(({ first, place }) => !a.names.actorAt(first) && place.precision !== 'region') ??
    countries[0];
  return named?.place.id ?? null;
}

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

/** "may target large gatherings", "avoid crowds": the objects of "target" and of "avoid". */
function targetsOf(a: Analysis): string[] {
  const out: string[] = [];
  for (const clause of a.clauses) {
    const acts = clause.objects.some((n) => /^(?:attack|bombing|assault)$/.test(headLemma(a, nounAt(a, n))));
    const aimed = acts ? clause.prepositional.filter(({ preposition }) => /^(?:on|against)$/.test(preposition)) : [];
    const hit = /^(?:target|hit|strike|attack|bomb|avoid)$/.test(clause.verb.lemma) ? clause.objects : [];
    const away =
      /^(?:stay|keep)$/.test(clause.verb.lemma) && clause.verb.particle === 'away'
        ? clause.prepositional.filter(({ preposition }) => preposition === 'from')
        : [];
    for (const n of [...hit, ...[...aimed, ...away].map(({ noun }) => noun)]) {
      const np = nounAt(a, n);
      if (/^(?:area|travel|place|region|attention)$/.test(headLemma(a, np)) && a.doc.tokens[np.last]?.lower !== 'of')
        continue;
      const text = fullWords(a, n);
      if (!a.names.placeAt(np.head) && !out.includes(text)) out.push(text);
    }
  }
  return out;
}

function firstAdvice(a: Analysis): string | null {
  for (const clause of a.clauses) {
    if (!CARE.has(clause.verb.lemma)) continue;
    return textOf(a.doc, clause.verb.first, clause.last);
  }
  return null;
}

/** The first day named that is the day of publication. */
function publishedAt(a: Analysis): Warning['issued'] {
  const date = a.dates.find(({ start }) => start !== null && start === a.doc.published);
  return date ? { start: date.start, end: date.end, at: date.at } : null;
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
