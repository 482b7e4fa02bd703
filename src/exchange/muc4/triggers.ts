/** Base forms of words that tell of an incident, by the type that they speak of. */

export const TYPES = ['ATTACK', 'BOMBING', 'KIDNAPPING', 'ARSON', 'ROBBERY', 'FORCED WORK STOPPAGE'] as const;
export type IncidentType = (typeof TYPES)[number];

const WORDS: Record<string, string> = {
  ATTACK: `kill murder assassinate massacre attack shoot ambush execute machinegun machine-gun strafe slay death die wound injure
    fire raid assault torture threaten slaughter gun murderer assassin killing assassination slaying shooting execution threat
    dead body crime victim genocide assailant shot stab behead destroy damage sabotage harass mortar attempt eliminate riddle
    terrorist violence open_fire intercept storm seize occupy fall perish casualty lynch liquidate clash combat fighting hit bullet
    peppered strike destruction attempted behind`,
  BOMBING: `bomb bombing explode explosion blast dynamite blow detonate detonation mine explosive device charge grenade set_off
    blow_up go_off car-bomb bombard rocket damage destroy plant hurl throw place sabotage attack derail defuse deactivate projectile
    dinamite launch fire`,
  KIDNAPPING: `kidnap abduct kidnapping abduction hostage seize hold capture release free rescue disappear captor kidnapper
    captive ransom disappearance liberate detain arrest take capture detention`,
  ARSON: `burn torch fire arson set ablaze molotov incendiary burning gasoline flame`,
  ROBBERY: `rob steal loot robbery theft holdup hold-up looting robber take assault raid`,
  'FORCED WORK STOPPAGE': `strike stoppage paralyze work transportation suspend armed`,
};

const TYPES_OF = new Map<string, Set<string>>();
for (const [type, words] of Object.entries(WORDS))
  for (const word of words.trim().split(/\s+/)) {
    const types = TYPES_OF.get(word) ?? new Set();
    TYPES_OF.set(word, types.add(type));
  }

const NONE: ReadonlySet<string> = new Set();
/** The types that a word of this base form may tell of. */
export const typesOf = (lemma: string): ReadonlySet<string> => TYPES_OF.get(lemma) ?? NONE;
