/** The graph: nodes and edges are reached by Tab and opened by Enter, as by the pointer. */
import { type KeyboardEvent, type SVGProps, useRef } from 'react';
import { useSize } from '../parts/useSize';
import { count, RELATION } from '../parts/words';
import { type Edge, type Node, sentences } from './graph';

interface Props {
  nodes: Node[];
  edges: Edge[];
  picked: Node | undefined;
  open: string | null;
  onPick: (id: string | undefined) => void;
  onOpen: (key: string | null) => void;
}

const MARGIN = 40;
const LABELLED = 40;

export function Graph({ nodes, edges, picked, open, onPick, onOpen }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const height = Math.round(Math.min(Math.max(width * 0.7, 280), 620));
  const at = scale(nodes, width, height);
  const isOut = (...of: Node[]) => picked !== undefined && !of.includes(picked);
  const near = new Set(edges.filter(({ a, b }) => a === picked || b === picked).flatMap(({ a, b }) => [a, b]));
  return (
    <div ref={frame} className="graph">
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: no element of HTML groups what is drawn
        <svg width={width} height={height} role="group" aria-label="Graph of the relations">
          {edges.map((edge) => {
            const [from, to] = [at(edge.a), at(edge.b)];
            const line = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
            const classes = ['edge', open === edge.key && 'is-open', isOut(edge.a, edge.b) && 'is-out'];
            return (
              <Press
                key={edge.key}
                className={classes.filter(Boolean).join(' ')}
                aria-label={edgeName(edge)}
                aria-pressed={open === edge.key}
                onPress={() => onOpen(open === edge.key ? null : edge.key)}
              >
                <line className="edge-reach" {...line} />
                <line className="edge-line" {...line} strokeWidth={Math.min(5, 1 + Math.log2(sentences(edge)))} />
              </Press>
            );
          })}
          {nodes.map((node, n) => {
            const { x, y } = at(node);
            const out = picked !== undefined && picked !== node && !near.has(node);
            const classes = ['node', picked === node && 'is-picked', out && 'is-out'];
            const left = x > width / 2;
            return (
              <Press
                key={node.entity.id}
                className={classes.filter(Boolean).join(' ')}
                aria-label={`${node.entity.name}, ${count(node.degree, 'relation')}`}
                aria-pressed={picked === node}
                onPress={() => onPick(picked === node ? undefined : node.entity.id)}
              >
                <circle cx={x} cy={y} r={4 + Math.min(8, Math.sqrt(node.degree) * 2)} />
                {(n < LABELLED || picked === node || near.has(node)) && (
                  <text x={x} y={y - 9 - Math.min(8, Math.sqrt(node.degree) * 2)} textAnchor={anchor(x, width, left)}>
                    {node.entity.name}
                  </text>
                )}
              </Press>
            );
          })}
        </svg>
      )}
    </div>
  );
}

/** Names at the edge of the drawing are written inwards. */
function anchor(x: number, width: number, left: boolean): 'start' | 'middle' | 'end' {
  if (x > width * 0.25 && x < width * 0.75) return 'middle';
  return left ? 'end' : 'start';
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
