/** What stands around every page: skip link, navigation, theme, and the focus that follows a change of page. */
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import * as api from '../api';
import { count } from '../parts/words';
import { WhoAmI } from '../people/WhoAmI';
import { AddDialog } from './AddDialog';
import { KeysHelp } from './KeysHelp';
import { useKeys } from './keys';
import { setTheme, THEMES, type Theme, useTheme } from './theme';

const PAGES = [
  { to: '/', label: 'Home' },
  { to: '/picture', label: 'Picture' },
  { to: '/triage', label: 'Triage' },
  { to: '/doubts', label: 'Doubts' },
  { to: '/reports', label: 'Reports' },
  { to: '/groups', label: 'Groups' },
  { to: '/network', label: 'Network' },
  { to: '/warnings', label: 'Warnings' },
  { to: '/cases', label: 'Cases' },
  { to: '/look-back', label: 'Look back' },
  { to: '/sources', label: 'Sources' },
  { to: '/decisions', label: 'Decisions' },
] as const;

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
      ...Object.fromEntries(PAGES.slice(0, 9).map(({ to }, n) => [String(n + 1), () => void navigate({ to })])),
      '/': () => document.querySelector<HTMLInputElement>('main input[type=search]')?.focus(),
    },
    'everywhere',
  );

  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="top">
        <Link to="/" className="brand">
          Tocsin
        </Link>
        <nav aria-label="Pages">
          <ul>
            {PAGES.map((page) => (
              <li key={page.to}>
                <Link to={page.to} activeOptions={{ exact: page.to === '/', includeSearch: false }}>
                  {page.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="top-tools">
          <AddDialog />
          <KeysHelp />
          <ThemeSwitch />
          <WhoAmI />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <Foot />
    </div>
  );
}

function ThemeSwitch() {
  const theme = useTheme();
  return (
    <label className="theme">
      <span className="visually-hidden">Theme</span>
      <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
        {Object.entries(THEMES).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Foot() {
  const status = useQuery(api.status);
  return (
    <footer className="foot">
      {status.data && (
        <span>
          {count(status.data.reports, 'report')}, {count(status.data.incidents, 'incident')},{' '}
          {count(status.data.groups, 'group')}, {count(status.data.warnings, 'warning')} · Tocsin {status.data.version}
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
