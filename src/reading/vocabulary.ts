/**
 * The words that a reading may use, as the contract fixes them (READING.md, "Vocabulary").
 * Sources: GTD codebook (attack, weapon and target types), MUC-4 (effects, outcomes, stances), STIX 2.1 (relations).
 */

export const ACTOR_KINDS = ['group', 'person', 'government', 'agency', 'organisation', 'population'] as const;
export const PRECISIONS = ['site', 'city', 'district', 'province', 'country', 'region'] as const;
export const INCIDENT_TYPES = [
  'assassination',
  'armed-assault',
  'bombing',
  'hijacking',
  'hostage-taking',
  'kidnapping',
  'facility-attack',
  'unarmed-assault',
  'unknown',
] as const;
export const STATUSES = ['occurred', 'attempted', 'foiled', 'planned', 'threatened', 'alleged'] as const;
export const WEAPON_TYPES = [
  'biological',
  'chemical',
  'radiological',
  'nuclear',
  'firearms',
  'explosives',
  'fake',
  'incendiary',
  'melee',
  'vehicle',
  'sabotage',
  'other',
  'unknown',
] as const;
export const TARGET_TYPES = [
  'business',
  'government',
  'police',
  'military',
  'airports-aircraft',
  'diplomatic',
  'education',
  'utilities',
  'journalists',
  'maritime',
  'ngo',
  'private-citizens',
  'religious',
  'telecommunication',
  'militia',
  'tourists',
  'transportation',
  'political-parties',
  'food-water',
  'other',
  'unknown',
] as const;
export const EFFECTS = ['destroyed', 'damaged', 'none'] as const;
export const OUTCOMES = ['killed', 'injured', 'kidnapped', 'unharmed'] as const;
export const STANCES = ['claimed', 'stated', 'assessed', 'accused', 'suspected', 'possible', 'denied'] as const;
export const AUDIENCES = ['public', 'private'] as const;
export const THREAT_TYPES = ['intent', 'capability', 'plotting', 'incitement', 'level'] as const;
export const RESPONSE_TYPES = [
  'arrest',
  'raid',
  'strike',
  'killing',
  'disruption',
  'trial',
  'conviction',
  'designation',
  'sanction',
  'reward',
  'security-measure',
  'condemnation',
] as const;
export const RELATION_TYPES = [
  'branch-of',
  'splinter-of',
  'founded-by',
  'led-by',
  'member-of',
  'ally-of',
  'allegiance-to',
  'rival-of',
  'supports',
  'operates-in',
  'based-in',
  'recruits-in',
  'controls',
  'blames',
  'also-known-as',
] as const;

export type ActorKind = (typeof ACTOR_KINDS)[number];
export type Precision = (typeof PRECISIONS)[number];
export type IncidentType = (typeof INCIDENT_TYPES)[number];
export type Status = (typeof STATUSES)[number];
export type WeaponType = (typeof WEAPON_TYPES)[number];
export type TargetType = (typeof TARGET_TYPES)[number];
export type Effect = (typeof EFFECTS)[number];
export type Outcome = (typeof OUTCOMES)[number];
export type Stance = (typeof STANCES)[number];
export type Audience = (typeof AUDIENCES)[number];
export type ThreatType = (typeof THREAT_TYPES)[number];
export type ResponseType = (typeof RESPONSE_TYPES)[number];
export type RelationType = (typeof RELATION_TYPES)[number];
