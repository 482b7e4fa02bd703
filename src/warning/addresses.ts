/** Addresses of recipients, by the kind of their channel. */
import { z } from 'zod';
import { Language } from './schema.js';
import { AUDIENCE_GROUPS } from './words.js';

const url = z.url({ protocol: /^https?$/, hostname: /^[^@\s]+$/ }).max(2000);

/** Where a channel leads. It is private: sealed where it is kept, never in a log. */
export const ChannelAddress = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('email'), email: z.email().max(254) }),
  z.object({
    kind: z.literal('webhook'),
    url,
    /** As Standard Webhooks has it: `whsec_` and 24 to 64 bytes in base64. */
    secret: z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/),
  }),
  z.object({
    kind: z.literal('webpush'),
    /** A browser's `PushSubscription` as JSON. */
    endpoint: url,
    keys: z.object({ p256dh: z.base64url().length(87), auth: z.base64url().length(22) }),
  }),
]);
export type ChannelAddress = z.infer<typeof ChannelAddress>;

/** Somebody who is to be warned. */
export const NewRecipient = z.object({
  name: z.string().trim().min(1).max(200),
  audience: z.enum(AUDIENCE_GROUPS),
  organisation: z.string().trim().max(200).nullable(),
  language: Language,
  /** In the order in which they are tried; none for who is yet to be sent a link for a browser. */
  channels: z.array(ChannelAddress).max(5),
});
export type NewRecipient = z.infer<typeof NewRecipient>;
