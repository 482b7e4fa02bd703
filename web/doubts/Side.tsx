/** One side of a doubt: what it says, each value with its words; what the other side says differently is marked. */
import { Link } from '@tanstack/react-router';
import type { Doubt } from '../../src/desk/schema';
import { QuoteLink, Sourced, sourceName } from '../parts/Links';
import { shownValue } from '../parts/values';

type DoubtSide = Doubt['a'];

export function Side({ side, other, kind }: { side: DoubtSide; other: DoubtSide; kind: Doubt['kind'] }) {
  const slots = [...new Set(side.said.map(({ slot }) => slot))];
  const valuesOf = (of: DoubtSide, slot: string) =>
    new Map(of.said.filter((one) => one.slot === slot).map(({ value, source }) => [shownValue(slot, value), source]));
  const quotes = [...new Map(side.said.map(({ source }) => [source.quote, source])).values()];
  return (
    <article className="doubt-side">
      <h3>
        {kind === 'incident' ? (
          <Link to="/incidents/$id" params={{ id: side.holder }}>
            {side.title}
          </Link>
        ) : (
          <Link to="/warnings" hash={side.holder}>
            {side.title}
          </Link>
        )}
      </h3>
      {side.said[0] && <p className="hint">{sourceName(side.said[0].source)}</p>}
      <ul className="doubt-quotes">
        {quotes.map((source) => (
          <li key={`${source.statement}@${source.at[0]}`}>
            <QuoteLink source={source} />
          </li>
        ))}
      </ul>
      <dl className="pairs">
        {slots.map((slot) => {
          const mine = [...valuesOf(side, slot)];
          const theirs = valuesOf(other, slot);
          const differs = theirs.size > 0 && !mine.some(([value]) => theirs.has(value));
          return (
            <div key={slot} className={differs ? 'differs' : undefined}>
              <dt>{slot}</dt>
              <dd>
                {mine.map(([value, source]) => (
                  <Sourced key={value} source={source}>
                    {value}
                  </Sourced>
                ))}{' '}
                {differs && <span className="note">not as the other side says</span>}
              </dd>
            </div>
          );
        })}
      </dl>
    </article>
  );
}
