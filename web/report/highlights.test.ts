import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/reading/schema';
import { layOut, merged, stopsOf } from './highlights';
import type { Statement } from './statements';

const statement = (id: string, evidence: Span[], slots: Span[] = []): Statement => ({
  id,
  kind: 'incidents',
  title: id,
  status: null,
  evidence,
  found: true,
  slots: slots.map((at) => ({ label: 'Slot', value: '', at, found: true })),
});

/** Any text with paragraphs, and spans within it. */
const cases = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('\n\n', '\n', ' ', '\n \n')), {
    maxLength: 20,
  })
  .map((parts) => parts.join(''))
  .chain((text) => {
    const span = fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .filter(([a, b]) => a !== b)
      .map(([a, b]): Span => (a < b ? [a, b] : [b, a]));
    const spans = text.length > 0 ? fc.array(span, { maxLength: 5 }) : fc.constant<Span[]>([]);
    return fc.tuple(fc.constant(text), fc.array(fc.tuple(spans, spans), { maxLength: 6 }));
  });

describe('laying out highlights', () => {
  it('keeps every word once, in order, and leaves out blank lines only', () => {
    fc.assert(
      fc.property(cases, ([text, raw]) => {
        const statements = raw.map(([evidence, slots], n) => statement(`i${n}`, evidence, slots));
        let at = 0;
        for (const paragraph of layOut(text, statements)) {
          expect(text.slice(at, paragraph.start).trim()).toBe('');
          const words = paragraph.segments.map((segment) => text.slice(segment.start, segment.end)).join('');
          expect(words).toBe(text.slice(paragraph.start, paragraph.end));
          at = paragraph.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  it('gives each word exactly the statements whose quote covers it', () => {
    fc.assert(
      fc.property(cases, ([text, raw]) => {
        const statements = raw.map(([evidence, slots], n) => statement(`i${n}`, evidence, slots));
        for (const { segments } of layOut(text, statements)) {
          for (const segment of segments) {
            const covering = statements.flatMap(({ evidence }, n) =>
              merged(evidence).some(([start, end]) => start <= segment.start && segment.end <= end) ? [n] : [],
            );
            expect([...segment.statements].sort((a, b) => a - b)).toEqual(covering);
          }
        }
      }),
    );
  });

  it('never lets a segment cross the border of a slot', () => {
    fc.assert(
      fc.property(cases, ([text, raw]) => {
        const statements = raw.map(([evidence, slots], n) => statement(`i${n}`, evidence, slots));
        const borders = statements.flatMap(({ slots }) => slots.flatMap(({ at }) => at ?? []));
        for (const { start, end } of layOut(text, statements).flatMap(({ segments }) => segments)) {
          for (const border of borders) expect(start < border && border < end).toBe(false);
        }
      }),
    );
  });

  it('puts the shortest of several quotes first', () => {
    const text = 'The group said it would attack the embassy.';
    const [paragraph] = layOut(text, [statement('i1', [[0, 43]]), statement('i2', [[4, 14]])]);
    expect(paragraph?.segments.map(({ start, statements }) => [start, statements])).toEqual([
      [0, [0]],
      [4, [1, 0]],
      [14, [0]],
    ]);
  });
});

describe('spans', () => {
  it('merges what overlaps and touches', () => {
    expect(
      merged([
        [5, 9],
        [0, 3],
        [3, 6],
        [12, 14],
      ]),
    ).toEqual([
      [0, 9],
      [12, 14],
    ]);
  });

  it('steps through quotes in the order of the text', () => {
    const statements = [
      statement('i1', [[30, 40]]),
      statement('i2', [
        [0, 5],
        [50, 60],
      ]),
    ];
    expect(stopsOf(statements)).toEqual([
      { at: 0, statement: 1 },
      { at: 30, statement: 0 },
      { at: 50, statement: 1 },
    ]);
  });
});
