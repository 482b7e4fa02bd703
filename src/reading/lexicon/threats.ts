/** How threats are worded: which verbs and nouns make of an act of violence an intent, an ability, a plan or a call to it. */
import type { ThreatType } from '../vocabulary.js';

const words = (text: string): string[] => text.trim().split(/\s+/);
const set = (text: string): ReadonlySet<string> => new Set(words(text));
const table = (...rows: [ThreatType, string][]): ReadonlyMap<string, ThreatType> =>
  new Map(rows.flatMap(([type, list]) => words(list).map((word) => [word, type] as [string, ThreatType])));

/** Verbs, by lemma and particle, for what attackers do to their object. */
export const ATTACKING = set(`
  attack strike hit kill bomb assault ambush behead murder massacre assassinate kidnap abduct hijack blow_up strike_at target execute punish avenge shoot slaughter destroy drive_out
  expel overthrow topple annihilate wipe_out conquer invade capture seize raid storm shell sabotage burn harm retaliate eliminate liquidate slay maim terrorise terrorize crush
  exterminate eradicate decapitate detonate shoot_down bring_down set_off torch fight sink derail poison stab ram disrupt hang injure wound hurt endanger firebomb lynch hunt
  snatch menace infiltrate blackmail starve starve_out blockade reach penetrate retake recapture storm overthrow go_after hunt_down strike_back lash_out hit_back fight_back gun_down mow_down run_over cut_off overrun besiege torture rape bleed mutilate run_down take_back
`);
/** With an act or a means as their object these do the same: "carry out an attack", "plant a bomb". */
export const DOING = set(`
  carry_out conduct launch mount stage perpetrate commit undertake continue do inspire direct make build use go_on keep resume plan wage inflict step_up escalate intensify expand take
  organise organize execute sow spread cause unleash plant place set_off detonate fire deploy enable facilitate sponsor support perform pull_off bring exact renew increase extend
  orchestrate coordinate co-ordinate plot prepare leave hold attempt repeat send stir_up provoke incite maintain pursue sustain prosecute issue dispatch slip smuggle dispatch slip smuggle
`);
/** Nouns for the acts, and for what they are done with. */
export const ACTS = set(`
  attack strike operation bombing assault killing kidnapping plot violence bloodshed campaign raid terror jihad war attempt bomb drone explosive weapon revenge retaliation reprisal
  vengeance retribution bloodbath casualty destruction ambush assassination bombing-campaign rocket missile massacre beheading abduction hostage-taking uprising war chaos mayhem terrorism
  murder carnage shooting explosion device bomber hijacking slaughter intifada havoc rampage incident atrocity sabotage stabbing hostilities arson insurgency offensive ied device dynamite gun threat harm damage squad operative team
`);

/** "wants to attack", "vowed to strike", "is plotting to bomb": verbs before an infinitive, a gerund or the act itself. */
export const GOVERNING = table(
  [
    'intent',
    `want intend aim seek hope mean vow promise pledge threaten swear desire wish commit determine resolve aspire strive undertake mull contemplate consider warn decide long
    yearn look wait remain`,
  ],
  [
    'plotting',
    'plan plot prepare mass conspire scheme gear_up ready organise organize orchestrate mastermind devise hatch',
  ],
);
/** Of these, to say so is itself the threat: whoever does it says it. */
export const MENACING_SPEECH = set('vow promise pledge threaten swear warn declare announce call urge exhort incite');
/** They take the type of what governs them: "vowed to go on attacking", "could try to strike". */
export const NEUTRAL = set(
  'acquire obtain buy procure develop stockpile try attempt continue keep begin start resume proceed go_on help seek come return manage',
);
/** The act itself as their object: "threatened attacks", "promised more operations", "is plotting attacks". */
export const WITH_ACT = table(
  ['intent', 'threaten vow promise pledge seek swear declare announce want consider contemplate'],
  ['plotting', 'plot plan prepare organise organize orchestrate mastermind devise hatch scheme'],
  ['incitement', 'urge encourage advocate incite justify preach demand glorify praise'],
);
/** What else is threatened with, behind a verb of menace: "promised more", "vowed a harsh response". */
export const MENACES = set(
  'worse more blow surprise response punishment hell price consequence reply retaliation lesson death fire blood night vengeance action target destruction',
);
/** "drive trucks into parades": verbs that with "into" hit what they run into. */
export const RAMMING = set('drive ram plough plow steer crash fly smash career pilot');
/** "heed such calls": what is obeyed is the act called for. */
export const OBEYING = set('heed answer obey follow');
export const CALLS = set('call appeal order exhortation instruction summons fatwa');
/** "will pay a heavy price", "will never be safe", "run red with blood": what an armed speaker says will come upon others. */
export const DOOM = set('pay die suffer regret burn bleed run face taste see fall perish drown');
export const DOOMED = set('blood price hell war death fire consequence dear dearly blow');
/** Words that make an appeal to followers a call to violence. */
export const INCENDIARY = set(
  `knife car truck lorry poison blood infidel unbeliever kafir crusader jihad fight avenge duty disaster calamity war kill gun weapon sword revenge enemy attack martyrdom
  sacrifice bomb slaughter disbeliever apostate rise arms stab behead ambush`,
);
/** "will not hesitate to", "would not stop until": who will not hold back means to go on. */
export const RESTRAINT = set('hesitate shrink stop rest relent refrain cease spare tire forgive surrender');
/** "has its eye on X", "in its sights". */
export const AIMING = set('eye sight gun');
/** Orders by which armed men drive people off. */
export const ORDERING = set('tell order warn instruct command advise');
export const DRIVING_OFF = set(
  'leave get_out quit stop resign move_out evacuate depart go abandon withdraw stay_away pack cease vacate flee',
);
/** "a number of individuals": what stands for those behind "of". */
export const QUANTITIES = set(
  'remnant rest remainder remains number handful minority group majority dozen score hundred thousand wave band cell kind sort few',
);

