/**
 * Verbs that lay an act at somebody's door, or take it away: a row says in which place of the clause the perpetrator
 * stands, who says so, and with what stance. A row holds when its verb, voice and (where given) object fit.
 */
import type { Stance } from '../vocabulary.js';

export type Role = 'subject' | 'object' | 'by' | 'to' | 'on' | 'at' | 'with' | 'from' | 'of';

export interface AttributionRule {
  /** Base forms, with the particle where there is one. */
  verbs: string;
  passive: boolean;
  /** What the head noun of the object (in the passive: of the subject) must be; absent: anything. */
  object?: RegExp;
  /** What the head noun of the subject must be. */
  subject?: RegExp;
  /** A word that must stand right after the verb or its object: "held responsible". */
  needs?: RegExp;
  /** Where the perpetrator stands. */
  actor: Role;
  /** Who says so: a role, the actor itself, or the clause's speaker. */
  by: Role | 'actor' | 'speaker';
  stance: Stance;
}

const CLAIMED =
  /^(?:responsibility|credit|attack|bombing|operation|assault|blast|explosion|killing|murder|assassination|shooting|raid|it|authorship|ambush|kidnapping|abduction|strike|deed|act|one|incident)$/;
const PART =
  /^(?:involvement|responsibility|role|part|hand|link|connection|accusation|allegation|claim|charge|complicity|it|attack|bombing|knowledge|anything)$/;

export const ATTRIBUTION_RULES: AttributionRule[] = [
  {
    verbs: 'claim take assume accept admit acknowledge declare',
    passive: false,
    object: CLAIMED,
    actor: 'subject',
    by: 'actor',
    stance: 'claimed',
  },
  { verbs: 'boast', passive: false, actor: 'subject', by: 'actor', stance: 'claimed' },
  { verbs: 'make give sign', passive: false, object: /^confession$/, actor: 'subject', by: 'actor', stance: 'claimed' },
  { verbs: 'confess plead', passive: false, actor: 'subject', by: 'actor', stance: 'claimed' },
  {
    verbs: 'hold',
    passive: false,
    needs: /^responsible|accountable$/,
    actor: 'object',
    by: 'subject',
    stance: 'accused',
  },
  { verbs: 'hold', passive: true, needs: /^responsible|accountable$/, actor: 'subject', by: 'by', stance: 'accused' },
  { verbs: 'claim', passive: true, object: CLAIMED, actor: 'by', by: 'actor', stance: 'claimed' },
  {
    verbs: 'deny reject disclaim disavow dismiss refute',
    passive: false,
    object: PART,
    actor: 'subject',
    by: 'actor',
    stance: 'denied',
  },
  {
    verbs: 'have',
    passive: false,
    object: /^nothing$/,
    needs: /^to$/,
    actor: 'subject',
    by: 'speaker',
    stance: 'denied',
  },
  { verbs: 'blame', passive: false, actor: 'on', by: 'subject', stance: 'accused' },
  { verbs: 'blame', passive: false, actor: 'object', by: 'subject', stance: 'accused' },
  { verbs: 'blame pin', passive: true, actor: 'on', by: 'by', stance: 'accused' },
  { verbs: 'blame', passive: true, actor: 'subject', by: 'by', stance: 'accused' },
  { verbs: 'accuse charge indict', passive: false, actor: 'object', by: 'subject', stance: 'accused' },
  { verbs: 'accuse charge indict', passive: true, actor: 'subject', by: 'by', stance: 'accused' },
  { verbs: 'suspect', passive: false, actor: 'object', by: 'subject', stance: 'suspected' },
  { verbs: 'suspect', passive: true, actor: 'subject', by: 'by', stance: 'suspected' },
  { verbs: 'attribute ascribe link trace tie', passive: true, actor: 'to', by: 'by', stance: 'assessed' },
  {
    verbs: 'attribute ascribe link trace tie put put_down',
    passive: false,
    object: CLAIMED,
    actor: 'to',
    by: 'subject',
    stance: 'assessed',
  },
  { verbs: 'convict find sentence', passive: true, actor: 'subject', by: 'by', stance: 'assessed' },
  { verbs: 'convict sentence', passive: false, actor: 'object', by: 'subject', stance: 'assessed' },
  { verbs: 'point', passive: false, object: /^finger$/, actor: 'at', by: 'subject', stance: 'accused' },
  { verbs: 'pin put lay place', passive: false, object: /^blame$/, actor: 'on', by: 'subject', stance: 'accused' },
  { verbs: 'fall', passive: false, subject: /^(?:suspicion|blame)$/, actor: 'on', by: 'speaker', stance: 'suspected' },
  {
    verbs: 'bear carry have',
    passive: false,
    object: /^(?:hallmark|mark|signature|fingerprint)$/,
    actor: 'of',
    by: 'speaker',
    stance: 'suspected',
  },
  {
    verbs: 'be',
    passive: false,
    object: /^(?:work|handiwork|responsibility)$/,
    actor: 'of',
    by: 'speaker',
    stance: 'stated',
  },
  {
    verbs: 'issue post publish release send',
    passive: false,
    object: /^claim$/,
    actor: 'subject',
    by: 'actor',
    stance: 'claimed',
  },
  { verbs: 'identify name', passive: true, actor: 'subject', by: 'by', stance: 'stated' },
];

/** "a claim in the name of X", "a claim of responsibility by X": nouns that claim, with the prepositions before the claimant. */
export const CLAIM_NOUNS = /^(?:claim)$/;
export const CLAIMANT_PREPOSITIONS = /^(?:by|from|of)$/;

/** "had done it", "carried it out": an act that is named by a pronoun only. */
export const DONE = /^(?:do|carry out|perpetrate|commit)$/;

/** "was behind the bombing", "is responsible for the attack". */
export const BEHIND = /^(?:behind|responsible)$/;

/** "X is believed to be behind it", "X is alleged to have done it": the stance that the verb before lends. */
export const HEDGES: ReadonlyMap<string, Stance> = new Map<string, Stance>([
  ['believe', 'suspected'],
  ['think', 'suspected'],
  ['suspect', 'suspected'],
  ['presume', 'suspected'],
  ['know', 'stated'],
  ['say', 'accused'],
  ['report', 'accused'],
  ['allege', 'accused'],
  ['judge', 'assessed'],
  ['assess', 'assessed'],
  ['consider', 'assessed'],
]);

/** Verbs whose subject speaks of its own deed in the infinitive: "claims to have killed 20". */
export const OWN_DEED = /^(?:claim|boast|admit|confess|profess)$/;
