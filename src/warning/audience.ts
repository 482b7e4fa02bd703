/** Which of a warning's messages somebody is told. */
import type { Message, WarningContent } from './schema.js';
import type { AudienceGroup } from './words.js';

/** From whose messages each audience is told, the first that there is: never what is meant for fewer people. */
const TOLD: Record<AudienceGroup, readonly AudienceGroup[]> = {
  protectors: ['protectors', 'at-risk', 'public'],
  'at-risk': ['at-risk', 'public'],
  public: ['public'],
};

/** The audience whose messages somebody of this audience is told; `null` where the warning has nothing to tell them. */
export const toldAs = ({ messages }: WarningContent, audience: AudienceGroup): AudienceGroup | null =>
  TOLD[audience].find((each) => messages.some((message) => message.audience === each)) ?? null;

/** The messages of one audience, one a language, in the order in which they were worded. */
export const messagesOf = ({ messages }: WarningContent, audience: AudienceGroup): Message[] =>
  messages.filter(
    (message, at) =>
      message.audience === audience &&
      messages.findIndex((each) => each.audience === audience && each.language === message.language) === at,
  );

/** The messages that somebody who reads `language` is shown: theirs alone, or all where none is in it. */
export function inLanguage(messages: readonly Message[], language: string): readonly Message[] {
  const base = (tag: string): string => tag.split('-')[0]!.toLowerCase();
  const found =
    messages.find((message) => message.language.toLowerCase() === language.toLowerCase()) ??
    messages.find((message) => base(message.language) === base(language));
  return found === undefined ? messages : [found];
}

/** Whether anybody may see it on the desk's public pages and feeds. */
export const isPublic = (content: WarningContent): boolean =>
  content.tlp === 'TLP:CLEAR' && messagesOf(content, 'public').length > 0;
