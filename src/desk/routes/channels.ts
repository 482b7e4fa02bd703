/** How the desk's own people are called to what runs late, and the links by which browsers are added. */
import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import { subscribeUrl } from '../../delivery/links.js';
import type { DeliverySettings } from '../../delivery/settings.js';
import { opened, ownerOf, setAddresses } from '../../store/delivery/browsers.js';
import { type DeskKey, deskKey } from '../../store/delivery/seal.js';
import { StoreError } from '../../store/error.js';
import type { Store } from '../../store/store.js';
import { asWriter } from '../../store/writer.js';
import { Id, json, NOT_FOUND, REFUSALS } from '../openapi.js';
import { type Person, personOf } from '../person.js';
import { refusing } from '../problem.js';
import { Problem } from '../schema.js';
import { GivenOwnChannels, Link, OwnChannels } from '../schema-recipients.js';

const NO_KEY = { 409: json(Problem, 'The desk has no key to seal addresses with, or who asks has no account') };
const answer = { 200: json(OwnChannels, 'How one is called'), ...NO_KEY, ...REFUSALS };

const own = createRoute({
  method: 'get',
  path: '/me/channels',
  summary: 'How one is called to what runs late, and the link by which one’s browsers are added',
  responses: answer,
});
const setOwn = createRoute({
  method: 'put',
  path: '/me/channels',
  summary: 'Set the e-mail address by which one is called',
  request: { body: { required: true, content: { 'application/json': { schema: GivenOwnChannels } } } },
  responses: answer,
});
const link = createRoute({
  method: 'get',
  path: '/recipients/{id}/link',
  summary: 'The personal link by which a recipient lets the desk warn a browser',
  request: { params: Id },
  responses: {
    200: json(Link, 'To be sent to the recipient and to nobody else'),
    ...NO_KEY,
    ...NOT_FOUND,
    ...REFUSALS,
  },
});

export function channelRoutes({ db }: Store, { publicUrl }: DeliverySettings): OpenAPIHono {
  const app = new OpenAPIHono();
  const standing = async (key: DeskKey, id: string): Promise<z.infer<typeof OwnChannels>> => {
    const channels = await opened(db, key, { of: 'person', id });
    return {
      email: channels.find((each) => each.kind === 'email')?.email ?? null,
      browsers: channels.filter(({ kind }) => kind === 'webpush').length,
      link: subscribeUrl(publicUrl, key, { of: 'person', id }),
    };
  };
  app.openapi(own, async (c) => {
    const person = personOf(c);
    return c.json(
      await refusing(
        keyed(async (key) => standing(key, account(person))),
        409,
      ),
      200,
    );
  });
  app.openapi(setOwn, async (c) => {
    const person = personOf(c);
    const { email } = c.req.valid('json');
    const after = keyed(async (key) => {
      const owner = { of: 'person', id: account(person) } as const;
      await asWriter(db, async (trx) => {
        const others = (await opened(trx, key, owner)).filter(({ kind }) => kind !== 'email');
        await setAddresses(trx, key, owner, [
          ...others,
          ...(email === null ? [] : [{ kind: 'email', email } as const]),
        ]);
      });
      return standing(key, owner.id);
    });
    return c.json(await refusing(after, 409), 200);
  });
  app.openapi(link, async (c) => {
    const { id } = c.req.valid('param');
    const made = keyed(async (key) => {
      if ((await ownerOf(db, { of: 'recipient', id })) === undefined)
        throw new StoreError(`There is no recipient ${id}.`);
      return { link: subscribeUrl(publicUrl, key, { of: 'recipient', id }) };
    });
    return c.json(await refusing(made, 404), 200);
  });
  return app;
}

const keyed = async <T>(work: (key: DeskKey) => Promise<T>): Promise<T> => work(deskKey());

/** The account of who asks. @throws StoreError where it is the one person of a desk without accounts */
function account({ id }: Person): string {
  if (id === 'local') throw new StoreError('Make an account first: it is accounts that are called.');
  return id;
}
