/** Words that tell, in text that is all capitals, what is a name: folded. */
import {
  BODY_HEADS,
  COMMON_ACTORS,
  GROUP_NAME_WORDS,
  GROUP_REFERENCES,
  WEAK_GROUP_WORDS,
} from '../names/lexicon/bodies.js';
import { ROLES, TITLE_WORDS } from '../names/lexicon/people.js';
import { BOUND_SITE_NOUNS, PLACE_NOUNS } from '../names/lexicon/sites.js';
import { THINGS } from './things.js';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Common words of this field that the general lexicon lacks. */
export const COMMON_WORDS: ReadonlySet<string> = new Set([
  ...THINGS.keys(),
  ...COMMON_ACTORS.keys(),
  ...GROUP_REFERENCES,
  ...ROLES,
  ...TITLE_WORDS,
  ...PLACE_NOUNS.keys(),
]);

/** Short names that are common words too, or look like them. */
export const NAME_ALWAYS: ReadonlySet<string> = new Set(
  words(`un eu uk au uae nato isis isil daesh monday tuesday wednesday thursday friday saturday sunday january february april june july
    september october november december jan feb apr jun jul aug sept oct nov dec`),
);

/** What a body's name ends in: "FRONT", "COURT", "ARMY". */
export const BODY_NOUNS: ReadonlySet<string> = new Set(
  [...BODY_HEADS.keys(), ...GROUP_NAME_WORDS, ...WEAK_GROUP_WORDS].filter(
    (word) =>
      !/^(?:group|cell|insurgent|insurgency|guerrilla|guerrillas|militia|watch|post|media|tigers|lions)$/.test(word),
  ),
);

/** What stands before that: "[NATIONAL LIBERATION] FRONT". */
export const NAME_ADJECTIVES: ReadonlySet<string> = new Set(
  words(`national supreme central federal civil popular revolutionary democratic liberation people's united islamic communist socialist
    christian international security state foreign interior justice defence defense public human rights air peoples workers republican
    patriotic special joint criminal labour labor conservative liberal intelligence district high`),
);

/** Nouns of sites that belong to the name before them: "ABBEY GATE", "TARATA STREET". */
export const SITE_NOUNS: ReadonlySet<string> = new Set(
  [...PLACE_NOUNS]
    .filter(([noun, precision]) => precision === 'site' && !BOUND_SITE_NOUNS.has(noun))
    .map(([noun]) => noun),
);

/** Those that belong to it even behind a city's name: "LONDON BRIDGE" against "Moscow market". */
export const CITY_SITE_NOUNS: ReadonlySet<string> = new Set(
  words(
    'bridge street avenue road boulevard square hall gate park university college hospital hotel mall tower palace stadium',
  ),
);
