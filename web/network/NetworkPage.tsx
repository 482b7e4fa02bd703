/** How groups stand to one another, as a graph and as a list; an edge opens the sentences behind it. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Network } from '../../src/desk/schema';
import * as api from '../api';
import { Empty, Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';
import { count } from '../parts/words';
import { EdgeList } from './EdgeList';
import { Graph } from './Graph';
import { graphOf, layOut } from './graph';
import '../styles/network.css';

const route = getRouteApi('/network');
/** Nodes that are drawn: those with the most others. The list has all. */
const DRAWN = 120;

export function NetworkPage() {
  const page = useQuery(api.network);
  return (
    <div className="page network-page">
      <header className="page-head">
        <Title>Network</Title>
        <p className="facts">
          How groups stand to one another, as reports tell it. A line opens the sentences behind it.
        </p>
      </header>
      {page.isPending && <Loading what="network" />}
      {page.isError && <Failure inPage error={page.error} retry={() => void page.refetch()} what="network" />}
      {page.data && <Whole network={page.data} />}
    </div>
  );
}

function Whole({ network }: { network: Network }) {
  const { group } = route.useSearch();
  const navigate = useNavigate();
  const [open, setOpen] = useState<string | null>(null);
  const { nodes, edges, drawn } = useMemo(() => {
    const graph = graphOf(network.items);
    const few = graph.nodes.slice(0, DRAWN);
    const shown = new Set(few);
    const between = graph.edges.filter(({ a, b }) => shown.has(a) && shown.has(b));
    layOut(few, between);
    return { ...graph, drawn: { nodes: few, edges: between } };
  }, [network]);
  if (nodes.length === 0) {
    return (
      <Empty title="No relation between groups has been read yet.">
        <p>Where a report says that one is a branch, an ally or a rival of another, it stands here.</p>
      </Empty>
    );
  }
  const pick = (id: string | undefined) => void navigate({ to: '/network', search: { group: id }, replace: true });
  const picked = nodes.find(({ entity }) => entity.id === group);
  const listed = picked ? edges.filter(({ a, b }) => a === picked || b === picked) : edges;
  return (
    <div className="network">
      <div>
        <Graph nodes={drawn.nodes} edges={drawn.edges} picked={picked} open={open} onPick={pick} onOpen={setOpen} />
        {nodes.length > DRAWN && (
          <p className="hint">
            Drawn are the {DRAWN} with the most others, of {nodes.length.toLocaleString('en-GB')}.
          </p>
        )}
        {network.more && <p className="hint">Only the newest relations are shown; there are more.</p>}
      </div>
      <section aria-labelledby="relations">
        <div className="section-head">
          <h2 id="relations">
            {picked ? `Relations of ${picked.entity.name}` : 'Relations'} <span className="tally">{listed.length}</span>
          </h2>
          {picked && (
            <button type="button" className="quiet" onClick={() => pick(undefined)}>
              Show all
            </button>
          )}
        </div>
        {picked && (
          <p className="facts">
            {count(picked.degree, 'other')} ·{' '}
            <Link to="/groups/$id" params={{ id: picked.entity.id }}>
              its page
            </Link>{' '}
            ·{' '}
            <Link to="/picture" search={{ group: picked.entity.id }}>
              its incidents on the map
            </Link>
          </p>
        )}
        <EdgeList edges={listed} open={open} onOpen={setOpen} />
      </section>
    </div>
  );
}
