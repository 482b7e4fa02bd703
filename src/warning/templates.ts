/** First wordings of a warning, for people to finish: one template an audience, filled from the case's proposal. */
import { z } from 'zod';
import { Message, type Proposal, SLOTS } from './schema.js';
import { AUDIENCE_GROUPS, type AudienceGroup } from './words.js';

/** A template: the slots of a message with `{what}` to fill in. What a report does not give is left as `[…]` for a person. */
export const Template = Message.omit({ audience: true, language: true });
export type Template = z.infer<typeof Template>;

/** The templates of a desk, by language and audience; a desk edits them in its settings. */
export const Templates = z.record(z.string(), z.record(z.enum(AUDIENCE_GROUPS), Template));
export type Templates = z.infer<typeof Templates>;

/** The templates that a desk starts with. Plain words, one instruction a sentence, and where to ask. */
export const TEMPLATES: Templates = {
  en: {
    'at-risk': {
      headline: 'Stay away from {targets} in {place}',
      what: 'We have information that {targets} in {place} may be attacked. We take it seriously.',
      where: '{place}',
      when: '{window}',
      action:
        'Stay away from {targets}. If you must be near, know your way out. Tell the people you are with. Call the emergency number if you see something wrong.',
      authority: '[who says so, as far as it may be said]',
      contact: '[whom to call at the desk, day and night]',
    },
    protectors: {
      headline: 'Threat to {targets} in {place}',
      what: 'Information that meets our threshold for a duty to warn points to an attack on {targets} in {place} by {actor}.',
      where: '{place}',
      when: '{window}',
      action:
        'Review the protection of {targets}. Tell those at risk in your care. Tell us what you do and what you see.',
      authority: '[who says so, as far as it may be said]',
      contact: '[whom to call at the desk, day and night]',
    },
    public: {
      headline: 'Warning: avoid {targets} in {place}',
      what: 'There may be an attack on {targets} in {place}.',
      where: '{place}',
      when: '{window}',
      action:
        'Avoid {targets}. Be alert in crowded places. Follow what the authorities say. Call the emergency number if you see something wrong.',
      authority: '[who says so, as far as it may be said]',
      contact: '[where more is to be read]',
    },
  },
  fr: {
    'at-risk': {
      headline: 'N’allez pas vers : {targets}, {place}',
      what: 'Nous avons des informations selon lesquelles une attaque est possible : {targets}, {place}. Nous les prenons au sérieux.',
      where: '{place}',
      when: '{window}',
      action:
        'Restez à l’écart. Repérez les sorties. Prévenez vos proches. Appelez les secours si quelque chose vous inquiète.',
      authority: '[qui le dit, autant qu’on peut le dire]',
      contact: '[qui appeler, jour et nuit]',
    },
    protectors: {
      headline: 'Menace : {targets}, {place}',
      what: 'Des informations qui atteignent notre seuil d’alerte indiquent une attaque possible : {targets}, {place}, par {actor}.',
      where: '{place}',
      when: '{window}',
      action:
        'Revoyez la protection. Prévenez les personnes menacées. Dites-nous ce que vous faites et ce que vous voyez.',
      authority: '[qui le dit, autant qu’on peut le dire]',
      contact: '[qui appeler, jour et nuit]',
    },
    public: {
      headline: 'Alerte : évitez {targets}, {place}',
      what: 'Une attaque est possible : {targets}, {place}.',
      where: '{place}',
      when: '{window}',
      action:
        'Évitez ces lieux. Soyez attentifs dans la foule. Suivez les consignes des autorités. Appelez les secours si quelque chose vous inquiète.',
      authority: '[qui le dit, autant qu’on peut le dire]',
      contact: '[où en lire plus]',
    },
  },
};

/** What an open place in a wording looks like: it must be gone before the wording is submitted. */
export const OPEN_PLACE = /\[[^\]]*\]|\{[a-z]+\}/;

/** The first wording for one audience in one language. `null` where the desk has no template for it. */
export function fill(
  templates: Templates,
  audience: AudienceGroup,
  language: string,
  proposal: Proposal | null,
): z.infer<typeof Message> | null {
  const template = templates[language]?.[audience];
  if (template === undefined) return null;
  const values: Record<string, string> = {
    targets: list(proposal?.targets ?? []) || '[who or what is at risk]',
    place: proposal?.place?.name ?? '[where]',
    actor: proposal?.actor?.name ?? '[by whom, or leave out]',
    window: windowText(proposal) || '[from when to when]',
  };
  const filled = SLOTS.map((slot) => [
    slot,
    template[slot].replace(/\{([a-z]+)\}/g, (all, name: string) => values[name] ?? all),
  ]);
  return Message.parse({ audience, language, ...Object.fromEntries(filled) });
}

/** Slots of a message that still have an open place or nothing at all. */
export const unfinished = (message: z.infer<typeof Message>): (typeof SLOTS)[number][] =>
  SLOTS.filter((slot) => message[slot] === '' || OPEN_PLACE.test(message[slot]));

function list(words: readonly string[]): string {
  const [few, last] = [words.slice(0, 3), words.slice(0, 3).at(-1)];
  return few.length < 2 ? few.join('') : `${few.slice(0, -1).join(', ')} and ${last}`;
}

function windowText(proposal: Proposal | null): string {
  const { start = null, end = null } = proposal?.window ?? {};
  if (start === null && end === null) return '';
  return start === end ? `${start}` : `${start ?? '…'} – ${end ?? '…'}`;
}
