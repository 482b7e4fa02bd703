/** The set list of nations (MUC-4, version 5) with the words of a text that stand for each and for its people. */
const TABLE: Record<string, string> = {
  ARGENTINA: 'argentine argentinean argentinian argentines argentineans',
  BOLIVIA: 'bolivian bolivians',
  CHILE: 'chilean chileans',
  COLOMBIA: 'colombian colombians',
  ECUADOR: 'ecuadoran ecuadorean ecuadorian ecuadorans',
  'EL SALVADOR': 'salvadoran salvadorans salvadorean salvadorian el_salvador salvadoreans',
  GUATEMALA: 'guatemalan guatemalans',
  HONDURAS: 'honduran hondurans',
  PERU: 'peruvian peruvians',
  NICARAGUA: 'nicaraguan nicaraguans sandinist',
  'UNITED STATES': 'u.s us usa american americans united_states u.s. u_s north_american north_americans',
  SPAIN: 'spanish spaniard spaniards',
  PANAMA: 'panamanian panamanians',
  'COSTA RICA': 'costa_rican costa_ricans costa_rica',
  MEXICO: 'mexican mexicans',
  VENEZUELA: 'venezuelan venezuelans',
  BRAZIL: 'brazilian brazilians',
  URUGUAY: 'uruguayan uruguayans',
  PARAGUAY: 'paraguayan paraguayans',
  CUBA: 'cuban cubans',
  USSR: 'soviet soviets russian russians soviet_union',
  'UNITED KINGDOM': 'british briton britons english britain great_britain englishman',
  FRANCE: 'french frenchman frenchmen',
  ITALY: 'italian italians',
  'WEST GERMANY': 'german germans west_german west_germans frg germany west_germany',
  'EAST GERMANY': 'east_german east_germans gdr',
  NETHERLANDS: 'dutch dutchman',
  BELGIUM: 'belgian belgians',
  SWITZERLAND: 'swiss',
  SWEDEN: 'swedish swede swedes',
  NORWAY: 'norwegian norwegians',
  DENMARK: 'danish dane danes',
  AUSTRIA: 'austrian austrians',
  PORTUGAL: 'portuguese',
  JAPAN: 'japanese',
  ISRAEL: 'israeli israelis',
  LEBANON: 'lebanese',
  EGYPT: 'egyptian egyptians',
  IRAN: 'iranian iranians',
  IRAQ: 'iraqi iraqis',
  LIBYA: 'libyan libyans',
  CANADA: 'canadian canadians',
  AUSTRALIA: 'australian australians',
  IRELAND: 'irish irishman',
  POLAND: 'polish pole poles',
  HUNGARY: 'hungarian hungarians',
  BULGARIA: 'bulgarian',
  CZECHOSLOVAKIA: 'czech czechoslovak',
  YUGOSLAVIA: 'yugoslav yugoslavian',
  PHILIPPINES: 'filipino philippine filipinos',
  'PEOPLES REP OF CHINA': 'chinese prc china',
  'REPUBLIC OF CHINA': 'taiwanese taiwan',
  'REPUBLIC OF KOREA': 'korean korea south_korea south_korean',
  'DEMOCRATIC PEOPLES REP OF KOREA': 'north_korea north_korean',
  'REPUBLIC OF SOUTH AFRICA': 'south_african south_africa',
  HAITI: 'haitian haitians',
  'DOMINICAN REPUBLIC': 'dominican dominicans dominican_republic',
  JAMAICA: 'jamaican',
  BELIZE: 'belizean',
  'VATICAN CITY': 'vatican vatican_city',
  VIETNAM: 'vietnamese',
};

const NATION_OF = new Map<string, string>();
for (const [nation, words] of Object.entries(TABLE)) {
  for (const word of words.split(' ')) NATION_OF.set(word, nation);
  NATION_OF.set(nation.toLowerCase().replaceAll(' ', '_'), nation);
}

/** The nine countries whose incidents the task asks for. */
export const OF_INTEREST: ReadonlySet<string> = new Set(Object.keys(TABLE).slice(0, 9));

/** The nation that the folded words (joined by "_") name or whose people they name; null for none. */
export const nationOf = (words: string): string | null => NATION_OF.get(words) ?? null;

/** The nations named between two tokens, with the token that each begins at. */
export function nationsIn(lowers: readonly string[]): { at: number; nation: string }[] {
  const out: { at: number; nation: string }[] = [];
  for (let i = 0; i < lowers.length; i++) {
    const two = i + 1 < lowers.length ? nationOf(`${lowers[i]}_${lowers[i + 1]}`) : null;
    const nation = two ?? nationOf(lowers[i]!);
    if (nation) out.push({ at: i, nation });
    if (two) i++;
  }
  return out;
}