/** "its desire to hit", "plans for attacks", "the capability to strike": nouns that take an act. */
export const HAVING = table(
  [
    'intent',
    `will intent intention desire ambition aspiration determination willingness aim goal objective readiness resolve wish vow pledge promise threat commitment warning eagerness
    decision interest mission`,
  ],
  [
    'capability',
    'ability capability capacity means potential strength expertise reach wherewithal know-how power skill man manpower arsenal stockpile rocket missile weapon drone',
  ],
  ['plotting', 'plan plot scheme conspiracy preparation planning project'],
  ['incitement', 'call appeal order exhortation encouragement fatwa instruction'],
);
/** Verbs of those who have, show or utter such a thing. */
export const HOLDING = set(`
  have retain possess keep maintain develop show gain acquire demonstrate express declare harbour harbor regain issue make repeat voice reiterate renew announce boast display preserve
  build rebuild enjoy lack carry_out send deliver post publish release state nurture nurse
`);
/** Who loses or has given it up threatens no more, unless it is denied. */
export const LOSING = set('abandon renounce give_up drop lose lack forswear relinquish deny');

/** "is able to strike", "remains intent on killing", "is likely to attack": adjectives and participles before the act. */
export const PREDICATES = table(
  ['capability', 'able capable equipped'],
  [
    'intent',
    'likeliest committed determined intent resolved bent ready eager willing poised prepared hell-bent set keen likely bound sworn expected dedicated focused',
  ],
);

export const ABLE: ReadonlySet<string> = set('could can may might');
export const WILLING: ReadonlySet<string> = set('will would shall');

/** "called on followers to attack": verbs whose object is moved to violence, and who that is. */
export const INCITING: ReadonlySet<string> = set(
  'call urge exhort incite encourage order command instruct tell ask inspire appeal press push goad invite summon implore direct rally',
);
export const FOLLOWERS: ReadonlySet<string> = set(`
  follower supporter member fighter muslim believer sympathizer sympathiser people youth man soldier lion brother everyone jihadist militant cell individual wolf operative volunteer
  arab sunni shia shiite anyone all other mujahideen faithful adherent loyalist woman recruit comrade population masses worker young force troop disciple sympathiser
`);

/** "remains a threat to": the noun, and the verbs that join a group to it. */
export const MENACE: ReadonlySet<string> = set('threat danger menace risk challenge');
export const MENACING: ReadonlySet<string> = set('remain be pose represent constitute present become grow stay form');
/** "remains dangerous". */
export const DANGEROUS: ReadonlySet<string> = set('dangerous deadly lethal potent active resilient');
/** What is said of a threat that somebody poses: "the threat from X remains high". */
export const RISING = set(
  'be remain stay grow rise increase persist continue loom come emanate stem deepen worsen evolve spread',
);

/** "threat level", "state of alert": the noun, and what it is a level of. */
export const LEVEL_NOUNS = set('level levels status alert state degree scale posture');
export const LEVELLED = set('threat alert terror terrorism terrorist security warning');
export const LEVEL_VALUES = set(
  'severe substantial critical moderate low high medium elevated imminent highest red orange amber yellow guarded unchanged one two three four five 1 2 3 4 5',
);
/** Verbs that state a level of threat, and those whose object it is. */
export const STATING: ReadonlySet<string> = set(
  'be stay remain raise lower stand set put rate lift rise fall keep increase reduce upgrade downgrade elevate hold maintain assess drop move go bring cut apply',
);
export const SETTING: ReadonlySet<string> = set(
  'raise lower set put rate lift keep increase reduce upgrade downgrade elevate hold maintain assess bring cut leave step_up',
);

/** In proceedings a plan is a matter of the past: what is charged is an incident, no threat. */
export const PROCEEDINGS = set(
  'arrest charge accuse convict sentence jail detain suspect indict imprison acquit prosecute foil thwart',
);
