/** Classes of words of this field: who and what is struck, who strikes, what is done. Extend the lists, not the code. */

const NOUNS: Record<string, string> = {
  military: `soldier troop army officer lieutenant sergeant captain major colonel general battalion brigade garrison barracks patrol
    military paratrooper convoy regiment unit detachment corporal serviceman recruit marine squadron guardsman infantry helicopter`,
  police: 'policeman police patrolman agent detective gendarme policemen patrolmen',
  rebel: `guerrilla terrorist rebel subversive extremist insurgent commando militant fighter combatant column gunman sicario hitman
    assassin murderer killer kidnapper assailant attacker delinquent criminal contra gang squad thug trafficker drug-trafficker mafia
    cartel bandit insurrectionist guerilla faction cell hooded individual`,
  civilian: `civilian peasant worker woman child man person people student teacher journalist reporter newsman priest nun jesuit
    bishop resident villager farmer family girl boy youth driver passenger businessman industrialist merchant citizen tourist
    employee nurse doctor lawyer father mother son daughter wife husband brother sister cook maid passerby minor inhabitant
    missionary engineer technician executive leader unionist activist victim professor rector human body photographer cameraman
    neighbor community population refugee rancher landowner housewife baby infant pedestrian bystander volunteer native indian`,
  official: `president minister mayor governor senator deputy judge magistrate prosecutor attorney ambassador diplomat consul
    official councilman congressman candidate secretary director commissioner justice politician legislator delegate chief`,
  guard: 'bodyguard guard escort watchman',
  building: `building house home residence office headquarters embassy consulate store shop restaurant hotel bank school church
    university hospital plant factory warehouse installation facility ministry station post theater temple market supermarket
    newspaper tower pylon bridge pipeline substation refinery dam airport company pole line network system farm ranch
    power electricity telephone exchange branch local premises cathedral town village branch agency dealership pharmacy oil_pipeline`,
  vehicle:
    'car bus truck vehicle jeep train plane airplane aircraft boat van ambulance taxi trailer tanker motorcycle automobile helicopter bicycle pickup',
  weapon: `bomb dynamite explosive grenade rifle gun machinegun pistol mine mortar rocket missile bullet weapon charge device
    car-bomb revolver submachinegun machete knife shotgun launcher ak-47 m-16 bazooka cartridge tnt shot gunshot projectile stick
    bombing gunfire`,
  money: 'money cash dollar peso ransom colon',
};
const VERBS: Record<string, string> = {
  kill: 'kill murder assassinate slay execute massacre shoot gun machinegun die riddle slaughter behead eliminate perish',
  hurt: 'wound injure hurt maim torture beat burn',
  bomb: 'bomb dynamite explode detonate blow blast go_off set_off blow_up',
  strike: 'attack assault raid ambush strafe fire open_fire harass hit storm machine-gun',
  take: 'kidnap abduct seize hold capture take hijack disappear',
  ruin: 'damage destroy sabotage wreck raze topple down',
  burn: 'burn torch set_fire ignite',
  plant: 'place plant hurl throw launch lob leave',
  free: 'release free rescue escape liberate',
  steal: 'steal rob loot',
  threaten: 'threaten warn vow',
  blame: 'accuse blame charge suspect attribute implicate',
  claim: 'claim admit acknowledge',
};
const TELLING: Record<string, string> = {
  kill: 'murder assassination killing massacre slaying execution death homicide crime genocide shooting',
  bomb: 'bombing explosion blast detonation dynamiting',
  strike: 'attack assault ambush raid shootout offensive strike incident action',
  take: 'kidnapping abduction hostage disappearance captivity detention hijacking',
  ruin: 'damage destruction sabotage',
  burn: 'fire arson',
  clash: 'clash combat fighting battle confrontation skirmish engagement',
};

function index(table: Record<string, string>): Map<string, string> {
  const out = new Map<string, string>();
  for (const [name, words] of Object.entries(table))
    for (const word of words.trim().split(/\s+/)) if (!out.has(word)) out.set(word, name);
  return out;
}
const nouns = index(NOUNS);
const verbs = index(VERBS);
const telling = index(TELLING);

/** Class of a noun by its base form ("peasant" → "civilian"), or null. */
export const nounClass = (lemma: string): string | null => nouns.get(lemma) ?? null;
/** Class of a verb by its base form and particle, or null. */
export const verbClass = (lemma: string, particle: string | null): string | null =>
  (particle ? verbs.get(`${lemma}_${particle}`) : undefined) ?? verbs.get(lemma) ?? null;
/** Class of a noun that tells of an act ("murder" → "kill"), or null. */
export const actClass = (lemma: string): string | null => telling.get(lemma) ?? null;
