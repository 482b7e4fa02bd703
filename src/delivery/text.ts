/** A message as text and as HTML, the same words in both. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { CaseWarning } from '../store/cases/case.js';
import type { Message } from '../warning/schema.js';
import { titled, wordsOf, written } from './words.js';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
export type Shown = Pick<CaseWarning, 'kind' | 'content' | 'valid_until'>;

/** What a message says, part by part, each with its name in the message's language. Parts without words are left out. */
export function parts(message: Message, warning: Shown): [name: string, text: string][] {
  const words = wordsOf(message.language);
  const until = warning.valid_until;
  const all: [string, string][] = [
    [words.where, message.where],
    [words.when, message.when],
    [words.action, message.action],
    [words.authority, message.authority],
    [words.contact, message.contact],
    [words.validUntil, until === null || warning.kind === 'Cancel' ? '' : written(until, message.language)],
    [words.sharing, warning.content.tlp],
  ];
  return all.filter(([, text]) => text !== '');
}

/** The messages one after the other. */
export const asPlain = (messages: readonly Message[], warning: Shown): string =>
  messages.map((message) => linesOf(message, warning).join('\n\n')).join(BETWEEN);

/** The same, each with the link to acknowledge it. */
export const asText = (messages: readonly Message[], warning: Shown, link: string): string =>
  messages
    .map((message) => [...linesOf(message, warning), `${wordsOf(message.language).acknowledge}:\n${link}`].join('\n\n'))
    .join(BETWEEN);

const BETWEEN = '\n\n----\n\n';

const linesOf = (message: Message, warning: Shown): string[] =>
  [
    titled(warning.kind, message.headline, message.language),
    ...(warning.kind === 'Cancel' ? [wordsOf(message.language).cancelledSays] : []),
    message.what,
    ...parts(message, warning).map(([name, text]) => `${name}: ${text}`),
  ].filter((text) => text !== '');

/** The same as a page of HTML for mail: no picture, no script, nothing to fetch. */
export async function asHtml(messages: readonly Message[], warning: Shown, link: string): Promise<string> {
  const cancelled = warning.kind === 'Cancel';
  const body = messages.map((message) => {
    const words = wordsOf(message.language);
    return html`<div lang="${message.language}" dir="auto">
<h1 style="font-size:22px;margin:0 0 12px">${titled(warning.kind, message.headline, message.language)}</h1>
${cancelled ? html`<p><strong>${words.cancelledSays}</strong></p>` : ''}
<p style="white-space:pre-line">${message.what}</p>
${parts(message, warning).map(([name, text]) => html`<p style="white-space:pre-line"><strong>${name}:</strong> ${text}</p>`)}
<p><a href="${link}">${words.acknowledge}</a></p>
</div>`;
  });
  return String(
    await html`${raw('<!doctype html>')}<html lang="${messages[0]?.language ?? 'en'}"><body style="font:16px/1.5 sans-serif;max-width:40em">${body as Html[]}</body></html>`,
  );
}
