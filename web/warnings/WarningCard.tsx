/** One warning: who warned whom of what, when, in which words. */
import type { ReactNode } from 'react';
import type { PictureWarning } from '../../src/desk/schema';
import type { Source } from '../../src/picture/schema';
import { showInterval } from '../parts/dates';
import { Citation, Entity, PlaceLink, Sourced } from '../parts/Links';
import { AUDIENCE, count } from '../parts/words';

interface Said<T> {
  value: T;
  sources: Source[];
}

export function WarningCard({ warning, level = 2 }: { warning: PictureWarning; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const all = <T,>(said: Said<T>[], show: (value: T) => ReactNode) =>
    said.map(({ value, sources }) => (
      <Sourced key={JSON.stringify(value)} source={sources[0]}>
        {show(value)}
      </Sourced>
    ));
  const facts: [string, ReactNode[]][] = [
    ['Warned', all(warning.recipients, (to) => <Entity entity={to} />)],
    ['Audience', all(warning.audience, (audience) => AUDIENCE[audience].toLowerCase())],
    ['Issued', all(warning.issued, showInterval)],
    ['Of', all(warning.actor, (actor) => <Entity entity={actor} />)],
    ['Where', all(warning.place, (place) => <PlaceLink place={place} />)],
    ['Against', all(warning.targets, (target) => target)],
    ['For', all(warning.window, showInterval)],
    ['Advice', all(warning.advice, (advice) => advice)],
    ['Authority', all(warning.authority, (authority) => authority)],
  ];
  const quotes = quotesOf(warning);
  return (
    <article className="warning" id={warning.id}>
      <Heading>{warning.title}</Heading>
      <p className="facts">
        {warning.issuer ? <Entity entity={warning.issuer} /> : 'Issuer not stated'} ·{' '}
        {count(warning.origins, 'independent origin')} in {count(warning.reports, 'report')}
      </p>
      <dl className="pairs">
        {facts
          .filter(([, values]) => values.length > 0)
          .map(([label, values]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{values}</dd>
            </div>
          ))}
      </dl>
      <ul className="quotes">
        {quotes.map((source) => (
          <li key={`${source.statement}@${source.at[0]}`}>
            <Citation source={source} />
          </li>
        ))}
      </ul>
    </article>
  );
}

/** One quote for each statement that tells of it: the longest that it gives. */
function quotesOf(warning: PictureWarning): Source[] {
  const said: Said<unknown>[] = [
    ...warning.recipients,
    ...warning.audience,
    ...warning.issued,
    ...warning.actor,
    ...warning.place,
    ...warning.targets,
    ...warning.window,
    ...warning.advice,
    ...warning.authority,
  ];
  const longest = new Map<string, Source>();
  for (const source of said.flatMap(({ sources }) => sources)) {
    const other = longest.get(source.statement);
    if (!other || source.quote.length > other.quote.length) longest.set(source.statement, source);
  }
  return [...longest.values()].sort((a, b) => (a.published ?? '9999').localeCompare(b.published ?? '9999'));
}
