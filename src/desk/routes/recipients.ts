/** Those who are to be warned, and how far each warning has come with them. */
import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import { deliveriesOf, tryAgain } from '../../store/delivery/list.js';
import {
  addRecipients,
  addressesOf,
  listRecipients,
  removeRecipient,
  setChannels,
  webhookSecret,
} from '../../store/delivery/recipients.js';
import { deskKey, KeyError } from '../../store/delivery/seal.js';
import type { Store } from '../../store/store.js';
import { asWriter } from '../../store/writer.js';
import type { ChannelAddress } from '../../warning/addresses.js';
import { Id, json, NOT_FOUND, REFUSALS } from '../openapi.js';
import { personOf } from '../person.js';
import { Refusal, refusing } from '../problem.js';
import { Problem } from '../schema.js';
import {
  Addresses,
  DeliveryList,
  type GivenChannel,
  GivenChannels,
  GivenRecipient,
  RecipientList,
} from '../schema-recipients.js';

const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } });
const NO_KEY = { 409: json(Problem, 'The desk has no key to seal addresses with, or another than before') };

const list = createRoute({
  method: 'get',
  path: '/recipients',
  summary: 'Who can be warned; without their addresses',
  responses: { 200: json(RecipientList, 'The recipients by name'), ...REFUSALS },
});
const add = createRoute({
  method: 'post',
  path: '/recipients',
  summary: 'Add a recipient with channels in the order in which they are tried',
  request: { body: body(GivenRecipient) },
  responses: {
    201: json(Addresses, 'Its id, and its channels with the secrets that were made'),
    ...NO_KEY,
    ...REFUSALS,
  },
});
const addresses = createRoute({
  method: 'get',
  path: '/recipients/{id}/channels',
  summary: 'The addresses of a recipient, for who keeps them',
  request: { params: Id },
  responses: { 200: json(Addresses, 'The channels'), ...NO_KEY, ...NOT_FOUND, ...REFUSALS },
});
const change = createRoute({
  method: 'put',
  path: '/recipients/{id}/channels',
  summary: 'Give a recipient other channels; what waits for it is tried on them at once',
  request: { params: Id, body: body(GivenChannels) },
  responses: { 200: json(Addresses, 'The channels'), ...NO_KEY, ...NOT_FOUND, ...REFUSALS },
});
const remove = createRoute({
  method: 'delete',
  path: '/recipients/{id}',
  summary: 'Remove a recipient and erase its addresses',
  request: { params: Id },
  responses: { 200: json(RecipientList, 'Who is left'), ...NOT_FOUND, ...REFUSALS },
});
const deliveries = createRoute({
  method: 'get',
  path: '/warnings/{id}/deliveries',
  summary: 'How far a released warning has come with each recipient, what needs a person first',
  request: { params: Id },
  responses: { 200: json(DeliveryList, 'The deliveries'), ...REFUSALS },
});
const again = createRoute({
  method: 'post',
  path: '/deliveries/{id}/retry',
  summary: 'Try a delivery that did not arrive at once, from its first channel on',
  request: { params: Id },
  responses: { 200: json(DeliveryList, 'The deliveries of its warning'), ...NOT_FOUND, ...REFUSALS },
});

export function recipientRoutes(store: Store): OpenAPIHono {
  const { db } = store;
  const app = new OpenAPIHono();
  app.openapi(list, async (c) => c.json(await recipientList(store), 200));
  app.openapi(add, async (c) => {
    const given = c.req.valid('json');
    const channels = withSecrets(given.channels);
    const key = keyOrRefusal();
    const [id = ''] = await asWriter(db, (trx) => addRecipients(trx, key, [{ ...given, channels }], personOf(c).id));
    return c.json({ id, channels }, 201);
  });
  app.openapi(addresses, async (c) => {
    const { id } = c.req.valid('param');
    return c.json({ id, channels: await refusing(addressesOf(db, keyOrRefusal(), id), 404) }, 200);
  });
  app.openapi(change, async (c) => {
    const { id } = c.req.valid('param');
    const channels = withSecrets(c.req.valid('json').channels);
    const key = keyOrRefusal();
    await refusing(
      asWriter(db, (trx) => setChannels(trx, key, id, channels, personOf(c).id)),
      404,
    );
    return c.json({ id, channels }, 200);
  });
  app.openapi(remove, async (c) => {
    await refusing(
      asWriter(db, (trx) => removeRecipient(trx, c.req.valid('param').id, personOf(c).id)),
      404,
    );
    return c.json(await recipientList(store), 200);
  });
  app.openapi(deliveries, async (c) => c.json(await deliveryList(store, c.req.valid('param').id), 200));
  app.openapi(again, async (c) => {
    const { warning } = await refusing(
      asWriter(db, (trx) => tryAgain(trx, c.req.valid('param').id, personOf(c).id)),
      404,
    );
    return c.json(await deliveryList(store, warning), 200);
  });
  return app;
}

const withSecrets = (channels: readonly z.infer<typeof GivenChannel>[]): ChannelAddress[] =>
  channels.map((channel) =>
    channel.kind === 'webhook' ? { ...channel, secret: channel.secret ?? webhookSecret() } : channel,
  );

function keyOrRefusal() {
  try {
    return deskKey();
  } catch (error) {
    throw error instanceof KeyError ? new Refusal(409, error.message) : error;
  }
}

async function recipientList({ db }: Store): Promise<z.infer<typeof RecipientList>> {
  const items = await listRecipients(db);
  return { items: items.map(({ removed: _, created, ...rest }) => ({ ...rest, created: created.toISOString() })) };
}

async function deliveryList({ db }: Store, warning: string): Promise<z.infer<typeof DeliveryList>> {
  const time = (at: Date | null): string | null => at?.toISOString() ?? null;
  const rows = await deliveriesOf(db, warning);
  return {
    items: rows.map((row) => ({
      id: row.id,
      recipient: { id: row.recipient, name: row.name, organisation: row.organisation, audience: row.audience },
      ...{
        state: row.state,
        channel: row.channel,
        attempts: row.attempts,
        next: time(row.next_at),
        error: row.last_error,
      },
      ...{ accepted: time(row.accepted_at), delivered: time(row.delivered_at), opened: time(row.opened_at) },
      ...{ acknowledged: time(row.acknowledged_at), acknowledgedBy: row.acknowledged_by },
      ...{ acted: time(row.acted_at), actedWhat: row.acted_what },
    })),
  };
}
