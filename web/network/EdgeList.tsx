/** The relations in words, each with the sentences that tell it: the equal of the graph. */
import { useEffect, useRef } from 'react';
import { Citation, Entity } from '../parts/Links';
import { count, RELATION } from '../parts/words';
import { type Edge, sentences } from './graph';

interface Props {
  edges: Edge[];
  open: Edge | null;
  onOpen: (edge: Edge) => void;
}

export function EdgeList({ edges, open, onOpen }: Props) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (open) list.current?.querySelector('[aria-expanded=true]')?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <ul ref={list} className="lines edges">
      {edges.map((edge) => {
        const { key, a, b, relations } = edge;
        const isOpen = open === edge;
        return (
          <li key={key} className="line">
            <button type="button" className="edge-name" aria-expanded={isOpen} onClick={() => onOpen(edge)}>
              {a.entity.name} – {b.entity.name} <span className="tally">{count(sentences(edge), 'sentence')}</span>
            </button>
            {isOpen && (
              <ul className="edge-evidence">
                {relations.map(({ from, type, to, sources }) => (
                  <li key={`${from.id} ${type}`}>
                    <p>
                      <Entity entity={from} /> {RELATION[type]} <Entity entity={to} />
                    </p>
                    {sources.map((source) => (
                      <Citation key={`${source.statement}@${source.at[0]}`} source={source} />
                    ))}
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}
