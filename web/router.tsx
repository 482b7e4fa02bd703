/** The pages' addresses. What a view shows is in its address, so that it can be shared. */
import { createRootRoute, createRoute, createRouter, Link, lazyRouteComponent } from '@tanstack/react-router';
import { Failure } from './parts/States';
import { Title } from './parts/Title';
import { parseFilters } from './picture/filters';
import { parseAddress } from './search/address';
import { Shell } from './shell/Shell';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The words that a link to a report expects at its place. */
    quote?: string;
  }
  interface Register {
    router: typeof router;
  }
}

const root = createRootRoute({
  component: Shell,
  notFoundComponent: () => (
    <div className="page">
      <Title>There is no such page.</Title>
      <p>
        The address may be wrong. <Link to="/">Home</Link> is where all begins.
      </p>
    </div>
  ),
  errorComponent: ({ error }) => (
    <Failure error={error instanceof Error ? error : new Error(String(error))} what="page" />
  ),
});

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The day as of which a level is shown; today where there is none. */
const asOf = (search: Record<string, unknown>): { day?: string } => ({
  day: /^\d{4}-\d\d-\d\d$/.test(String(search.day)) ? String(search.day) : undefined,
});

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('./home/HomePage'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/search',
    component: lazyRouteComponent(() => import('./search/SearchPage'), 'SearchPage'),
    validateSearch: parseAddress,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/picture',
    component: lazyRouteComponent(() => import('./picture/PicturePage'), 'PicturePage'),
    validateSearch: parseFilters,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports',
    component: lazyRouteComponent(() => import('./reports/ReportsPage'), 'ReportsPage'),
    validateSearch: (search): { q?: string } => ({ q: text(search.q) }),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reports/$id',
    component: lazyRouteComponent(() => import('./report/ReportPage'), 'ReportPage'),
    validateSearch: (search): { at?: string } => ({ at: text(search.at) }),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/incidents/$id',
    component: lazyRouteComponent(() => import('./incident/IncidentPage'), 'IncidentPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/groups',
    component: lazyRouteComponent(() => import('./groups/GroupsPage'), 'GroupsPage'),
    validateSearch: (search): { q?: string } => ({ q: text(search.q) }),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/groups/$id',
    component: lazyRouteComponent(() => import('./groups/GroupPage'), 'GroupPage'),
    validateSearch: asOf,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/places/$id',
    component: lazyRouteComponent(() => import('./places/PlacePage'), 'PlacePage'),
    validateSearch: asOf,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/warnings',
    component: lazyRouteComponent(() => import('./warnings/WarningsPage'), 'WarningsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/triage',
    component: lazyRouteComponent(() => import('./triage/TriagePage'), 'TriagePage'),
    validateSearch: (search): { kind?: string } => ({ kind: text(search.kind) }),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/network',
    component: lazyRouteComponent(() => import('./picture/PicturePage'), 'NetworkPage'),
    validateSearch: parseFilters,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/doubts',
    component: lazyRouteComponent(() => import('./doubts/DoubtsPage'), 'DoubtsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sources',
    component: lazyRouteComponent(() => import('./sources/SourcesPage'), 'SourcesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sources/$publisher',
    component: lazyRouteComponent(() => import('./sources/SourcePage'), 'SourcePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/decisions',
    component: lazyRouteComponent(() => import('./decisions/DecisionsPage'), 'DecisionsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases',
    component: lazyRouteComponent(() => import('./cases/CasesPage'), 'CasesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id',
    component: lazyRouteComponent(() => import('./cases/CasePage'), 'CasePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/look-back',
    component: lazyRouteComponent(() => import('./look-back/LookBackPage'), 'LookBackPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./people/SignInPage'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/invitation',
    component: lazyRouteComponent(() => import('./people/InvitationPage'), 'InvitationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/recipients',
    component: lazyRouteComponent(() => import('./people/RecipientsPage'), 'RecipientsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    component: lazyRouteComponent(() => import('./people/SettingsPage'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/people',
    component: lazyRouteComponent(() => import('./people/PeoplePage'), 'PeoplePage'),
  }),
] as const;

/** Plain `name=value` pairs: every value is a string, lists are joined by commas. */
const parseSearch = (search: string) => Object.fromEntries(new URLSearchParams(search));
function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  return query ? `?${query.replaceAll('%2C', ',').replaceAll('%3A', ':')}` : '';
}

export const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: false,
});
