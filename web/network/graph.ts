/** Relations between groups and other bodies as nodes and edges, and where each node stands. */
import type { Network } from '../../src/desk/schema';
import type { EntityRef, Source } from '../../src/picture/schema';
import { hasName } from '../parts/words';

export type Told = Network['items'][number];

/** All that is told of two, whichever way. */
export interface Edge {
  key: string;
  a: Node;
  b: Node;
  /** Each relation once, with every sentence that tells it. */
  relations: { from: EntityRef; type: Told['type']; to: EntityRef; sources: Source[] }[];
}

export interface Node {
  entity: EntityRef;
  /** How many others it stands in relation with. */
  degree: number;
  /** How many of the incidents in hand name it. */
  incidents: number;
  x: number;
  y: number;
}

const entityOf = ({ to }: Told): EntityRef | null => (to && 'kind' in to ? to : null);

/** Persons have no page, and "two suspects" of two reports need not be the same. */
const isBody = (one: EntityRef) => one.kind !== 'person' && one.kind !== 'population' && hasName(one);

/**
 * Nodes with the most others first, edges with the most sentences first. Cost grows with the relations told.
 * @param named the groups that the incidents in hand name, once for each incident
 */
export function graphOf(items: readonly Told[], named: readonly EntityRef[] = []): { nodes: Node[]; edges: Edge[] } {
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  const node = (entity: EntityRef): Node => {
    const known = nodes.get(entity.id) ?? { entity, degree: 0, incidents: 0, x: 0, y: 0 };
    nodes.set(entity.id, known);
    return known;
  };
  for (const told of items) {
    const { from, type, source } = told;
    const to = entityOf(told);
    if (!to || to.id === from.id || ![from, to].every(isBody)) continue;
    const [a, b] = from.id < to.id ? [node(from), node(to)] : [node(to), node(from)];
    const key = `${a.entity.id} ${b.entity.id}`;
    let edge = edges.get(key);
    if (!edge) {
      edge = { key, a, b, relations: [] };
      edges.set(key, edge);
      a.degree++;
      b.degree++;
    }
    const relation = edge.relations.find((one) => one.type === type && one.from.id === from.id);
    if (relation) relation.sources.push(source);
    else edge.relations.push({ from, type, to, sources: [source] });
  }
  for (const entity of named) if (hasName(entity)) node(entity).incidents++;
  const byDegree = [...nodes.values()].sort(
    (a, b) => b.degree - a.degree || b.incidents - a.incidents || (a.entity.id < b.entity.id ? -1 : 1),
  );
  return { nodes: byDegree, edges: [...edges.values()].sort((a, b) => sentences(b) - sentences(a)) };
}

export const sentences = ({ relations }: Edge) => relations.reduce((sum, { sources }) => sum + sources.length, 0);

const ROUNDS = 300;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Sets the nodes where edges pull and all push each other away (Fruchterman and Reingold, 1991), within a box around
 * 0,0 that is wider than high. The same graph always stands the same way. Cost grows with the square of the nodes:
 * for some hundred.
 */
export function layOut(nodes: readonly Node[], edges: readonly Edge[]): void {
  const wish = 1;
  nodes.forEach((node, n) => {
    const far = wish * Math.sqrt(n + 0.5);
    node.x = far * Math.cos(n * GOLDEN_ANGLE);
    node.y = far * Math.sin(n * GOLDEN_ANGLE);
  });
  const moves = new Map(nodes.map((node) => [node, { x: 0, y: 0 }]));
  const push = (one: Node, other: Node, force: (distance: number) => number) => {
    const [dx, dy] = [one.x - other.x || 0.001, one.y - other.y || 0.001];
    const distance = Math.hypot(dx, dy);
    const by = force(distance) / distance;
    for (const [node, sign] of [
      [one, by],
      [other, -by],
    ] as const) {
      const move = moves.get(node);
      if (move) {
        move.x += dx * sign;
        move.y += dy * sign;
      }
    }
  };
  for (let round = 0; round < ROUNDS; round++) {
    nodes.forEach((one, n) => {
      for (const other of nodes.slice(n + 1)) push(one, other, (distance) => wish ** 2 / distance);
    });
    for (const { a, b } of edges) push(a, b, (distance) => -(distance ** 2) / wish);
    const most = wish * (1 - round / ROUNDS);
    for (const [node, move] of moves) {
      // Up and down is pulled in more than to the sides; what stands alone does not drift off.
      move.x -= node.x * 0.3;
      move.y -= node.y * 0.7;
      const length = Math.hypot(move.x, move.y) || 1;
      node.x += (move.x / length) * Math.min(length, most);
      node.y += (move.y / length) * Math.min(length, most);
      move.x = 0;
      move.y = 0;
    }
  }
}
