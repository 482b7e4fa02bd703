/** "up to $10 million for information that leads to X", "a bounty on X", "REWARD: Rs 10 lakh": one for each whom it is set on. */
import { type Analysis, within } from '../analysis.js';
import { nextMarked } from '../doc.js';
import { clausesIn } from '../facts.js';
import { asNoun, asVerb, mark } from '../forms.js';
import type { ActorEntity } from '../names/entities.js';
import { groupIn, isOfficial, properName } from '../who.js';
import type { Act } from './act.js';
import type { Scene } from './scene.js';

const OFFERING = /^(?:offer|raise|announce|post|double|increase|pay|put|set|place|promise)$/;
const REWARD = new Set(['reward', 'rewards', 'bounty', 'bounties']);
/** What a reward is for, or what it is set on. */
const FOR = new Set([
  'information',
  'facts',
  'whereabouts',
  'tip',
  'tips',
  'head',
  'heads',
  'capture',
  'clues',
  'leads',
  'word',
  'authors',
  'culprits',
  'perpetrators',
]);
const MONEY = /^(?:[$€£¥₹]|us\$|rs|pesos|dollars|euros|pounds|rupees|lakh|shillings|naira|pkr|usd|eur|million)$/;

export function rewardsIn(scene: Scene): Act[] {
  const { a } = scene;
  const acts: Act[] = [];
  a.doc.sentences.forEach(({ first, last }, sentence) => {
    const sign = signIn(scene, first, last, sentence - (acts.at(-1)?.sentence ?? -9) <= 1);
    if (sign < 0) return;
    const clause = clausesIn(a, sentence).find(({ verb }) => OFFERING.test(verb.lemma) && !verb.negated);
    const own = a.phrases.nouns[clause?.subjects[0] ?? -1];
    const opening = a.phrases.nouns[clausesIn(a, sentence)[0]?.subjects[0] ?? -1];
    // "Police blame X for it and have put 20 million on his head"
    const subject = own && opening && a.names.actorAt(own.head)?.actor.kind === 'person' ? opening : own;
    const by = subject ? a.names.actorFor(subject.first, subject.last) : (acts.at(-1)?.by ?? scene.ownVoice);
    const persons = within(a.phrases.nouns, first, last)
      .filter((np) => !subject || np.first >= subject.last)
      .flatMap((np) => a.names.actorAt(np.head)?.actor ?? properName(a, np) ?? [])
      .filter((actor) => actor.kind === 'person' && actor !== by && !isOfficial(actor));
    const group = groupIn(a, sign, last);
    // "X, for whom the government set a bounty"
    const before = subject
      ? within(a.names.actorMentions, first, subject.first).filter(({ actor }) => actor.kind === 'person')
      : [];
    const whom = new Set<ActorEntity | null>(
      persons.length ? persons : group ? [group] : [before[0]?.actor ?? soughtBehind(a, sign, last)],
    );
    const date = within(a.dates, first, last).find(({ kind }) => kind !== 'dateline');
    for (const actor of whom)
      acts.push({
        type: 'reward',
        by: by?.kind === 'group' ? null : by,
        against: actor ? [actor] : [],
        incident: null,
        place: null,
        date: date ? { start: date.start, end: date.end, at: date.at } : scene.ownDay,
        sentence,
      });
  });
  return acts;
}

/** "on the heads of those responsible", "for the authors": people without a name. */
function soughtBehind(a: Analysis, first: number, last: number): ActorEntity | null {
  for (let i = first; i < last; i++) {
    const np = a.phrases.nouns[a.phrases.nounAt[i] ?? -1];
    const last = np && a.doc.tokens[np.last]?.lower === 'responsible' ? np.last + 1 : np?.last;
    if (np?.head === i && SOUGHT.has(a.doc.tokens[i]!.lower)) return a.names.actorFor(np.first, last!);
  }
  return null;
}
const SOUGHT = new Set(
  'those authors culprits perpetrators killers attackers gunmen suspects suspect gunman'.split(' '),
);

/** Any of the words that are looked for: most have no part in it. */
const OF_REWARD = mark(
  (form) =>
    MONEY.test(form.lower) ||
    OFFERING.test(form.lower) ||
    OFFERING.test(asVerb(form)) ||
    OFFERING.test(asNoun(form)) ||
    REWARD.has(form.lower) ||
    FOR.has(form.lower) ||
    form.lower === 'sum',
);

/** Token of the word that makes the sentence one of a reward, or -1; `goes on`: the sentence before was one. */
function signIn({ a }: Scene, first: number, last: number, goesOn: boolean): number {
  const { tokens } = a.doc;
  let money = false;
  let offered = false;
  let sign = -1;
  for (let i = nextMarked(a.doc, OF_REWARD, first, last); i < last; i = nextMarked(a.doc, OF_REWARD, i + 1, last)) {
    const { lower, lemma } = tokens[i]!;
    if (MONEY.test(lower)) money = true;
    if (OFFERING.test(lemma)) offered = true;
    if (lower === 'information' && tokens[i - 1]?.lower === 'for') return i;
    if (sign < 0 && (REWARD.has(lower) || FOR.has(lower) || (goesOn && lower === 'sum'))) sign = i;
  }
  if (sign < 0 || !money) return -1;
  return offered || !FOR.has(tokens[sign]!.lower) ? sign : -1;
}
