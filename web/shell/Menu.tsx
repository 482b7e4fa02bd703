/** The menu beside the page; on a narrow screen a button in the head opens it. */
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { WhoAmI } from '../people/WhoAmI';
import { AddDialog } from './AddDialog';
import { KeysHelp } from './KeysHelp';
import { BY_DIGIT, MENU } from './pages';
import { setTheme, THEMES, type Theme, useTheme } from './theme';

export function Menu() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const path = useLocation({ select: (location) => location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that was chosen closes the menu
  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [open]);

  return (
    <header className="side">
      <div className="side-head">
        <Link to="/" className="brand">
          Tocsin
        </Link>
        <AddDialog />
        <button
          ref={button}
          type="button"
          className="menu-button"
          aria-expanded={open}
          aria-controls="menu"
          onClick={() => setOpen(!open)}
        >
          Menu
        </button>
      </div>
      <SearchField />
      <div id="menu" className={open ? 'side-body is-open' : 'side-body'}>
        <nav aria-label="Pages">
          {MENU.map(({ title, pages }) => (
            <div key={title} className="menu-group">
              <p id={`menu-${title}`}>{title}</p>
              <ul aria-labelledby={`menu-${title}`}>
                {pages.map(({ to, label }) => (
                  <li key={to}>
                    <Link
                      to={to}
                      activeOptions={{ exact: to === '/', includeSearch: false }}
                      aria-keyshortcuts={digitOf(to)}
                    >
                      {label}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div className="side-tools">
          <WhoAmI />
          <ThemeSwitch />
          <KeysHelp />
        </div>
      </div>
    </header>
  );
}

/** The field that `/` goes to from every page. */
function SearchField() {
  const navigate = useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    event.currentTarget.reset();
    void navigate({ to: '/search', search: q ? { q } : {} });
  };
  return (
    <search aria-label="Everything">
      <form className="side-search" onSubmit={submit}>
        <label>
          <span className="visually-hidden">Search everything</span>
          <input type="search" name="q" placeholder="Search" maxLength={300} aria-keyshortcuts="/" />
        </label>
      </form>
    </search>
  );
}

function digitOf(to: string): string | undefined {
  const at = (BY_DIGIT as readonly string[]).indexOf(to);
  return at < 0 ? undefined : String(at + 1);
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
