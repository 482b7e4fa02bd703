import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { problem } from './problem.js';

/** Where the build puts the pages. */
export const BUILT = fileURLToPath(new URL('../../dist/web', import.meta.url));

/**
 * The desk's web pages. Files under /assets have their hash in their name and never change; every other address is
 * one of the pages' own and gets index.html.
 */
export function pages(folder: string = BUILT): Hono {
  const index = join(folder, 'index.html');
  const app = new Hono();
  if (!existsSync(index)) {
    app.get('*', (c) => problem(c, 503, 'The pages are not built yet: run `npm run build`.'));
    return app;
  }
  app.use('*', async (c, next) => {
    await next();
    const kept = c.req.path.startsWith('/assets/') && c.res.ok;
    c.res.headers.set('Cache-Control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.get('*', serveStatic({ root: folder, precompressed: true }));
  app.get('/assets/*', (c) => problem(c, 404, 'There is no such file.'));
  app.get('*', (c) => c.html(readFileSync(index, 'utf8')));
  return app;
}
