/** One of the four: its answer, the rule that gives it, and the facts with their quotes. */
import { Link } from '@tanstack/react-router';
import type { LevelPage } from '../../src/desk/schema';
import { showDay } from '../parts/dates';
import { Citation, splitStatement } from '../parts/Links';
import { count } from '../parts/words';

type State = LevelPage['indicators'][number];
type Fact = State['facts'][number];

export function Indicator({ state: { indicator, answer, rule, facts, until } }: { state: State }) {
  return (
    <section className="indicator" aria-labelledby={`indicator-${indicator}`}>
      <h3 id={`indicator-${indicator}`}>
        {indicator}: <span className={`answer is-${answer}`}>{answer}</span>
      </h3>
      <p className="hint">
        {rule}
        {until && `; holds until ${showDay(until)} if nothing new is reported`}
      </p>
      <Facts facts={facts} />
    </section>
  );
}

export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <ul className="facts-list">
      {facts.map((fact) => (
        <li key={`${fact.kind} ${fact.id}`}>
          <FactLink fact={fact} />{' '}
          <span className="hint">
            {showDay(fact.day)}, {count(fact.origins, 'origin')}
          </span>
          {fact.sources.slice(0, 1).map((source) => (
            <Citation key={source.statement} source={source} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function FactLink({ fact: { kind, id, title } }: { fact: Fact }) {
  if (kind === 'incident') {
    return (
      <Link to="/incidents/$id" params={{ id }}>
        {title}
      </Link>
    );
  }
  if (kind === 'warning') {
    return (
      <Link to="/warnings" hash={id}>
        {title}
      </Link>
    );
  }
  const { report, number } = splitStatement(id);
  return (
    <Link to="/reports/$id" params={{ id: report }} hash={number}>
      {title}
    </Link>
  );
}
