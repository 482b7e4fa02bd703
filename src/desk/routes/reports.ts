import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { IntakeError } from '../../intake/error.js';
import { getOriginal } from '../../store/reports/get.js';
import type { Store } from '../../store/store.js';
import { acceptFiles, acceptText } from '../accept.js';
import { Id, json, NOT_FOUND, REFUSALS } from '../openapi.js';
import { Refusal } from '../problem.js';
import { reportList, reportPage } from '../report-pages.js';
import { Accepted, FileResults, NewReport, Problem, ReportFilter, ReportList, ReportPage } from '../schema.js';

/** One file or several in parts named `files`. */
const Files = z.object({
  files: z
    .preprocess(
      (part) => (Array.isArray(part) ? part : [part]),
      z.array(z.instanceof(File, { error: 'must be files' })),
    )
    .openapi({ type: 'array', items: { type: 'string', format: 'binary' } }),
});

const list = createRoute({
  method: 'get',
  path: '/reports',
  summary: 'Reports, the last received first',
  request: { query: ReportFilter },
  responses: { 200: json(ReportList, 'The reports and how many there are in all'), ...REFUSALS },
});

const add = createRoute({
  method: 'post',
  path: '/reports',
  summary: 'Hand in a text (JSON) or files (multipart): read and stored before the answer',
  description:
    'Files are answered one by one. A file NAME.meta.json says of NAME.txt what is known of it: published, publisher, title, url.',
  request: {
    body: {
      content: {
        'application/json': { schema: NewReport },
        'multipart/form-data': { schema: Files },
      },
    },
  },
  responses: {
    200: json(z.union([Accepted, FileResults]), 'The text was here already; or what became of each file'),
    201: json(Accepted, 'The text is new'),
    413: json(Problem, 'The request is too large'),
    422: json(Problem, 'The text cannot be read as a report'),
    ...REFUSALS,
  },
});

const one = createRoute({
  method: 'get',
  path: '/reports/{id}',
  summary: 'One report: its text and what it says',
  request: { params: Id },
  responses: { 200: json(ReportPage, 'The report'), ...NOT_FOUND, ...REFUSALS },
});

const original = createRoute({
  method: 'get',
  path: '/reports/{id}/original',
  summary: 'The bytes as received, to be saved and never shown',
  request: { params: Id },
  responses: {
    200: {
      description: 'The bytes',
      content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
    },
    ...NOT_FOUND,
    ...REFUSALS,
  },
});

const noSuch = () => new Refusal(404, 'There is no such report.');

export function reportRoutes(store: Store): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openapi(list, async (c) => c.json(await reportList(store, c.req.valid('query')), 200));
  app.openapi(add, async (c) => {
    // The validators of both kinds have run; the one that was not sent is left empty.
    const form = c.req.valid('form');
    if ('files' in form) return c.json({ items: await acceptFiles(store, form.files) }, 200);
    const report = c.req.valid('json');
    if (!('text' in report)) throw new Refusal(400, 'The request is not valid: send JSON with a text, or files.');
    try {
      const accepted = await acceptText(store, report);
      return c.json(accepted, accepted.new ? 201 : 200);
    } catch (error) {
      throw error instanceof IntakeError ? new Refusal(422, error.message) : error;
    }
  });
  app.openapi(one, async (c) => {
    const page = await reportPage(store, c.req.valid('param').id);
    if (!page) throw noSuch();
    return c.json(page, 200);
  });
  app.openapi(original, async (c) => {
    const { id } = c.req.valid('param');
    const found = await getOriginal(store, id);
    if (!found) throw noSuch();
    // A name of our own: what the sender called the file goes into no header.
    return c.body(new Uint8Array(found.bytes), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${id.slice('sha256:'.length, 'sha256:'.length + 16)}.bin"`,
    });
  });
  return app;
}
