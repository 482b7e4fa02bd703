import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/picture/schema';
import { graphOf, layOut, sentences, type Told } from './graph';

const group = (id: string) => ({ id, kind: 'group' as const, name: id.toUpperCase() });
const source = (statement: string) => ({ statement, at: [0, 1], quote: 'q' }) as unknown as Source;
const told = (from: string, type: Told['type'], to: string, n: number): Told => ({
  from: group(from),
  type,
  to: group(to),
  toText: null,
  since: null,
  source: source(`r#l${n}`),
});

describe('relations told', () => {
  const items = [
    told('b', 'branch-of', 'a', 1),
    told('b', 'branch-of', 'a', 2),
    told('a', 'rival-of', 'b', 3),
    told('c', 'ally-of', 'a', 4),
    told('a', 'ally-of', 'a', 5),
  ];

  it('are one edge for two, with every sentence of each relation', () => {
    const { nodes, edges } = graphOf(items);
    expect(nodes.map(({ entity, degree }) => [entity.id, degree])).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 1],
    ]);
    expect(edges.map((edge) => [edge.key, sentences(edge)])).toEqual([
      ['a b', 3],
      ['a c', 1],
    ]);
    expect(edges[0]?.relations.map(({ type, sources }) => [type, sources.length])).toEqual([
      ['branch-of', 2],
      ['rival-of', 1],
    ]);
  });

  it('keep persons out', () => {
    const person = { ...told('a', 'led-by', 'x', 6), to: { id: 'x', kind: 'person' as const, name: 'X' } };
    expect(graphOf([person])).toEqual({ nodes: [], edges: [] });
  });

  it('keep those out of whom reports have only words', () => {
    const fighters = { id: 'described:fighters', kind: 'group' as const, name: 'Fighters' };
    const one = { ...told('a', 'rival-of', 'x', 6), from: fighters };
    expect(graphOf([one])).toEqual({ nodes: [], edges: [] });
    expect(graphOf([{ ...one, from: { ...fighters, id: 'group:fighters of the north' } }]).nodes).toHaveLength(2);
  });

  it('stand apart, and the same way each time', () => {
    const stand = () => {
      const { nodes, edges } = graphOf(items);
      layOut(nodes, edges);
      return nodes;
    };
    const nodes = stand();
    expect(stand()).toEqual(nodes);
    for (const one of nodes)
      for (const other of nodes)
        if (one !== other) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(0.5);
  });
});
