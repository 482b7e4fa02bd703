/** Nouns that end or begin the name of a place, and how exact a place so named is. Folded, singular. */
import type { Precision } from '../../vocabulary.js';

const SITE = `airport airfield airbase aerodrome hotel motel hostel resort mosque church cathedral synagogue temple shrine basilica chapel monastery
  abbey seminary madrasa stadium arena theatre theater cinema hall gate street avenue road boulevard lane square plaza park bridge tunnel
  prison jail university college school academy hospital clinic mall market bazaar supermarket camp base barracks garrison compound headquarters station
  terminal port harbour harbor dam refinery plant factory tower building palace museum library cemetery junction checkpoint crossing highway
  stadium site center centre gardens beach studio nightclub restaurant cafe embassy-compound parliament-building villa mall metro subway`;
const DISTRICT =
  'district quarter neighbourhood neighborhood suburb borough ward arrondissement barangay barrio subdistrict colony favela';
const CITY = 'city town village hamlet municipality settlement township commune locality';
const PROVINCE =
  'province region state governorate department prefecture oblast county canton republic territory valley division krai voivodeship emirate';
const REGION = 'sea gulf ocean strait peninsula desert basin mountains';

const table = (...rows: [Precision, string][]): ReadonlyMap<string, Precision> =>
  new Map(
    rows.flatMap(([precision, nouns]) => nouns.split(/\s+/).map((noun) => [noun, precision] as [string, Precision])),
  );

/** "Kabul airport", "Tarata Street", "Lower Shabelle region": the precision by the noun. */
export const PLACE_NOUNS = table(
  ['site', SITE],
  ['district', DISTRICT],
  ['city', CITY],
  ['province', PROVINCE],
  ['region', REGION],
);

/** "Mount Sinjar", "Camp Chapman", "Lake Chad": nouns in front. */
export const LEADING_PLACE_NOUNS: ReadonlyMap<string, Precision> = new Map([
  ['mount', 'site'],
  ['mt', 'site'],
  ['camp', 'site'],
  ['fort', 'site'],
  ['lake', 'region'],
  ['barangay', 'district'],
  ['hotel', 'site'],
  ['terminal', 'site'],
  ['cape', 'region'],
  ['port', 'city'],
  ['island', 'district'],
]);

/** Nouns so closely bound to a city's name that the two are one place, though written small ("Kabul airport"). */
export const BOUND_SITE_NOUNS: ReadonlySet<string> = new Set([
  'airport',
  'airfield',
  'airbase',
  'prison',
  'jail',
  'dam',
  'refinery',
]);

/** Prepositions that put something somewhere. */
export const LOCATIVES: ReadonlySet<string> = new Set(
  'in at near outside inside around from into across throughout toward towards within through over off beyond'.split(
    ' ',
  ),
);

/** Points of the compass and the like in front of a place: "northern Mali", "East Mosul". */
export const DIRECTIONS: ReadonlySet<string> = new Set(
  `north south east west northern southern eastern western central northeast northwest southeast southwest north-east north-west south-east
  south-west northeastern northwestern southeastern southwestern north-eastern north-western south-eastern south-western upper lower greater inner outer`.split(
    /\s+/,
  ),
);
