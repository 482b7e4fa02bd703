/** docs/warning.md draws the states from their table: UPDATE_GOLDEN=1 draws them anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CASE_STATES, stepsFrom, TRANSITIONS, type Transition } from '../../src/warning/states.js';

const FILE = new URL('../../docs/warning.md', import.meta.url);
const [BEGIN, END] = ['<!-- states: drawn from src/warning/states.ts -->', '<!-- end of states -->'];

function drawn(): string {
  const id = (state: string) => state.replaceAll('-', '_');
  const rows = TRANSITIONS as readonly Transition[];
  const edges = rows.flatMap(({ step, from, to }) =>
    from.map((state) => `  ${id(state)} --> ${id(to === 'before-revise' ? 'released' : to)}: ${step}`),
  );
  const table = rows.map(({ step, from, to, action, another, machine, says }) => {
    const who =
      machine === 'only' ? 'the desk itself' : `who may ${action}${machine === 'may' ? ', or the desk itself' : ''}`;
    const two = another ? `, not who took \`${another.join('` or `')}\`` : '';
    return `| \`${step}\` | ${from.join(', ')} | ${to} | ${who}${two} | ${says} |`;
  });
  return [
    BEGIN,
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> proposed',
    ...edges,
    '```',
    '',
    '| step | from | to | by | |',
    '| --- | --- | --- | --- | --- |',
    ...table,
    END,
  ].join('\n');
}

test('the drawing is that of the table', () => {
  const text = readFileSync(FILE, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  expect(after).toBeDefined();
  if (process.env.UPDATE_GOLDEN) writeFileSync(FILE, `${before}${drawn()}${after}`);
  expect(readFileSync(FILE, 'utf8')).toContain(drawn());
});

test('every state but closed is left by some step, and every state is reached', () => {
  expect(CASE_STATES.filter((state) => stepsFrom(state).length === 0)).toEqual([]);
  const reached = new Set(['proposed', ...TRANSITIONS.map(({ to }) => to)]);
  expect(CASE_STATES.filter((state) => !reached.has(state))).toEqual([]);
});
