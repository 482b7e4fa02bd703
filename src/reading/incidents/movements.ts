/**
 * Movements that are no organisation: "anarchists", "Sikh extremists". They are the group of an act for which no other is
 * named, as in the Global Terrorism Database ("a general description of the perpetrators", codebook, gname).
 */
import { fold, loadCatalogue } from '../../catalogue/catalogue.js';
import type { Analysis } from '../analysis.js';
import type { Token } from '../doc.js';
import { MOVEMENTS } from '../lexicon/things.js';
import type { ActorEntity } from '../names/entities.js';
import { headLemma, isDefinite, nounAt } from '../nouns.js';
import { DATE_LEAD } from './headings.js';
import type { Told } from './join.js';

/** Those whom a creed, a people or a cause before the noun places in one. */
const ADHERENTS = new Set(
  'extremist militant separatist nationalist radical gunman guerrilla terrorist rebel insurgent fundamentalist islamist jihadist dissident commando'.split(
    ' ',
  ),
);
/** In a chronicle's entry, whose every act has its group, these alone say enough: "jihadists". */
const FAITHFUL = new Set(['jihadist', 'jihadi', 'islamist', 'islamic-extremist']);
const CREEDS =
  /^(?:islamist|islamic|muslim|shiite|shia|sunni|salafist|hindu|sikh|jewish|christian|buddhist|maoist|marxist|communist|leftist|rightist|republican|loyalist|unionist|monarchist|zionist|incel|white|fulani|kurdish|baloch|baluch|tamil|chechen|basque|corsican|hutu|tutsi|tuareg|moluccan|palestinian|kashmiri|uighur|uyghur|naga|bodo|breton|catalan|left|right|far-left|far-right|left-wing|right-wing|ultra-?.*|neo-?nazi|neo-?fascist|anti-.+|animal-rights|environmental|(?:jihadi|islamist|islamic)-inspired)$/;

/** Adds to each incident without a group the movement that those who did it are of. */
export function addMovements(a: Analysis, told: readonly Told[]): void {
  for (const t of told) {
    if (t.groups.size) continue;
    for (const party of t.parties) {
      const movement = party.kind === 'perpetrators' && party.group === null ? movementOf(a, party.noun) : null;
      if (movement) t.groups.add(movement);
    }
  }
}

function movementOf(a: Analysis, n: number): ActorEntity | null {
  const np = nounAt(a, n);
  const { tokens } = a.doc;
  const lemma = headLemma(a, np);
  const single = tokens[np.head]!.pos !== 'NNS' && !/s$|men$/.test(tokens[np.head]!.lower);
  if ((isDefinite(a, np) || single) && !DATE_LEAD.test(a.doc.text)) return null;
  let first = np.head;
  while (first > np.first && isCause(tokens[first - 1]!)) first--;
  const bare = FAITHFUL.has(lemma) && DATE_LEAD.test(a.doc.text);
  if (!bare && !MOVEMENTS.has(lemma) && !(ADHERENTS.has(lemma) && first < np.head)) return null;
  const actor = a.names.actorFor(first, np.last);
  return actor.kind === 'group' ? actor : null;
}

const isCause = ({ lower, text, capital }: Token): boolean =>
  CREEDS.test(lower) || (capital && loadCatalogue().demonym(fold(text)) !== null);
