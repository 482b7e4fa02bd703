/** Weapons by noun (singular, folded), their GTD type, and the attack that they are made for, if any. */
import type { IncidentType, WeaponType } from '../vocabulary.js';

const rows: [string, WeaponType, IncidentType | null][] = [
  [
    `bomb car-bomb truck-bomb explosive ied vbied grenade dynamite mine landmine missile rocket mortar warhead tnt c4 semtex pipe-bomb
    rocket-propelled-grenade rpg detonator charge vest belt device torpedo shell booby-trap ammonium-nitrate anfo`,
    'explosives',
    'bombing',
  ],
  [
    `gun rifle pistol kalashnikov ak-47 ak47 machine-gun submachine-gun handgun shotgun firearm revolver carbine bullet gunshot gunfire
    shot automatic-weapon assault-rifle small-arms shooting ammunition`,
    'firearms',
    'armed-assault',
  ],
  [
    'knife machete axe sword blade dagger hammer cleaver meat-cleaver club cutlass hatchet screwdriver',
    'melee',
    'armed-assault',
  ],
  [
    'petrol-bomb molotov molotov-cocktail firebomb petrol gasoline kerosene paraffin accelerant incendiary arson',
    'incendiary',
    'facility-attack',
  ],
  [
    'sarin gas nerve-gas nerve-agent chlorine mustard-gas poison cyanide chemical ricin-gas vx mustard acid',
    'chemical',
    'unarmed-assault',
  ],
  ['anthrax ricin botulinum smallpox pathogen', 'biological', 'unarmed-assault'],
  ['dirty-bomb radiological-device', 'radiological', null],
  ['drone uav', 'explosives', 'bombing'],
];

export interface Weapon {
  type: WeaponType;
  attack: IncidentType | null;
}

export const WEAPONS: ReadonlyMap<string, Weapon> = new Map(
  rows.flatMap(([words, type, attack]) => words.split(/\s+/).map((word) => [word, { type, attack }] as const)),
);

/** Nouns that are weapons only with such a word before them: "suicide vest", "explosive belt", "explosive device". */
export const ONLY_WITH: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    vest: /suicide|explosive|bomb/,
    belt: /suicide|explosive|bomb/,
    device:
      /explosive|incendiary|improvised|bomb|nuclear|radiological|crude|home-?made|makeshift|exploded|detonated|went|planted|hidden/,
    charge: /explosive|bomb|depth|dynamite/,
    shell: /artillery|mortar|tank|fired|^(?:two|three|four|five|six|seven|eight|nine|ten|several|a|the) /,
    mine: /land|anti|naval|limpet|laid|planted/,
    shot: /fired|gun|several|heard/,
    club: /wooden|iron/,
    chemical: /weapon|agent|toxic/,
    gas: /nerve|poison|sarin|mustard|chlorine|toxic|tear/,
    acid: /sulphuric|sulfuric|threw/,
    hammer: /with|claw/,
    petrol: /(?:^|\s)(?!station|pump|price|shortage|tanker)\S+$/,
    gasoline: /(?:^|\s)(?!station|pump|price|shortage|tanker)\S+$/,
  }),
);
