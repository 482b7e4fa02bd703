/** What keeps a store in order, for the command line while this desk holds the folder. */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { backup } from '../../store/backup/backup.js';
import { findByBeginning } from '../../store/find.js';
import { rebuildPicture } from '../../store/picture/rebuild.js';
import type { Store } from '../../store/store.js';
import { json, REFUSALS } from '../openapi.js';
import { FoundList } from '../schema.js';

const find = createRoute({
  method: 'get',
  path: '/find',
  summary: 'What has an id that begins so: reports, incidents, warnings, groups; at most two of a kind',
  request: { query: z.object({ id: z.string().min(1).max(500) }) },
  responses: { 200: json(FoundList, 'What was found'), ...REFUSALS },
});

const rebuild = createRoute({
  method: 'post',
  path: '/rebuild',
  summary: 'Make the picture anew from all readings and decisions',
  responses: { 204: { description: 'Done' }, ...REFUSALS },
});

const save = createRoute({
  method: 'get',
  path: '/backup',
  summary: 'All reports and decisions in one file, for `tocsin restore`',
  responses: {
    200: {
      description: 'The backup',
      content: { 'application/gzip': { schema: z.string().meta({ format: 'binary' }) } },
    },
    ...REFUSALS,
  },
});

export function keepRoutes(store: Store): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openapi(find, async (c) => c.json({ items: await findByBeginning(store, c.req.valid('query').id) }, 200));
  app.openapi(rebuild, async (c) => {
    await rebuildPicture(store);
    return c.body(null, 204);
  });
  app.openapi(save, async (c) => {
    // Whole on the disk before the first byte goes out: what fails, fails with a problem and not with half a file.
    const folder = await mkdtemp(join(tmpdir(), 'tocsin-backup-'));
    const forget = () => rm(folder, { recursive: true, force: true });
    try {
      const file = join(folder, 'backup');
      const { reports, decisions } = await backup(store, file);
      const stream = createReadStream(file).once('close', forget);
      return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
        'Content-Type': 'application/gzip',
        'Content-Disposition': 'attachment; filename="backup.tocsin"',
        'Tocsin-Reports': `${reports}`,
        'Tocsin-Decisions': `${decisions}`,
      });
    } catch (error) {
      await forget();
      throw error;
    }
  });
  return app;
}
