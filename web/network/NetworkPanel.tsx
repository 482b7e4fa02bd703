/**
 * How groups stand to one another, as a graph and as a list. A group or a relation that is chosen narrows the other
 * views; what they are narrowed to shows here in which groups are left. A relation opens the sentences behind it.
 */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import * as api from '../api';
import { Empty, Failure, Loading } from '../parts/States';
import { count } from '../parts/words';
import { type Filters, listOf, toggled } from '../picture/filters';
import { EdgeList } from './EdgeList';
import { Graph } from './Graph';
import { type Edge, graphOf, layOut } from './graph';
import '../styles/network.css';

interface Props {
  /** What passes all filters but that of groups. */
  incidents: api.Incidents;
  filters: Filters;
  set: (change: Partial<Filters>) => void;
}

/** Nodes that are drawn: those with the most others, then with the most incidents. The list has all relations. */
const DRAWN = 120;

export function NetworkPanel({ incidents, filters, set }: Props) {
  const page = useQuery(api.network);
  const groups = useMemo(() => incidents.flatMap((incident) => incident.groups), [incidents]);
  const { nodes, edges, drawn } = useMemo(() => {
    const graph = graphOf(page.data?.items ?? [], groups);
    const few = graph.nodes.slice(0, DRAWN);
    const shown = new Set(few);
    const between = graph.edges.filter(({ a, b }) => shown.has(a) && shown.has(b));
    layOut(few, between);
    return { ...graph, drawn: { nodes: few, edges: between } };
  }, [page.data, groups]);

  const chosen = listOf(filters.group);
  const is = (edge: Edge) => chosen.length === 2 && [edge.a, edge.b].every(({ entity }) => chosen.includes(entity.id));
  const open = edges.find(is) ?? null;
  const listed = chosen.length
    ? edges.filter(({ a, b }) => chosen.includes(a.entity.id) || chosen.includes(b.entity.id))
    : edges;
  const choose = (edge: Edge) => set({ group: is(edge) ? undefined : `${edge.a.entity.id},${edge.b.entity.id}` });
  const only = chosen.length === 1 ? nodes.find(({ entity }) => entity.id === chosen[0]) : undefined;

  return (
    <>
      <div className="view-head">
        <h2 id="map-heading">Network</h2>
        <span className="hint">
          {count(edges.length, 'relation')} of {count(nodes.length, 'group or body', 'groups and bodies')}
          {nodes.length > DRAWN && `, drawn are the ${DRAWN} with the most others`}
          {page.data?.more && '; only the newest are read'}
        </span>
      </div>
      {page.isPending && <Loading what="network" />}
      {page.isError && <Failure inPage error={page.error} retry={() => void page.refetch()} what="network" />}
      {page.data && nodes.length === 0 && (
        <Empty title="No group is named yet.">
          <p>Groups stand here as soon as a report lays an incident to one, or tells how two stand to one another.</p>
        </Empty>
      )}
      {page.data && nodes.length > 0 && (
        <div className="network">
          <Graph
            nodes={drawn.nodes}
            edges={drawn.edges}
            chosen={chosen}
            open={open}
            onPick={(id) => set({ group: toggled(filters.group, id) })}
            onOpen={choose}
          />
          <section className="relations" aria-labelledby="relations">
            <h3 id="relations">
              {only ? `Relations of ${only.entity.name}` : 'Relations'} <span className="tally">{listed.length}</span>
            </h3>
            {only && (
              <Link to="/groups/$id" params={{ id: only.entity.id }}>
                The page of {only.entity.name}
              </Link>
            )}
            {listed.length === 0 && <p className="none">No report tells of one.</p>}
            <EdgeList edges={listed} open={open} onOpen={choose} />
          </section>
        </div>
      )}
    </>
  );
}
