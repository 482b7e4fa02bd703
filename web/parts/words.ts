/** The vocabulary's values as people read them. */
import type { GroupPage, IncidentPage, IncidentSummary, PictureWarning } from '../../src/desk/schema';
import type { EntityRef, PlaceRef } from '../../src/picture/schema';

export type IncidentType = IncidentSummary['type'];
export type Status = IncidentSummary['status'];
export type Stance = IncidentPage['attributions'][number]['value']['stance'];
export type Precision = PlaceRef['precision'];
export type ThreatType = GroupPage['threats'][number]['type'];
export type ResponseType = GroupPage['responses'][number]['type'];
export type RelationType = GroupPage['relations'][number]['type'];
export type Audience = PictureWarning['audience'][number]['value'];
export type ActorKind = EntityRef['kind'];

/** Of a group of which reports have only words ("extremists") there is no page. */
export const hasName = ({ id }: EntityRef): boolean => !id.startsWith('described:');

export const TYPE: Record<IncidentType, string> = {
  assassination: 'Assassination',
  'armed-assault': 'Armed assault',
  bombing: 'Bombing',
  hijacking: 'Hijacking',
  'hostage-taking': 'Hostage-taking',
  kidnapping: 'Kidnapping',
  'facility-attack': 'Attack on a facility',
  'unarmed-assault': 'Unarmed assault',
  unknown: 'Attack',
};

export const STATUS: Record<Status, string> = {
  occurred: 'Occurred',
  attempted: 'Attempted',
  foiled: 'Foiled',
  planned: 'Planned',
  threatened: 'Threatened',
  alleged: 'Alleged',
};

/** What a status means, for titles and the legend. */
export const STATUS_MEANS: Record<Status, string> = {
  occurred: 'It happened',
  attempted: 'It was tried and failed',
  foiled: 'It was stopped by others',
  planned: 'It was planned',
  threatened: 'It was threatened',
  alleged: 'Whether it happened is in doubt',
};

export const STANCE: Record<Stance, string> = {
  claimed: 'claims it',
  stated: 'stated as fact',
  assessed: 'assessed',
  accused: 'accused',
  suspected: 'suspected',
  possible: 'possible',
  denied: 'denied',
};

export const PRECISION: Record<Precision, string> = {
  site: 'site',
  city: 'city',
  district: 'district',
  province: 'province',
  country: 'country',
  region: 'larger than a country',
};

export const THREAT: Record<ThreatType, string> = {
  intent: 'Intent',
  capability: 'Capability',
  plotting: 'Plotting',
  incitement: 'Incitement',
  level: 'Threat level',
};

export const RESPONSE: Record<ResponseType, string> = {
  arrest: 'Arrest',
  raid: 'Raid',
  strike: 'Strike',
  killing: 'Killing',
  disruption: 'Plot disrupted',
  trial: 'Trial',
  conviction: 'Conviction',
  designation: 'Designation',
  sanction: 'Sanction',
  reward: 'Reward',
  'security-measure': 'Security measure',
  condemnation: 'Condemnation',
};

export const RELATION: Record<RelationType, string> = {
  'branch-of': 'is a branch of',
  'splinter-of': 'split from',
  'founded-by': 'was founded by',
  'led-by': 'is led by',
  'member-of': 'is a member of',
  'ally-of': 'is allied with',
  'allegiance-to': 'pledged allegiance to',
  'rival-of': 'is a rival of',
  supports: 'supports',
  'operates-in': 'operates in',
  'based-in': 'is based in',
  'recruits-in': 'recruits in',
  controls: 'controls',
  blames: 'blames',
  'also-known-as': 'is also known as',
};

export const AUDIENCE: Record<Audience, string> = { public: 'Public', private: 'Private' };

export const KIND: Record<ActorKind, string> = {
  group: 'group',
  person: 'person',
  government: 'government',
  agency: 'agency',
  organisation: 'organisation',
  population: 'population',
};

/** "private-citizens" → "private citizens", for the values that need no phrase of their own. */
export const plain = (value: string) => value.replaceAll('-', ' ');

/** "1 report", "2 reports". */
export const count = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

const countries = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'code' });
/** The country's English name for its ISO 3166-1 alpha-2 code. */
export const country = (code: string) => countries.of(code) ?? code;

/** "Bombing, Kabul": what and where; when and how it ended stand beside it. */
export const incidentName = ({ type, place }: Pick<IncidentSummary, 'type' | 'place'>) =>
  place ? `${TYPE[type]}, ${place.name}` : TYPE[type];
