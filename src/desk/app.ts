/** The desk as one Hono application: guard, API, OpenAPI document, pages. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { type DeliverySettings, deliverySettings } from '../delivery/settings.js';
import type { Store } from '../store/store.js';
import { headers, onlyKnownHosts, onlyOwn } from './guard.js';
import { BUILT, pages } from './pages.js';
import { onlyAllowed } from './person.js';
import { onError, onInvalid, problem } from './problem.js';
import { acknowledgeRoutes } from './routes/acknowledge.js';
import { caseRoutes } from './routes/cases.js';
import { channelRoutes } from './routes/channels.js';
import { decisionRoutes } from './routes/decisions.js';
import { feedRoutes } from './routes/feeds.js';
import { incidentRoutes } from './routes/incidents.js';
import { keepRoutes } from './routes/keep.js';
import { levelRoutes } from './routes/levels.js';
import { lookBackRoutes } from './routes/look-back.js';
import { peopleRoutes } from './routes/people.js';
import { pictureRoutes } from './routes/picture.js';
import { publicRoutes } from './routes/public.js';
import { queueRoutes } from './routes/queue.js';
import { recipientRoutes } from './routes/recipients.js';
import { reportRoutes } from './routes/reports.js';
import { rereadRoutes } from './routes/reread.js';
import { searchRoutes } from './routes/search.js';
import { settingRoutes } from './routes/settings.js';
import { sourceRoutes } from './routes/sources.js';
import { statusRoutes } from './routes/status.js';
import { subscribeRoutes } from './routes/subscribe.js';
import { unreadRoutes } from './routes/unread.js';
import { version } from './version.js';

/** The largest request, in bytes: several files at once, each of at most what one report may have. */
export const MAX_REQUEST = 50 * 1024 * 1024;

export interface DeskOptions {
  store: Store;
  /** Who has it is let in without being one of the desk's own pages: the command line. */
  token: string;
  log: Logger;
  /** Folder of the built pages; where the build puts them by default. */
  web?: string;
  /** Names, besides loopback, that the desk answers to. */
  hosts?: readonly string[];
  /** How the desk sends, and where recipients and the public reach it. */
  delivery?: DeliverySettings;
}

/** Where the desk is, unless it is told otherwise. */
export const OWN_URL = 'http://127.0.0.1:4780';

const API: readonly ((store: Store, settings: DeliverySettings) => OpenAPIHono)[] = [
  statusRoutes,
  unreadRoutes,
  reportRoutes,
  incidentRoutes,
  pictureRoutes,
  decisionRoutes,
  queueRoutes,
  searchRoutes,
  sourceRoutes,
  peopleRoutes,
  caseRoutes,
  recipientRoutes,
  channelRoutes,
  lookBackRoutes,
  settingRoutes,
  levelRoutes,
  keepRoutes,
  rereadRoutes,
  feedRoutes,
];

export function createDesk({ store, token, log, web, hosts = [], delivery }: DeskOptions): OpenAPIHono {
  const app = new OpenAPIHono({ defaultHook: onInvalid });
  app.onError(onError(log));
  app.use(headers);
  // For people outside: what they may see is public, or their link lets them in; whatever site sent them.
  const settings = delivery ?? deliverySettings({}, OWN_URL);
  const outside = onlyKnownHosts([...hosts, new URL(settings.publicUrl).hostname]);
  for (const path of ['/public', '/public/*', '/acknowledge/*', '/subscribe/*']) app.use(path, outside);
  app
    .route('/', publicRoutes(store, settings))
    .route('/', acknowledgeRoutes(store, settings))
    .route('/', subscribeRoutes(store, web ?? BUILT));
  app.use(onlyKnownHosts(hosts), onlyOwn(token));
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: MAX_REQUEST,
      onError: (c) =>
        problem(c, 413, `That is more than the ${MAX_REQUEST / 2 ** 20} MB of one request; send fewer files at once.`),
    }),
    async (c, next) => {
      await next();
      c.res.headers.set('Cache-Control', 'no-store');
    },
    onlyAllowed(store, token),
  );
  for (const routes of API) app.route('/api', routes(store, settings));
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Tocsin', version: version(), description: 'Reports in, a cited threat picture out.' },
  });
  app.all('/api/*', (c) =>
    problem(c, 404, `There is no ${c.req.method} ${c.req.path}; /openapi.json says what there is.`),
  );
  app.route('/', pages(web));
  return app;
}
