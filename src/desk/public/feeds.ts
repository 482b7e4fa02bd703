/** Feeds of public warnings: Atom (RFC 4287), JSON Feed 1.1, and Atom of the signed CAP messages (OASIS CAP Feeds 1.0). */
import { html, raw } from 'hono/html';
import type { DeliverySettings } from '../../delivery/settings.js';
import { asPlain } from '../../delivery/text.js';
import { titled } from '../../delivery/words.js';
import type { PublicWarning } from '../../store/delivery/public.js';
import { messagesOf } from '../../warning/audience.js';
import type { Html } from './page.js';

export const ATOM = 'application/atom+xml; charset=utf-8';
export const JSON_FEED = 'application/feed+json; charset=utf-8';
export const CAP = 'application/cap+xml';

const capUrl = ({ publicUrl }: DeliverySettings, { id }: PublicWarning): string => `${publicUrl}/public/cap/${id}.xml`;
const pageUrl = ({ publicUrl }: DeliverySettings, { id }: PublicWarning): string =>
  `${publicUrl}/public/warnings/${id}`;

/** What no XML can hold is left out: it must not take the whole feed with it. */
const xml = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids (XML 1.0, production 2)
  text.replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '');

/** The desk's first moment stands where nothing has gone out yet: an empty feed never changes. */
const changed = (warnings: readonly PublicWarning[]): string =>
  new Date(Math.max(0, ...warnings.map(({ released_at }) => released_at.getTime()))).toISOString();

/** Both Atom feeds: each message is an entry of its own, which never changes. `cap`: its link is to the CAP message. */
export function atom(settings: DeliverySettings, warnings: readonly PublicWarning[], cap: boolean): Html {
  const self = `${settings.publicUrl}/public/${cap ? 'cap' : 'feed'}.atom`;
  return html`${raw('<?xml version="1.0" encoding="UTF-8"?>')}
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${self}</id>
<title>${xml(settings.name)}: ${cap ? 'warnings as CAP' : 'warnings'}</title>
<updated>${changed(warnings)}</updated>
<author><name>${xml(settings.name)}</name></author>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${settings.publicUrl}/public"/>
${warnings.map((warning) => {
  const said = messagesOf(warning.content, 'public');
  const [first] = said;
  return html`<entry>
<id>${cap ? capUrl(settings, warning) : `urn:uuid:${warning.id}`}</id>
<title>${xml(titled(warning.kind, first!.headline, first!.language))}</title>
<updated>${warning.released_at.toISOString()}</updated>
<published>${warning.released_at.toISOString()}</published>
<category term="${warning.kind}"/>
${cap ? html`<link rel="alternate" type="${CAP}" href="${capUrl(settings, warning)}"/>` : html`<link rel="alternate" type="text/html" href="${pageUrl(settings, warning)}"/>`}
<content type="text" xml:lang="${first!.language}">${xml(asPlain(said, warning))}</content>
</entry>
`;
})}</feed>`;
}

export function jsonFeed(settings: DeliverySettings, warnings: readonly PublicWarning[]): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${settings.name}: warnings`,
    home_page_url: `${settings.publicUrl}/public`,
    feed_url: `${settings.publicUrl}/public/feed.json`,
    authors: [{ name: settings.name }],
    items: warnings.map((warning) => {
      const said = messagesOf(warning.content, 'public');
      const [first] = said;
      return {
        id: `urn:uuid:${warning.id}`,
        url: pageUrl(settings, warning),
        title: titled(warning.kind, first!.headline, first!.language),
        content_text: asPlain(said, warning),
        date_published: warning.released_at.toISOString(),
        language: first!.language,
        tags: [warning.kind],
        attachments: [{ url: capUrl(settings, warning), mime_type: CAP, title: 'CAP 1.2, signed' }],
        _tocsin: { kind: warning.kind, follows: warning.follows, valid_until: warning.valid_until },
      };
    }),
  };
}
