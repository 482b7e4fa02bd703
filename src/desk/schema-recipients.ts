/** The API's shapes of recipients and deliveries. */
import { z } from '@hono/zod-openapi';
import { ChannelAddress, NewRecipient } from '../warning/addresses.js';
import { AUDIENCE_GROUPS, CHANNEL_KINDS } from '../warning/words.js';

/** A recipient without addresses. */
export const Recipient = z.object({
  id: z.string(),
  name: z.string(),
  audience: z.enum(AUDIENCE_GROUPS),
  organisation: z.string().nullable(),
  language: z.string(),
  created: z.iso.datetime(),
  channels: z.array(z.enum(CHANNEL_KINDS)),
});
export const RecipientList = z.object({ items: z.array(Recipient) });

const [email, webhook, webpush] = ChannelAddress.options;
/** A channel as it is given: the desk makes the secret of a webhook where there is none yet. */
export const GivenChannel = z.discriminatedUnion('kind', [
  email,
  webhook.extend({ secret: webhook.shape.secret.optional() }),
  webpush,
]);
export const GivenRecipient = NewRecipient.extend({ channels: z.array(GivenChannel).max(5) });
export const GivenChannels = z.object({ channels: z.array(GivenChannel).min(1).max(5) });
/** Addresses, for who keeps them; a webhook's secret is what its receiver checks signatures with. */
export const Addresses = z.object({ id: z.string(), channels: z.array(ChannelAddress) });

const time = z.iso.datetime().nullable();
export const DeliveryStanding = z.object({
  id: z.string(),
  recipient: z.object({
    id: z.string(),
    name: z.string(),
    organisation: z.string().nullable(),
    audience: z.enum(AUDIENCE_GROUPS),
  }),
  /** `to-a-person`: no channel reached them; somebody has to see to it. `given-up`: the window closed, or it was overtaken. */
  state: z.enum(['waiting', 'accepted', 'to-a-person', 'given-up']),
  channel: z.string().nullable(),
  attempts: z.int(),
  next: time,
  error: z.string().nullable(),
  /** Taken by a carrier; there; its link opened, be it by a scanner; confirmed by a named person; acted on. */
  accepted: time,
  delivered: time,
  opened: time,
  acknowledged: time,
  acknowledgedBy: z.string().nullable(),
  acted: time,
  actedWhat: z.string().nullable(),
});
export const DeliveryList = z.object({ items: z.array(DeliveryStanding) });

/** How one of the desk's own people is called. */
export const OwnChannels = z.object({
  email: z.string().nullable(),
  browsers: z.int(),
  /** The personal link by which browsers are added and taken out. */
  link: z.string(),
});
export const GivenOwnChannels = z.object({ email: email.shape.email.nullable() });
export const Link = z.object({ link: z.string() });
