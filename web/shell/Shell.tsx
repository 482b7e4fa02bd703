/** What stands around every page: skip link, menu, foot, and the focus that follows a change of page. */
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import * as api from '../api';
import { count } from '../parts/words';
import { useKeys } from './keys';
import { Menu } from './Menu';
import { BY_DIGIT } from './pages';

/** Where a page has the search of everything itself. */
const FIELD: Record<string, string> = { '/search': '.search-form' };

export function Shell() {
  const navigate = useNavigate();
  const main = useRef<HTMLElement>(null);
  const path = useLocation({ select: (location) => location.pathname });
  const at = useRef(path);

  // A new page is read from its beginning, by eye and by screen reader.
  useEffect(() => {
    if (at.current === path) return;
    at.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);

  useKeys(
    {
      ...Object.fromEntries(BY_DIGIT.map((to, n) => [String(n + 1), () => void navigate({ to })])),
      '/': () =>
        document.querySelector<HTMLInputElement>(`${FIELD[path] ?? '.side-search'} input[type=search]`)?.focus(),
    },
    'everywhere',
  );

  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <Menu />
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <Foot />
    </div>
  );
}

function Foot() {
  const status = useQuery(api.status);
  return (
    <footer className="foot">
      {status.data && (
        <span>
          <Link to="/reports">{count(status.data.reports, 'report')}</Link>,{' '}
          <Link to="/picture">{count(status.data.incidents, 'incident')}</Link>,{' '}
          <Link to="/groups">{count(status.data.groups, 'group')}</Link>,{' '}
          <Link to="/warnings">{count(status.data.warnings, 'warning')}</Link> · Tocsin {status.data.version}
        </span>
      )}
      {status.isError && <span role="alert">{status.error.message}</span>}
      <span>
        Places: GeoNames, CC BY 4.0 · Map: Natural Earth. Borders are drawn as published there, without a position on
        any of them.
      </span>
    </footer>
  );
}
