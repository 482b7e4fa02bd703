/** Words of the field that cases and warnings use. */

/** Likelihood, one row of ICD 203, with the percentages that it stands for. Never in one sentence with a confidence. */
export const LIKELIHOOD_RANGES = {
  'almost no chance': [1, 5],
  'very unlikely': [5, 20],
  unlikely: [20, 45],
  'roughly even chance': [45, 55],
  likely: [55, 80],
  'very likely': [80, 95],
  'almost certain': [95, 99],
} as const;
export type Likelihood = keyof typeof LIKELIHOOD_RANGES;
export const LIKELIHOODS = Object.keys(LIKELIHOOD_RANGES) as [Likelihood, ...Likelihood[]];

/** Traffic Light Protocol 2.0, from what anybody may have to what only the named recipients may. */
export const TLP_LEVELS = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const;
export type Tlp = (typeof TLP_LEVELS)[number];

/** Whom a message is for: those at risk, those who protect them, and everybody. */
export const AUDIENCE_GROUPS = ['at-risk', 'protectors', 'public'] as const;
export type AudienceGroup = (typeof AUDIENCE_GROUPS)[number];

/** Channels by which a warning goes to a recipient. The public feeds and pages carry what is for the public besides. */
export const CHANNEL_KINDS = ['email', 'webhook', 'webpush'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];
