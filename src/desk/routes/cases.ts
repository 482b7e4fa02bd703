/** The duty to warn: cases, their steps, and the wording of warnings. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { allowMark } from '../../store/cases/allow.js';
import { getCase, getWarning, listCases, openCase } from '../../store/cases/case.js';
import { saveDraft } from '../../store/cases/draft.js';
import { type CaseStep, takeStep } from '../../store/cases/step.js';
import { statementKinds } from '../../store/picture/statement-kinds.js';
import { setting } from '../../store/settings.js';
import type { Store } from '../../store/store.js';
import { asWriter } from '../../store/writer.js';
import { CASE_STATES, transition } from '../../warning/states.js';
import { fill, TEMPLATES, type Templates } from '../../warning/templates.js';
import { AUDIENCE_GROUPS } from '../../warning/words.js';
import { casePage, caseSummaries, limitsOf } from '../case-pages.js';
import { Id, json, NOT_FOUND, REFUSALS } from '../openapi.js';
import { allow as allowTo, personOf } from '../person.js';
import { Refusal, refusing } from '../problem.js';
import { CaseList, CasePage, NewAllowance, NewCase, NewDraft, NewStep, Wording } from '../schema-cases.js';

const CONFLICT = {
  409: json(z.object({ ok: z.literal(false), error: z.string(), status: z.int() }), 'The case does not allow it'),
};
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } });

const list = createRoute({
  method: 'get',
  path: '/cases',
  summary: 'Cases of the duty to warn, what runs late first',
  request: {
    query: z.object({
      state: z.enum(CASE_STATES).optional(),
      before: z.coerce.number().int().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: { 200: json(CaseList, 'The cases'), ...REFUSALS },
});
const one = createRoute({
  method: 'get',
  path: '/cases/{id}',
  summary: 'A case with its tests, wordings, steps and record',
  request: { params: Id },
  responses: { 200: json(CasePage, 'The case'), ...NOT_FOUND, ...REFUSALS },
});
const open = createRoute({
  method: 'post',
  path: '/cases',
  summary: 'Open a case by hand',
  request: { body: body(NewCase) },
  responses: { 201: json(CasePage, 'The case'), ...NOT_FOUND, ...REFUSALS },
});
const step = createRoute({
  method: 'post',
  path: '/cases/{id}/steps',
  summary: 'Take a step of a case',
  description: 'Which steps there are, from which state, by whom and what each needs, is one table: docs/warning.md.',
  request: { params: Id, body: body(NewStep) },
  responses: { 200: json(CasePage, 'The case after it'), ...CONFLICT, ...NOT_FOUND, ...REFUSALS },
});
const draft = createRoute({
  method: 'put',
  path: '/cases/{id}/draft',
  summary: 'Save the wording of a case that is being drafted',
  request: { params: Id, body: body(NewDraft) },
  responses: {
    200: json(CasePage, 'The case, with what the tear-line marks in it'),
    ...CONFLICT,
    ...NOT_FOUND,
    ...REFUSALS,
  },
});
const wording = createRoute({
  method: 'get',
  path: '/cases/{id}/wording',
  summary: 'A first wording for each audience, from the desk’s templates',
  request: { params: Id, query: z.object({ language: z.string().default('en') }) },
  responses: { 200: json(Wording, 'Messages with open places in brackets'), ...NOT_FOUND, ...REFUSALS },
});
const allow = createRoute({
  method: 'post',
  path: '/warnings/{id}/allowances',
  summary: 'Let a mark of the tear-line stand, as a second person',
  request: { params: Id, body: body(NewAllowance) },
  responses: { 200: json(CasePage, 'The case'), ...CONFLICT, ...NOT_FOUND, ...REFUSALS },
});

export function caseRoutes(store: Store): OpenAPIHono {
  const app = new OpenAPIHono();
  app.openapi(list, async (c) => {
    const { state, before, limit } = c.req.valid('query');
    const cases = await listCases(store.db, { limit, ...(state && { states: [state] }), ...(before && { before }) });
    return c.json({ items: await caseSummaries(store.db, cases) }, 200);
  });
  app.openapi(one, async (c) => {
    const person = personOf(c);
    return c.json(
      await casePage(store.db, await refusing(getCase(store.db, c.req.valid('param').id), 404), person),
      200,
    );
  });
  app.openapi(open, async (c) => {
    const person = personOf(c);
    const { title, statements, why } = c.req.valid('json');
    const known = await statementKinds(store, statements);
    const missing = statements.find((statement) => !known.has(statement));
    if (missing !== undefined) throw new Refusal(404, `No report makes a statement ${missing}.`);
    const { id } = await asWriter(store.db, (trx) =>
      openCase(trx, { title, subject: null, proposal: null, statements, acquired: null, why }, person.id),
    );
    return c.json(await casePage(store.db, await getCase(store.db, id), person), 201);
  });
  app.openapi(step, async (c) => {
    const { id } = c.req.valid('param');
    const taken = c.req.valid('json') as CaseStep;
    const person = personOf(c);
    allowTo(person, transition(taken.step).action);
    await refusing(getCase(store.db, id), 404);
    const { approve: approvalMinutes } = await limitsOf(store.db);
    const after = await refusing(
      asWriter(store.db, (trx) =>
        takeStep(trx, id, { ...taken, ...(taken.step === 'release-emergency' && { approvalMinutes }) }, person.id),
      ),
      409,
    );
    return c.json(await casePage(store.db, after, person), 200);
  });
  app.openapi(draft, async (c) => {
    const person = personOf(c);
    const { id } = c.req.valid('param');
    const { validFrom, validUntil, threatFrom, threatUntil, ...rest } = c.req.valid('json');
    const time = (at: string | null): Date | null => (at === null ? null : new Date(at));
    await refusing(getCase(store.db, id), 404);
    await refusing(
      saveDraft(
        store,
        id,
        {
          ...rest,
          validFrom: time(validFrom),
          validUntil: time(validUntil),
          threatFrom: time(threatFrom),
          threatUntil: time(threatUntil),
        },
        person.id,
      ),
      409,
    );
    return c.json(await casePage(store.db, await getCase(store.db, id), person), 200);
  });
  app.openapi(wording, async (c) => {
    const { proposal } = await refusing(getCase(store.db, c.req.valid('param').id), 404);
    const templates = { ...TEMPLATES, ...(await setting<Templates>(store.db, 'templates', {})) };
    const { language } = c.req.valid('query');
    const messages = AUDIENCE_GROUPS.map((audience) => fill(templates, audience, language, proposal)).filter(
      (each) => each !== null,
    );
    return c.json({ messages }, 200);
  });
  app.openapi(allow, async (c) => {
    const person = personOf(c);
    const { mark, why } = c.req.valid('json');
    const warning = await refusing(getWarning(store.db, c.req.valid('param').id), 404);
    await refusing(allowMark(store, warning.id, mark, why, person.id), 409);
    return c.json(await casePage(store.db, await getCase(store.db, warning.duty_case), person), 200);
  });
  return app;
}
