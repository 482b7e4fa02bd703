import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, post } from './desk.js';

let desk;
let document;
beforeAll(async () => {
  desk = await openDesk();
  document = await (await desk.ask('/openapi.json')).json();
  await desk.ask(
    '/api/reports',
    post({
      text: 'A car bomb killed nine people in Mogadishu on 5 March 2024. Al-Shabaab claimed the attack.',
      published: '2024-03-06',
    }),
  );
});
afterAll(() => desk.close());
describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toBe('3.1.0');
    expect(await new Validator().validate({ ...document })).toEqual({ valid: true });
  });
  it('tells of every route, each with the one shape of errors', () => {
    expect(
      Object.entries(document.paths)
        .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
        .sort(),
    ).toMatchSnapshot();
    for (const methods of Object.values(document.paths)) {
      for (const { responses } of Object.values(methods)) {
        expect(responses['400']?.content?.['application/json']?.schema).toEqual({
          $ref: '#/components/schemas/Problem',
        });
      }
    }
  });
  it('names the shapes and refers to them where they stand inside others', () => {
    expect(document.components.schemas.ReportPage).toMatchObject({
      properties: { reading: { $ref: '#/components/schemas/Reading' } },
    });
    expect(document.components.schemas.IncidentList).toMatchObject({
      properties: { items: { items: { $ref: '#/components/schemas/IncidentSummary' } } },
    });
  });
  it.each(['/api/status', '/api/reports', '/api/incidents', '/api/groups', '/api/warnings', '/api/decisions'])(
    'says what GET %s really gives',
    async (path) => {
      const ajv = new Ajv2020({ strict: false });
      addFormats.default(ajv);
      ajv.addSchema(document, 'desk');
      const pointer = `desk#/paths/${path.replaceAll('/', '~1')}/get/responses/200/content/application~1json/schema`;
      const validate = ajv.getSchema(pointer);
      const response = await desk.ask(path);
      expect(response.status).toBe(200);
      validate?.(await response.json());
      expect(validate?.errors).toBeNull();
    },
  );
});
