/** The filters: menus to choose from, with counts, and a chip for each that is set. */
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Incidents } from '../api';
import { showInterval } from '../parts/dates';
import { count, country } from '../parts/words';
import {
  type Dimension,
  type Facet,
  type Filters,
  facet,
  listOf,
  matcher,
  statusLabel,
  toggled,
  typeLabel,
} from './filters';

interface Props {
  incidents: Incidents;
  filters: Filters;
  set: (change: Partial<Filters>) => void;
  shown: number;
  total: number;
  /** What stands at the end of the bar. */
  children: ReactNode;
}

const NOTHING: Filters = {
  from: undefined,
  to: undefined,
  country: undefined,
  place: undefined,
  area: undefined,
  type: undefined,
  status: undefined,
  group: undefined,
  q: undefined,
};

export function FilterBar({ incidents, filters, set, shown, total, children }: Props) {
  const facets = useMemo(() => {
    const passes = matcher(filters);
    const left = (without: Dimension) => incidents.filter((incident) => passes(incident, without));
    const names = new Map(incidents.flatMap((incident) => incident.groups.map((group) => [group.id, group.name])));
    const groupLabel = (id: string) => names.get(id) ?? id.replace(/^\w+:/, '');
    return {
      groupLabel,
      type: facet(left('type'), (i) => [{ value: i.type, label: typeLabel(i.type) }], listOf(filters.type), typeLabel),
      status: facet(
        left('status'),
        (i) => [{ value: i.status, label: statusLabel(i.status) }],
        listOf(filters.status),
        statusLabel,
      ),
      group: facet(
        left('group'),
        (i) => i.groups.map((group) => ({ value: group.id, label: group.name })),
        listOf(filters.group),
        groupLabel,
      ),
      country: facet(
        left('where'),
        (i) => (i.place?.country ? [{ value: i.place.country, label: country(i.place.country) }] : []),
        listOf(filters.country),
        country,
      ),
    };
  }, [incidents, filters]);

  const placeName = incidents.find((incident) => incident.place?.id === filters.place)?.place?.name ?? filters.place;
  const chips: { label: string; clear: Partial<Filters> }[] = [
    ...listOf(filters.type).map((v) => ({ label: typeLabel(v), clear: { type: toggled(filters.type, v) } })),
    ...listOf(filters.status).map((v) => ({ label: statusLabel(v), clear: { status: toggled(filters.status, v) } })),
    ...listOf(filters.group).map((v) => ({ label: facets.groupLabel(v), clear: { group: toggled(filters.group, v) } })),
    ...(filters.country ? [{ label: country(filters.country), clear: { country: undefined } }] : []),
    ...(filters.place ? [{ label: placeName ?? '', clear: { place: undefined } }] : []),
    ...(filters.area ? [{ label: 'Area on the map', clear: { area: undefined } }] : []),
    ...(filters.from || filters.to
      ? [
          {
            label: showInterval({ start: filters.from ?? null, end: filters.to ?? null }),
            clear: { from: undefined, to: undefined },
          },
        ]
      : []),
    ...(filters.q ? [{ label: `“${filters.q}”`, clear: { q: undefined } }] : []),
  ];

  return (
    <search className="filters" aria-label="Filters">
      <p className="filters-count" role="status">
        <strong>
          {shown === total
            ? total.toLocaleString('en-GB')
            : `${shown.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`}
        </strong>{' '}
        {total === 1 ? 'incident' : 'incidents'}
      </p>
      <label className="search">
        <span className="visually-hidden">Search incidents</span>
        <input
          type="search"
          placeholder="Search incidents"
          value={filters.q ?? ''}
          onChange={(event) => set({ q: event.target.value || undefined })}
        />
      </label>
      <Menu
        title="Type"
        facets={facets.type}
        chosen={listOf(filters.type)}
        toggle={(value) => set({ type: toggled(filters.type, value) })}
      />
      <Menu
        title="Status"
        facets={facets.status}
        chosen={listOf(filters.status)}
        toggle={(value) => set({ status: toggled(filters.status, value) })}
      />
      <Menu
        title="Group"
        facets={facets.group}
        chosen={listOf(filters.group)}
        toggle={(value) => set({ group: toggled(filters.group, value) })}
      />
      <Menu
        title="Country"
        facets={facets.country}
        chosen={listOf(filters.country)}
        toggle={(value) => set({ country: filters.country === value ? undefined : value })}
      />
      {children}
      {chips.length > 0 && (
        <ul className="chips" aria-label="Filters that are set">
          {chips.map((chip) => (
            <li key={chip.label}>
              <button type="button" className="chip" onClick={() => set(chip.clear)}>
                {chip.label}
                <span aria-hidden="true"> ×</span>
                <span className="visually-hidden">, clear this filter</span>
              </button>
            </li>
          ))}
          <li>
            <button type="button" className="quiet" onClick={() => set(NOTHING)}>
              Clear all
            </button>
          </li>
        </ul>
      )}
    </search>
  );
}

interface MenuProps {
  title: string;
  facets: Facet[];
  chosen: string[];
  toggle: (value: string) => void;
}

function Menu({ title, facets, chosen, toggle }: MenuProps) {
  return (
    <Dropdown
      label={
        <>
          {title}
          {chosen.length > 0 && <span className="tally">{chosen.length}</span>}
        </>
      }
    >
      <fieldset>
        <legend className="visually-hidden">{title}</legend>
        {facets.length === 0 && <p className="hint">None in what is shown</p>}
        {facets.map((one) => (
          <label key={one.value} className="check">
            <input type="checkbox" checked={chosen.includes(one.value)} onChange={() => toggle(one.value)} />
            <span className="check-label">{one.label}</span>
            <span className="tally">
              {one.count}
              <span className="visually-hidden"> {count(one.count, 'incident').replace(/^\S+ /, '')}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </Dropdown>
  );
}

/** A disclosure that closes on Escape and when the focus or the pointer goes elsewhere. */
function Dropdown({ label, children }: { label: ReactNode; children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const here = details.current;
      if (!here?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        here.querySelector('summary')?.focus();
      } else if (here.contains(event.target as Node)) return;
      here.open = false;
    };
    const kinds = ['pointerdown', 'keydown', 'focusin'] as const;
    for (const kind of kinds) addEventListener(kind, close);
    return () => {
      for (const kind of kinds) removeEventListener(kind, close);
    };
  }, []);
  return (
    <details ref={details} className="menu">
      <summary>{label}</summary>
      <div className="menu-panel">{children}</div>
    </details>
  );
}
