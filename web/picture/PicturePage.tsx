/** The picture at a glance: incidents as a list, on a map and on a timeline; what is chosen in one narrows the others. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import * as api from '../api';
import { NetworkPanel } from '../network/NetworkPanel';
import { Empty, Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { FilterBar } from './FilterBar';
import { dated, type Filters, matcher } from './filters';
import { IncidentTable } from './IncidentTable';
import { Timeline } from './Timeline';

// The world's outlines weigh more than the rest of the page: the list need not wait for them.
const WorldMap = lazy(() => import('./WorldMap').then((module) => ({ default: module.WorldMap })));

/** What stands beside the list and above the timeline. */
type Panel = '/picture' | '/network';

export const PicturePage = () => <Page panel="/picture" />;
export const NetworkPage = () => <Page panel="/network" />;

function Page({ panel }: { panel: Panel }) {
  const all = useQuery(api.incidents);
  if (all.isPending) return <Loading what="incidents" />;
  if (all.isError) return <Failure error={all.error} retry={() => void all.refetch()} what="picture" />;
  if (all.data.total === 0) return <NoIncidents />;
  return <Picture incidents={all.data.items} total={all.data.total} panel={panel} />;
}

function NoIncidents() {
  return (
    <div className="page">
      <Title>Picture</Title>
      <Empty title="No incidents yet.">
        <p>
          The picture is made from reports. Add one with the button above or the key a, drop files on this page, or see
          which <Link to="/reports">reports</Link> are here.
        </p>
      </Empty>
    </div>
  );
}

function Picture({ incidents, total, panel }: { incidents: api.Incidents; total: number; panel: Panel }) {
  const filters: Filters = useSearch({ from: panel });
  const navigate = useNavigate();
  const [hover, setHover] = useState<string | null>(null);

  const set = useCallback(
    (change: Partial<Filters>) => void navigate({ to: panel, search: (now) => ({ ...now, ...change }), replace: true }),
    [navigate, panel],
  );
  const { shown, onMap, onTimeline, inNetwork } = useMemo(() => {
    const passes = matcher(filters);
    return {
      shown: incidents.filter((incident) => passes(incident)),
      onMap: incidents.filter((incident) => passes(incident, 'where')),
      onTimeline: incidents.filter((incident) => passes(incident, 'time')),
      inNetwork: incidents.filter((incident) => passes(incident, 'group')),
    };
  }, [incidents, filters]);
  const shownIds = useMemo(() => new Set(shown.map((incident) => incident.id)), [shown]);
  const undatedOut = (filters.from || filters.to) && onTimeline.filter((incident) => !dated(incident)).length;

  return (
    <div className="picture">
      <Title hidden>{panel === '/network' ? 'Network' : 'Incidents'}</Title>
      <FilterBar incidents={incidents} filters={filters} set={set} shown={shown.length} total={total}>
        <nav className="panel-switch" aria-label="Beside the list">
          {(['/picture', '/network'] as const).map((to) => (
            <Link key={to} to={to} search={filters} replace>
              {to === '/network' ? 'Network' : 'Map'}
            </Link>
          ))}
        </nav>
      </FilterBar>
      <div className="picture-views">
        <section className="picture-list" aria-labelledby="list-heading">
          <IncidentTable
            incidents={shown}
            filters={filters}
            set={set}
            hover={hover}
            onHover={setHover}
            note={undatedOut ? `${undatedOut} without a date left out` : null}
          />
        </section>
        <section className="picture-map" aria-labelledby="map-heading">
          {panel === '/network' ? (
            <NetworkPanel incidents={inNetwork} filters={filters} set={set} />
          ) : (
            <Suspense fallback={<Loading what="map" />}>
              <WorldMap
                incidents={onMap}
                all={incidents}
                shown={shownIds}
                filters={filters}
                set={set}
                hover={hover}
                onHover={setHover}
              />
            </Suspense>
          )}
        </section>
        <section className="picture-timeline" aria-labelledby="timeline-heading">
          <Timeline
            incidents={onTimeline}
            all={incidents}
            shown={shownIds}
            filters={filters}
            set={set}
            hover={hover}
            onHover={setHover}
          />
        </section>
      </div>
    </div>
  );
}
