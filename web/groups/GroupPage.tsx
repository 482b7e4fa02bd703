/** One group: each line with the words that it comes from. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { GroupPage as Page } from '../../src/desk/schema';
import type { EntityRef, PlaceRef, Source } from '../../src/picture/schema';
import * as api from '../api';
import { LevelPanel } from '../levels/LevelPanel';
import { showInterval } from '../parts/dates';
import { byStatement, Grades } from '../parts/Grade';
import { IncidentLine } from '../parts/IncidentLine';
import { Citation, Entity, PlaceLink } from '../parts/Links';
import { Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { count, RELATION, RESPONSE, STANCE, THREAT } from '../parts/words';
import { WarningCard } from '../warnings/WarningCard';

const route = getRouteApi('/groups/$id');

export function GroupPage() {
  const { id } = route.useParams();
  const page = useQuery(api.group(id));
  if (page.isPending) return <Loading what="group" />;
  if (page.isError) return <Failure error={page.error} retry={() => void page.refetch()} what="group" />;
  return <Group page={page.data} />;
}

function Group({ page }: { page: Page }) {
  const { summary } = page;
  const grades = useQuery(api.groupGrades(summary.id));
  return (
    <article className="page group-page">
      <header className="page-head">
        <Title text={summary.name}>{summary.name}</Title>
        <p className="facts">
          {summary.parent && (
            <>
              Part of <Entity entity={summary.parent} /> ·{' '}
            </>
          )}
          <Link to="/search" search={{ what: 'reports', group: summary.id }}>
            {count(summary.reports, 'report')}
          </Link>
          {summary.lists.length > 0 && <span className="listed"> · on lists: {summary.lists.join(', ')}</span>}
          <span className="on-screen">
            {' · '}
            <Link to="/network" search={{ group: summary.id }}>
              in the network
            </Link>
          </span>
          <button type="button" className="quiet print-button" disabled={grades.isPending} onClick={() => print()}>
            Print a brief
          </button>
        </p>
        {grades.isError && (
          <Failure inPage error={grades.error} retry={() => void grades.refetch()} what="grades of what is cited" />
        )}
      </header>
      <LevelPanel id={summary.id} name={summary.name} last={lastReported(page)} />
      <Grades value={byStatement(grades.data?.items ?? [])}>
        <div className="columns">
          <div>
            <Part title="Incidents" items={page.incidents} empty="No report names it for an incident.">
              {(incident) => (
                <li key={incident.id} className="line">
                  <IncidentLine incident={incident} />
                  <ul className="stances">
                    {incident.stances.map(({ stance, by, source }) => (
                      <li key={`${source.statement}${source.at[0]}`}>
                        <span className={`stance is-${stance}`}>{STANCE[stance]}</span>
                        {by && (
                          <span>
                            by <Entity entity={by} />
                          </span>
                        )}
                        <Citation source={source} />
                      </li>
                    ))}
                  </ul>
                </li>
              )}
            </Part>
            <Part title="Threats" items={page.threats} empty="No report tells of a threat by it.">
              {(threat) => (
                <Line key={keyOf(threat.source)} source={threat.source}>
                  <strong>{THREAT[threat.type]}</strong>
                  {threat.against.length > 0 && <span>against {threat.against.join(', ')}</span>}
                  {threat.place && (
                    <span>
                      in <PlaceLink place={threat.place} />
                    </span>
                  )}
                  {threat.by && (
                    <span>
                      according to <Entity entity={threat.by} />
                    </span>
                  )}
                </Line>
              )}
            </Part>
            <Part title="Warnings of it" items={page.warnings} empty="No report tells of a warning of it.">
              {(warning) => (
                <li key={warning.id} className="line">
                  <WarningCard warning={warning} level={3} />
                </li>
              )}
            </Part>
          </div>
          <div>
            <Names names={page.names} />
            <Part title="Relations" items={page.relations} empty="No report tells of its relations.">
              {(relation) => (
                <Line key={`${keyOf(relation.source)} ${relation.type}`} source={relation.source}>
                  <span>
                    <Entity entity={relation.from} /> {RELATION[relation.type]}{' '}
                    {relation.to ? <Other to={relation.to} /> : relation.toText}
                  </span>
                  {relation.since && <span>since {showInterval(relation.since)}</span>}
                </Line>
              )}
            </Part>
            <Part title="Responses" items={page.responses} empty="No report tells of a response to it.">
              {(response) => (
                <Line key={keyOf(response.source)} source={response.source}>
                  <strong>{RESPONSE[response.type]}</strong>
                  {response.by && (
                    <span>
                      by <Entity entity={response.by} />
                    </span>
                  )}
                  {response.place && (
                    <span>
                      in <PlaceLink place={response.place} />
                    </span>
                  )}
                  {response.date && <span>{showInterval(response.date)}</span>}
                </Line>
              )}
            </Part>
          </div>
        </div>
      </Grades>
    </article>
  );
}

function lastReported({ incidents, threats, relations, responses }: Page): string | undefined {
  const lines = [...incidents.flatMap(({ stances }) => stances), ...threats, ...relations, ...responses];
  return lines
    .flatMap(({ source }) => source.published ?? [])
    .sort()
    .at(-1);
}

/** Those that reports use with their words, then in one line those that only the catalogue has. */
function Names({ names }: { names: Page['names'] }) {
  const used = names.flatMap(({ name, source }) => (source ? [{ name, source }] : []));
  const others = names.filter(({ source }) => !source).map(({ name }) => name);
  return (
    <Part
      title="Names in reports"
      items={used}
      empty="No report names it."
      after={others.length > 0 && <p className="note">In the catalogue also: {others.join(', ')}</p>}
    >
      {({ name, source }) => (
        <Line key={name} source={source}>
          <strong>{name}</strong>
        </Line>
      )}
    </Part>
  );
}

const keyOf = (source: Source) => `${source.statement}@${source.at[0]}`;

function Other({ to }: { to: EntityRef | PlaceRef }) {
  return 'precision' in to ? <PlaceLink place={to} /> : <Entity entity={to} />;
}

function Line({ source, children }: { source: Source; children: ReactNode }) {
  return (
    <li className="line">
      <p className="line-head">{children}</p>
      <Citation source={source} />
    </li>
  );
}

interface PartProps<T> {
  title: string;
  items: T[];
  empty: string;
  after?: ReactNode;
  children: (item: T) => ReactNode;
}

function Part<T>({ title, items, empty, after, children }: PartProps<T>) {
  const id = `part-${title.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <section aria-labelledby={id} className="part">
      <h2 id={id}>
        {title} <span className="tally">{items.length}</span>
      </h2>
      {items.length === 0 ? <p className="none">{empty}</p> : <ul className="lines">{items.map(children)}</ul>}
      {after}
    </section>
  );
}
