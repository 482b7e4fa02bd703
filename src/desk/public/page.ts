/** Pages for people outside, made by the desk: warnings need no script, and every word in them is escaped. */
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { parts, type Shown } from '../../delivery/text.js';
import { titled, wordsOf } from '../../delivery/words.js';
import { KeyError } from '../../store/delivery/seal.js';
import type { Message } from '../../warning/schema.js';
import { pageWords } from './words.js';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A whole page. `feeds`: whether readers of feeds are to find them from here. `dense`: so long that print is small. */
export const page = (
  {
    title,
    language,
    feeds = false,
    past = false,
    script,
    dense = false,
  }: { title: string; language: string; feeds?: boolean; past?: boolean; script?: string; dense?: boolean },
  body: Html,
): Html =>
  html`${raw('<!doctype html>')}
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/public/style.css">
${
  feeds
    ? html`<link rel="alternate" type="application/atom+xml" title="Warnings" href="/public/feed.atom">
<link rel="alternate" type="application/feed+json" title="Warnings" href="/public/feed.json">
<link rel="alternate" type="application/atom+xml" title="Warnings as CAP" href="/public/cap.atom">`
    : html`<meta name="robots" content="noindex">`
}
${script === undefined ? '' : html`<script type="module" src="${script}"></script>`}
</head>
<body dir="auto" class="${past ? 'past' : ''} ${dense ? 'dense' : ''}">
${body}
</body>
</html>`;

/** A page that says why there is none. */
export const sorry = (why: string, { notFound, language } = pageWords('en')): Html =>
  page({ title: notFound, language }, html`<main><h1>${notFound}</h1><p>${why}</p></main>`);

/** Says that the desk was started without its key; how to make one is for those inside, and in `/public/push-key`. */
export function onNoKey(error: Error, c: Context): Response | Promise<Response> {
  if (!(error instanceof KeyError)) throw error;
  return c.html(sorry('This desk has no key to sign or open links with. Please tell those who run it.'), 503);
}

/** One message with all its parts. */
export function message(said: Message, warning: Shown): Html {
  const words = wordsOf(said.language);
  return html`<article lang="${said.language}" dir="auto">
<h1>${titled(warning.kind, said.headline, said.language)}</h1>
${warning.kind === 'Cancel' ? html`<p><strong>${words.cancelledSays}</strong></p>` : ''}
<p class="what">${said.what}</p>
<dl>${parts(said, warning).map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`)}</dl>
</article>`;
}
