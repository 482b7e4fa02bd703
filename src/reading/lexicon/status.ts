/** Words that say how real an act is: planned, foiled, attempted, threatened, or not told as an act at all. */
import type { Status } from '../vocabulary.js';

/** `none`: a possibility, a wish or a general statement, from which no incident is read. */
export type Reality = Status | 'none';

const table = (rows: [string, Reality][]): ReadonlyMap<string, Reality> =>
  new Map(
    rows.flatMap(([words, reality]) => words.split(/\s+/).map((word) => [word.replaceAll('_', ' '), reality] as const)),
  );

/** Verbs by what they make of the act in their object or their infinitive. */
export const GOVERNING_VERBS = table([
  ['plan plot prepare intend scheme conspire organize organise', 'planned'],
  ['foil thwart prevent disrupt avert stop break_up uncover abort scuttle frustrate forestall', 'foiled'],
  ['try attempt fail seek', 'attempted'],
  ['repel repulse beat_off beat_back fight_off ward_off', 'attempted'],
  ['threaten vow swear promise pledge', 'threatened'],
  [
    'want wish hope mean aim fear expect anticipate risk encourage urge incite call inspire praise advocate consider discuss contemplate',
    'none',
  ],
]);

/** Adjectives and participles before the noun. */
export const MODIFIERS = table([
  ['planned intended', 'planned'],
  ['foiled thwarted averted prevented disrupted', 'foiled'],
  ['attempted failed botched unsuccessful abortive', 'attempted'],
  ['threatened', 'threatened'],
  ['possible potential future further imminent impending likely hypothetical next new external', 'none'],
  ['alleged supposed', 'alleged'],
]);

/** Nouns before "of", "to" or "against": "the threat of attacks", "a plot to bomb", "an attempt to kill". */
export const GOVERNING_NOUNS = table([
  ['plan plot conspiracy plans preparation scheme', 'planned'],
  ['attempt bid effort', 'attempted'],
  [
    'threat risk fear danger possibility likelihood warning prospect chance call wave series campaign anniversary history kind type spate alert',
    'none',
  ],
  ['vow pledge', 'threatened'],
]);

export const HYPOTHETICAL_MODALS: ReadonlySet<string> = new Set([
  'could',
  'may',
  'might',
  'can',
  'would',
  'should',
  'must',
  'will',
  'shall',
]);
export const HYPOTHETICAL_MARKERS: ReadonlySet<string> = new Set(['if', 'unless', 'whether', 'lest']);
