/** The graph: nodes and edges are reached by Tab and opened by Enter, as by the pointer. */
import { type KeyboardEvent, type SVGProps, useRef } from 'react';
import { useSize } from '../parts/useSize';
import { count, RELATION } from '../parts/words';
import { type Edge, type Node, sentences } from './graph';

interface Props {
  nodes: Node[];
  edges: Edge[];
  /** Ids of the groups that are chosen. */
  chosen: readonly string[];
  open: Edge | null;
  onPick: (id: string) => void;
  onOpen: (edge: Edge) => void;
}

const MARGIN = 40;

export function Graph({ nodes, edges, chosen, open, onPick, onOpen }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const at = scale(nodes, width, height);
  const isChosen = ({ entity }: Node) => chosen.includes(entity.id);
  const near = new Set(edges.filter(({ a, b }) => isChosen(a) || isChosen(b)).flatMap(({ a, b }) => [a, b]));
  const isOut = (node: Node) => chosen.length > 0 && !isChosen(node) && !near.has(node);
  const crowded = crowdedOf(nodes, at, width);
  return (
    <div ref={frame} className="graph">
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: no element of HTML groups what is drawn
        <svg width={width} height={height} role="group" aria-label="Graph of the relations">
          {edges.map((edge) => {
            const [from, to] = [at(edge.a), at(edge.b)];
            const line = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
            const out = chosen.length > 0 && !isChosen(edge.a) && !isChosen(edge.b);
            const classes = ['edge', open === edge && 'is-open', out && 'is-out'];
            return (
              <Press
                key={edge.key}
                className={classes.filter(Boolean).join(' ')}
                aria-label={edgeName(edge)}
                aria-pressed={open === edge}
                onPress={() => onOpen(edge)}
              >
                <line className="edge-reach" {...line} />
                <line className="edge-line" {...line} strokeWidth={Math.min(5, 1 + Math.log2(sentences(edge)))} />
              </Press>
            );
          })}
          {nodes.map((node) => {
            const { x, y } = at(node);
            const r = radiusOf(node);
            const classes = ['node', isChosen(node) && 'is-picked', isOut(node) && 'is-out'];
            return (
              <Press
                key={node.entity.id}
                className={classes.filter(Boolean).join(' ')}
                aria-label={`${node.entity.name}, ${count(node.degree, 'relation')}, ${count(node.incidents, 'incident')}`}
                aria-pressed={isChosen(node)}
                onPress={() => onPick(node.entity.id)}
              >
                <circle cx={x} cy={y} r={r} />
                <text
                  className={crowded.has(node) && !isChosen(node) ? 'is-crowded' : undefined}
                  x={x}
                  y={y - r - 5}
                  textAnchor={anchor(x, width)}
                >
                  {node.entity.name}
                </text>
              </Press>
            );
          })}
        </svg>
      )}
    </div>
  );
}

const radiusOf = ({ incidents }: Node) => 4 + Math.min(8, Math.sqrt(incidents));

/** Pixels that a letter and a line of a name take, near enough. */
const LETTER = 6.2;
const LINE = 13;

/** Nodes whose names would lie over one of a node before them: theirs show when they are pointed at. */
function crowdedOf(nodes: Node[], at: ReturnType<typeof scale>, width: number): Set<Node> {
  const taken: { left: number; right: number; y: number }[] = [];
  return new Set(
    nodes.filter((node) => {
      const { x, y } = at(node);
      const length = node.entity.name.length * LETTER;
      const left = { start: x, middle: x - length / 2, end: x - length }[anchor(x, width)];
      const label = { left, right: left + length, y: y - radiusOf(node) };
      const free = taken.every(
        (other) => label.left > other.right || label.right < other.left || Math.abs(label.y - other.y) > LINE,
      );
      if (free) taken.push(label);
      return !free;
    }),
  );
}

/** Names at the edge of the drawing are written inwards. */
function anchor(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x > width * 0.25 && x < width * 0.75) return 'middle';
  return x > width / 2 ? 'end' : 'start';
}

function edgeName(edge: Edge): string {
  const told = edge.relations.map(({ from, type, to }) => `${from.name} ${RELATION[type]} ${to.name}`);
  return `${told.join('; ')}: ${count(sentences(edge), 'sentence')}`;
}

/** From the layout's own measure to pixels, with room for the names. */
function scale(nodes: Node[], width: number, height: number): (node: Node) => { x: number; y: number } {
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const put = (value: number, from: number, to: number, size: number) =>
    to === from ? size / 2 : MARGIN + ((value - from) / (to - from)) * (size - 2 * MARGIN);
  return ({ x, y }) => ({ x: put(x, left, right, width), y: put(y, top, bottom, height) });
}

function Press({ onPress, ...props }: Omit<SVGProps<SVGGElement>, 'onClick'> & { onPress: () => void }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPress();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: there are no buttons in a drawing
    <g role="button" tabIndex={0} onClick={onPress} onKeyDown={onKeyDown} {...props} />
  );
}
