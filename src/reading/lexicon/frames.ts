/**
 * Frames: verbs that tell of an act of violence only with a certain object or complement ("threw [a grenade]", "set
 * [a bus] on fire", "seized [two aid workers]"). Extend the table; `verb-frames.ts` reads nothing else.
 */
import { EVENT_VERBS, type EventWord } from './events.js';

/** What the object (the subject of a passive) must be: a weapon of a kind, people, a building, a ship or plane, anything. */
export type Filler =
  | 'lives'
  | 'explosives'
  | 'incendiary'
  | 'chemical'
  | 'firearms'
  | 'device'
  | 'people'
  | 'craft'
  | 'site'
  | 'any';

export interface Frame {
  filler: Filler;
  /** Words one of which must follow within the clause, or null. */
  after: ReadonlySet<string> | null;
  /** Only with attackers as its subject, or without one in the passive. */
  byAttackers: boolean;
  event: EventWord;
  /** The device was found or taken: nothing happened. */
  stopped: boolean;
  /** The subject ran into the device: it is what was hit. */
  met: boolean;
}

type Row = [
  verbs: string,
  filler: Filler,
  after: string | null,
  byAttackers: boolean,
  event: EventWord | undefined,
  role?: 'stopped' | 'met',
];

const HOSTAGE_TAKING: EventWord = { type: 'hostage-taking', weapon: null, outcome: 'kidnapped', strength: 'strong' };
const ASSAULT: EventWord = { type: 'armed-assault', weapon: null, outcome: null, strength: 'strong' };
const ATTACK: EventWord = { type: 'unknown', weapon: null, outcome: null, strength: 'strong' };
const SABOTAGE: EventWord = { type: 'facility-attack', weapon: 'sabotage', outcome: null, strength: 'strong' };
const event = (verb: string): EventWord | undefined => EVENT_VERBS.get(verb);

const ROWS: Row[] = [
  [
    'hurl throw lob toss fling pitch launch plant place lay attach mail send post deliver leave fire detonate explode trigger set ignite activate',
    'explosives',
    null,
    false,
    event('bomb'),
  ],
  ['strike hit meet run drive step tread walk ride travel encounter', 'explosives', null, false, event('bomb'), 'met'],
  ['blow', 'any', 'apart pieces bits smithereens', false, event('bomb')],
  [
    'hurl throw lob toss fling pour douse launch plant place push shove stuff spray pump',
    'incendiary',
    null,
    false,
    event('torch'),
  ],
  ['release spray spread send mail', 'chemical', null, false, event('gas')],
  ['put pour drop add slip', 'chemical', 'in into to', false, event('gas')],
  ['fire discharge empty', 'firearms', null, false, event('shoot')],
  ['cut mow', 'people', 'down', false, event('mow down')],
  ['pick', 'people', 'off', true, event('gun down')],
  ['riddle spray rake', 'any', 'bullet bullets gunfire shots rounds', false, event('shoot')],
  ['start light kindle', 'any', 'fire fires blaze', true, event('set fire')],
  ['defuse disarm dismantle deactivate neutralise neutralize', 'explosives', null, false, event('bomb'), 'stopped'],
  [
    'find discover locate intercept recover spot',
    'device',
    'outside near under beneath underneath inside aboard beside front at on in attached hidden planted',
    false,
    event('bomb'),
    'stopped',
  ],
  ['seize confiscate intercept', 'device', null, false, event('bomb'), 'stopped'],
  ['make render', 'device', 'safe', false, event('bomb'), 'stopped'],
  ['take hold seize keep', 'any', 'hostage hostages', false, HOSTAGE_TAKING],
  ['take seize carry lead drag', 'people', 'captive away prisoner off', true, event('kidnap')],
  ['snatch', 'people', null, false, event('kidnap')],
  ['seize capture grab nab intercept waylay', 'people', null, true, event('kidnap')],
  ['carry spirit', 'people', 'off away', false, event('kidnap')],
  ['take', 'craft', 'over', false, event('hijack')],
  ['run knock', 'people', 'down over', false, event('ram')],
  ['drag bundle haul whisk pull', 'people', 'out into away off from', true, event('kidnap')],
  ['seize capture divert commandeer', 'craft', null, true, event('hijack')],
  ['set', 'any', 'fire ablaze alight', false, event('set fire')],
  ['hold', 'any', 'up', true, ASSAULT],
  ['hold', 'people', 'gunpoint captive', true, HOSTAGE_TAKING],
  ['remove unbolt loosen', 'any', 'fishplate fishplates track tracks rail rails', true, SABOTAGE],
  ['burn gut raze', 'any', 'down ground', false, event('set fire')],
  ['force fight shoot blast burst break smash push', 'any', 'into through past', true, ASSAULT],
  ['fall pounce swoop descend', 'any', 'upon on', true, ATTACK],
  ['set', 'any', 'upon', false, ATTACK],
  ['board invade', 'any', null, true, ATTACK],
  ['take claim', 'lives', null, false, event('kill')],
  ['put', 'any', 'death', false, event('murder')],
  ['seize capture occupy besiege', 'site', null, true, ASSAULT],
  ['come', 'any', 'fire attack', false, ATTACK],
  [
    'derail topple cut fell saw',
    'any',
    'track tracks rail rails pylon pylons cable cables train tower line',
    true,
    SABOTAGE,
  ],
];

/** By base form of the verb, the frames in the order in which they are tried. */
export const FRAMES: ReadonlyMap<string, Frame[]> = (() => {
  const out = new Map<string, Frame[]>();
  for (const [verbs, filler, after, byAttackers, word, role] of ROWS) {
    const frame: Frame = {
      filler,
      after: after === null ? null : new Set(after.split(' ')),
      byAttackers,
      event: word!,
      stopped: role === 'stopped',
      met: role === 'met',
    };
    for (const verb of verbs.split(/\s+/)) out.set(verb, [...(out.get(verb) ?? []), frame]);
  }
  return out;
})();
