/** A report's statements by kind, each with its slots and the way to its words. */
import { Link } from '@tanstack/react-router';
import { memo, type Ref } from 'react';
import type { Reading } from '../../src/reading/schema';
import { StatusWord } from '../parts/Status';
import { KIND_TITLE, KINDS, type Statement } from './statements';

interface Props {
  ref: Ref<HTMLDivElement>;
  reading: Reading;
  statements: Statement[];
  joined: Record<string, string>;
  reportId: string;
  active: number | null;
  hover: number | null;
  onHover: (n: number | null) => void;
  onPick: (n: number) => void;
  onJump: (offset: number) => void;
}

export function StatementList({ ref, reading, statements, joined, reportId, active, hover, ...on }: Props) {
  const numbered = statements.map((statement, n) => ({ statement, n }));
  return (
    <div ref={ref} className="statements">
      {KINDS.map((kind) => {
        const ofKind = numbered.filter(({ statement }) => statement.kind === kind);
        if (!ofKind.length) return null;
        return (
          <section key={kind} aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>
              {KIND_TITLE[kind]} <span className="tally">{ofKind.length}</span>
            </h2>
            <ol>
              {ofKind.map(({ statement, n }) => (
                <Card
                  key={statement.id}
                  n={n}
                  statement={statement}
                  text={reading.report.text}
                  joined={joined[`${reportId}#${statement.id}`]}
                  active={active === n}
                  hover={hover === n}
                  onHover={on.onHover}
                  onPick={on.onPick}
                  onJump={on.onJump}
                />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

interface CardProps {
  n: number;
  statement: Statement;
  text: string;
  joined: string | undefined;
  active: boolean;
  hover: boolean;
  onHover: (n: number | null) => void;
  onPick: (n: number) => void;
  onJump: (offset: number) => void;
}

const Card = memo(function Card({ n, statement, text, joined, active, hover, onHover, onPick, onJump }: CardProps) {
  const { evidence, slots } = statement;
  return (
    <li
      id={statement.id}
      data-n={n}
      className={['statement', active && 'is-active', hover && 'is-hover'].filter(Boolean).join(' ')}
      onMouseEnter={() => onHover(n)}
      onMouseLeave={() => onHover(null)}
    >
      <div className="statement-head">
        <button type="button" aria-pressed={active} onClick={() => onPick(n)} onFocus={() => onHover(n)}>
          {statement.title}
        </button>
        {statement.status && <StatusWord status={statement.status} />}
      </div>
      {!statement.found && <p className="not-found">Quote not found</p>}
      {active &&
        evidence.map(([start, end]) => (
          <blockquote key={start} className="statement-quote">
            {text.slice(start, end)}{' '}
            <button type="button" className="quiet" onClick={() => onJump(start)}>
              In the text
            </button>
          </blockquote>
        ))}
      <dl>
        {slots.map((slot, i) => (
          // Slots of one label may hold the same words twice: their place in the list tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={i}>
            <dt>{slot.label}</dt>
            <dd>
              {slot.at && slot.found ? (
                <button
                  type="button"
                  className="slot"
                  tabIndex={active ? 0 : -1}
                  onClick={() => {
                    onPick(n);
                    onJump(slot.at?.[0] ?? 0);
                  }}
                >
                  {slot.value}
                </button>
              ) : (
                slot.value
              )}
              {!slot.found && <span className="not-found">quote not found</span>}
            </dd>
          </div>
        ))}
      </dl>
      {joined && statement.kind === 'incidents' && (
        <Link className="onward" to="/incidents/$id" params={{ id: joined }} tabIndex={active ? 0 : -1}>
          All that is said of it
        </Link>
      )}
      {joined && statement.kind === 'warnings' && (
        <Link className="onward" to="/warnings" hash={joined} tabIndex={active ? 0 : -1}>
          In the list of warnings
        </Link>
      )}
    </li>
  );
});
