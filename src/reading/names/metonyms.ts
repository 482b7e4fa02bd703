/** Countries and capitals that act or are spoken to are governments: "Moscow said", "warned Iran"; in "in Moscow" they are places. */
import { fold } from '../../catalogue/catalogue.js';
import { textOf } from '../doc.js';
import { type Book, knownEntity } from './book.js';
import type { PlaceMention } from './entities.js';
import { LOCATIVES } from './lexicon/sites.js';

/** What is done to somebody, not to a place. */
const ADDRESSING = new Set(
  'warn tell inform alert notify urge ask accuse blame brief assure thank advise caution remind hold'.split(' '),
);
/** What only a government, and no city, does. */
const GOVERNING = new Set(
  `say tell warn deny accuse blame call claim announce condemn insist urge reject demand add put list vow pledge agree ask want order offer describe
  declare admit acknowledge launch impose sanction designate support back send provide share know issue follow raise recall expel report believe respond ban outlaw proscribe blacklist denounce deplore sentence fund finance arm train
  supply harbour harbor shelter bankroll sponsor equip retort maintain dismiss host`.split(/\s+/),
);

export function findMetonyms(book: Book): void {
  for (const mention of book.placeMentions) {
    const { first, last } = mention;
    const government = book.catalogue.governmentMeant(fold(textOf(book.doc, first, last)));
    if (!government || !actsAsGovernment(book, mention)) continue;
    const actor = knownEntity(book, government);
    actor.mentions.push({ first, last });
    const words = textOf(book.doc, first, last);
    actor.aliases.add(words);
    const metonym = { actor, first, last };
    book.actorMentions.push(metonym);
    book.actorsFrom.set(first, metonym);
  }
  book.actorMentions.sort((a, b) => a.first - b.first);
}

function actsAsGovernment({ doc }: Book, { place, first, last }: PlaceMention): boolean {
  const { tokens } = doc;
  const sentence = doc.sentences[tokens[first]!.sentence]!;
  let i = first - 1;
  if (i >= sentence.first && tokens[i]!.lower === 'the') i--;
  const before = i >= sentence.first ? tokens[i]! : null;
  if (before && before.pos.startsWith('VB') && ADDRESSING.has(before.lemma)) return true;
  if (before?.lower === 'by' && tokens[i - 1]?.pos === 'VBN') return place.precision === 'country';
  if (
    before &&
    (LOCATIVES.has(before.lower) ||
      before.lower === 'of' ||
      before.lower === 'to' ||
      before.lower === 'for' ||
      before.lower === 'with')
  )
    return false;
  const verb = verbAfter(tokens, last, sentence.last);
  if (!verb) return false;
  if (before && /^,$|^and$/.test(before.lower) && i - 1 >= sentence.first && LOCATIVES.has(tokens[i - 2]?.lower ?? ''))
    return false;
  return (
    GOVERNING.has(verb.lemma) ||
    (place.precision === 'country' && verb.lemma !== 'be' && verb.lemma !== 'see' && verb.lemma !== 'suffer')
  );
}

/** The finite verb of which the name is the subject: over adverbs, "and Britain", auxiliaries. */
function verbAfter(tokens: Book['doc']['tokens'], last: number, end: number): Book['doc']['tokens'][number] | null {
  let i = last;
  if (tokens[i]?.lower === 'and' || tokens[i]?.lower === ',') {
    if (tokens[i]?.lower === ',') return null;
    i++;
    if (tokens[i]?.lower === 'the') i++;
    let names = 0;
    while (i < end && tokens[i]!.pos === 'NNP' && names < 4) {
      i++;
      names++;
    }
    if (!names) return null;
  }
  let verb = null;
  for (; i < end && i < last + 8; i++) {
    const { pos, lower } = tokens[i]!;
    if (/^(?:VBD|VBZ|VBP|VBN|VB|MD|VBG)$/.test(pos)) {
      if (!verb && !/^(?:VBD|VBZ|VBP|MD)$/.test(pos)) return null;
      verb = tokens[i]!;
    } else if (pos === 'RB' || /^(?:both|also|not)$/.test(lower)) {
    } else if (!verb && pos === 'IN' && lower === 'on') i++;
    else break;
  }
  return verb;
}
