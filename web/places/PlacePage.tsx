/** One place: what happened there and what was warned of. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as api from '../api';
import { LevelPanel } from '../levels/LevelPanel';
import { byStatement, Grades } from '../parts/Grade';
import { IncidentLine } from '../parts/IncidentLine';
import { Citation } from '../parts/Links';
import { Said } from '../parts/Said';
import { Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { count, country, PRECISION } from '../parts/words';
import { WarningCard } from '../warnings/WarningCard';

const route = getRouteApi('/places/$id');

export function PlacePage() {
  const { id } = route.useParams();
  const page = useQuery(api.place(id));
  const grades = useQuery({ ...api.placeGrades(id), enabled: page.isSuccess });
  if (page.isPending) return <Loading what="place" />;
  if (page.isError) return <Failure error={page.error} retry={() => void page.refetch()} what="place" />;
  const { place, incidents, warnings } = page.data;
  const last = [...incidents, ...warnings]
    .flatMap(({ reported }) => reported ?? [])
    .sort()
    .at(-1);
  return (
    <article className="page place-page">
      <header className="page-head">
        <Title text={place.name}>{place.name}</Title>
        <p className="facts">
          {place.country && place.precision !== 'country' && `${country(place.country)} · `}known as a{' '}
          {PRECISION[place.precision]}
          <span className="on-screen">
            {' · '}
            <Link
              to="/picture"
              search={place.precision === 'country' ? { country: place.country ?? undefined } : { place: id }}
            >
              on the map
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
      {place.country && <LevelPanel id={`country:${place.country}`} name={country(place.country)} last={last} />}
      <Grades value={byStatement(grades.data?.items ?? [])}>
        <section className="part" aria-labelledby="incidents">
          <h2 id="incidents">
            Incidents <span className="tally">{incidents.length}</span>
          </h2>
          {incidents.length === 0 && <p className="none">No report tells of an incident here.</p>}
          <ul className="lines">
            {incidents.map((incident) => (
              <li key={incident.id} className="line">
                <IncidentLine incident={incident}>
                  <span className="none">
                    {incident.groups.map((group) => `${group.name}, `)}
                    <Said incident={incident.id} slot="type">
                      {count(incident.origins, 'origin')}
                    </Said>
                  </span>
                </IncidentLine>
                {incident.told && <Citation source={incident.told} />}
              </li>
            ))}
          </ul>
        </section>
        <section className="part" aria-labelledby="warnings">
          <h2 id="warnings">
            Warnings <span className="tally">{warnings.length}</span>
          </h2>
          {warnings.length === 0 && <p className="none">No report tells of a warning about it.</p>}
          {warnings.map((warning) => (
            <WarningCard key={warning.id} warning={warning} level={3} />
          ))}
        </section>
      </Grades>
    </article>
  );
}
