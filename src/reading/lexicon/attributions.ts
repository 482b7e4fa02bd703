/** Words of attribution: what stands for an act, who speaks for a group, what makes somebody a suspect. The rows are in attribution-rules. */
import type { Stance } from '../vocabulary.js';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words for an act that are not those by which the incidents stage finds one, and what stands for one. */
export const ACTS = set(
  `attack bombing operation assault blast explosion killing murder assassination shooting raid it authorship ambush kidnapping
  abduction strike deed act incident bomb massacre slaughter crime atrocity slaying hijacking siege plot one that this both all them
  three two others death violence hostage-taking arson stabbing outrage mine device rocket missile shot`,
);
/** "was behind the bombing", "is responsible for the attack", "is to blame". */
export const BEHIND = set('behind responsible guilty accountable');

/** Nouns that claim for the one named beside them: "X's claim of responsibility", "a claim in the name of X". */
export const CLAIM_NOUNS: ReadonlyMap<string, Stance> = new Map<string, Stance>([
  ['claim', 'claimed'],
  ['admission', 'claimed'],
  ['confession', 'claimed'],
  ['denial', 'denied'],
]);
export const CLAIMANTS = set('by from of in');

/** Nouns for those who did it, with the stance they lend: "the mastermind of the attack, X". */
export const DOER_NOUNS: ReadonlyMap<string, Stance | 'told'> = new Map<string, Stance | 'told'>([
  ...[
    ...set(
      'mastermind architect organiser organizer planner perpetrator culprit author plotter brain brains ringleader',
    ),
  ].map((word) => [word, 'told'] as const),
  ['suspect', 'suspected'],
]);

/** Words before a noun that make the one it names a suspect: "suspected X gunmen", "the alleged mastermind". */
export const SUSPECTING = set('suspected alleged presumed supposed apparent probable');

/** "X is believed to be behind it", "X is alleged to have done it": the stance that the passive verb lends to its infinitive. */
export const HEDGES: ReadonlyMap<string, Stance> = new Map<string, Stance>([
  ...[...set('believe think suspect presume assume fear understand reckon')].map(
    (verb) => [verb, 'suspected'] as const,
  ),
  ...[...set('say report allege claim rumour rumor')].map((verb) => [verb, 'accused'] as const),
  ...[...set('judge assess consider deem estimate find determine establish hold')].map(
    (verb) => [verb, 'assessed'] as const,
  ),
  ['know', 'stated'],
]);
/** Verbs that say no more than a guess: "police suspect that X did it". */
export const GUESSING = set('suspect fear suppose guess presume');

/** Nouns for what is said and for those who say it, for the group named behind them: "a statement from X", "a caller claiming to speak for X". */
export const VOICES = set(
  `spokesman spokeswoman spokesperson leader commander representative member official statement message video communique caller leaflet
  post note call letter man emir chief head deputy wing source recording tape channel outlet website agency mouthpiece text e-mail email
  voice radio magazine newsletter bulletin clip video-message delegation negotiator envoy mediator`,
);

/** Nouns for words that somebody wrote or spoke: "a statement by the ministry" is the ministry's. */
export const DOCUMENTS = set(
  `statement communique report message video post note letter text bulletin release tweet affidavit indictment notice dispatch briefing
  remark comment recording clip document paper summary verdict ruling judgment judgement`,
);

/** "had done it", "carried it out": verbs of an act that is named by a pronoun only. */
export const DONE = set('do carry_out perpetrate commit');
/** "planted the charge": verbs of an act that is named by its means. */
export const PLANTED = set('plant lay place detonate set_off fire launch rig trigger hide');

/** Verbs whose subject speaks of its own deed in the infinitive or gerund: "claims to have killed 20". */
export const OWN_DEED = /^(?:claim|boast|admit|confess|profess)$/;
