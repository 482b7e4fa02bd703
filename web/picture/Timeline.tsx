/** When: one lane for the days on which it happened, one for those on which it was first reported. */
import { useNavigate } from '@tanstack/react-router';
import type { ScaleTime } from 'd3-scale';
import { type KeyboardEvent, memo, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { IncidentSummary } from '../../src/desk/schema';
import type { Incidents } from '../api';
import { addDays, dayOf, msOf, overlaps, showDay, showInterval } from '../parts/dates';
import { letterScale, useSize } from '../parts/useSize';
import { count, incidentName } from '../parts/words';
import { dated, type Filters } from './filters';
import { isHovered } from './hover';
import { DAY_MS, type Domain, extentOf, gutterOf, type Layout, layOut, ROW, scaleOf } from './timelineLayout';

interface Props {
  /** What passes all filters but the time's own. */
  incidents: Incidents;
  all: Incidents;
  shown: Set<string>;
  filters: Filters;
  set: (change: Partial<Filters>) => void;
  hover: string | null;
  onHover: (id: string | null) => void;
}

const AXIS = 20;
const REPORTED = 16;

export function Timeline({ incidents, all, shown, filters, set, hover, onHover }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const extent = useMemo(() => extentOf(all), [all]);
  const [zoomed, setZoomed] = useState<Domain | null>(null);
  const domain = zoomed ?? extent.usual;
  const lane = Math.max(0, height - AXIS - REPORTED);
  const scale = useMemo(() => scaleOf(domain, width), [domain, width]);
  const layout = useMemo(
    () => layOut(incidents, scale, width, Math.floor(lane / ROW)),
    [incidents, scale, width, lane],
  );
  const undated = useMemo(() => incidents.filter((incident) => !dated(incident)).length, [incidents]);
  const outside = useMemo(() => {
    const view = { start: dayOf(domain[0]), end: dayOf(domain[1]) };
    return incidents.filter((incident) => incident.date && dated(incident) && !overlaps(incident.date, view)).length;
  }, [incidents, domain]);
  const [draft, setDraft] = useState<Domain | null>(null);
  const drag = useRef<{ x: number; moved: boolean } | null>(null);

  const latest = useRef({ domain, width });
  latest.current = { domain, width };
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { domain, width } = latest.current;
      const left = gutterOf(width);
      const at = (event.clientX - element.getBoundingClientRect().left - left) / (width - left);
      setZoomed(zoomTime(domain, 2 ** (event.deltaY / 300), at));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, []);

  const xOf = (event: PointerEvent) => event.clientX - (frame.current as HTMLElement).getBoundingClientRect().left;
  const left = gutterOf(width);
  const msAt = (x: number) => scale.invert(Math.max(left, Math.min(width, x))).getTime();
  const between = (a: number, b: number): Domain => [Math.min(a, b), Math.max(a, b)];
  const onDown = (event: PointerEvent) => {
    if (event.button === 0) drag.current = { x: xOf(event), moved: false };
  };
  const onMove = (event: PointerEvent) => {
    const from = drag.current;
    if (!from) return;
    const x = xOf(event);
    if (!from.moved) {
      if (Math.abs(x - from.x) < 4) return;
      from.moved = true;
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    setDraft(between(msAt(from.x), msAt(x)));
  };
  const onUp = (event: PointerEvent) => {
    const from = drag.current;
    drag.current = null;
    setDraft(null);
    if (!from) return;
    if (from.moved) {
      const [a, b] = between(msAt(from.x), msAt(xOf(event)));
      set({ from: dayOf(a), to: dayOf(b) });
    } else if (!(event.target as Element).closest('[data-id]')) set({ from: undefined, to: undefined });
  };
  const onKey = (event: KeyboardEvent) => {
    const shift: Record<string, number> = { ArrowLeft: -0.15, ArrowRight: 0.15 };
    const by = shift[event.key];
    if (by) setZoomed([domain[0] + by * (domain[1] - domain[0]), domain[1] + by * (domain[1] - domain[0])]);
    else if (event.key === '+' || event.key === '=') setZoomed(zoomTime(domain, 1 / 1.5, 0.5));
    else if (event.key === '-') setZoomed(zoomTime(domain, 1.5, 0.5));
    else if (event.key === '0') setZoomed(null);
    else return;
    event.preventDefault();
  };

  const chosen: Domain | null =
    draft ??
    (filters.from || filters.to
      ? [filters.from ? msOf(filters.from) : domain[0], filters.to ? msOf(filters.to) + DAY_MS : domain[1]]
      : null);

  return (
    <>
      <div className="view-head">
        <h2 id="timeline-heading">Timeline</h2>
        <span className="hint">
          {(incidents.length - undated).toLocaleString('en-GB')} with a date
          {undated > 0 && `, ${undated.toLocaleString('en-GB')} without`}
          {outside > 0 && `, ${outside.toLocaleString('en-GB')} out of view`}
        </span>
        <div className="view-tools">
          <DayField label="From" value={filters.from} onChange={(from) => set({ from })} />
          <DayField label="To" value={filters.to} onChange={(to) => set({ to })} />
          <button type="button" disabled={!chosen} onClick={() => chosen && setZoomed(around(chosen))}>
            Zoom to it
          </button>
          <button type="button" disabled={domain === extent.whole} onClick={() => setZoomed(extent.whole)}>
            All time
          </button>
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: not a group of a form's fields */}
      <div
        ref={frame}
        className="timeline"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the timeline
        tabIndex={0}
        role="group"
        aria-labelledby="timeline-heading"
        onKeyDown={onKey}
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerCancel={onUp}
        onPointerLeave={() => onHover(null)}
      >
        {width > 0 && (
          <svg width={width} height={height} aria-hidden="true">
            {chosen && <Chosen scale={scale} domain={chosen} width={width} height={height} />}
            <Axis scale={scale} width={width} y={lane} height={height} />
            {left > 0 && (
              <g className="lanes">
                <text x={16} y={lane - 4}>
                  Happened
                </text>
                <text x={16} y={height - 4}>
                  First reported
                </text>
              </g>
            )}
            <Marks layout={layout} lane={lane} shown={shown} hover={hover} onHover={onHover} />
            <Reported incidents={incidents} scale={scale} width={width} y={lane + AXIS} shown={shown} hover={hover} />
          </svg>
        )}
        {chosen && !draft && (
          <>
            <Handle end="from" day={dayOf(chosen[0])} scale={scale} width={width} filters={filters} set={set} />
            <Handle end="to" day={dayOf(chosen[1] - DAY_MS)} scale={scale} width={width} filters={filters} set={set} />
          </>
        )}
      </div>
    </>
  );
}

const LEAST_MS = 10 * DAY_MS;
function zoomTime([a, b]: Domain, by: number, at: number): Domain {
  const middle = a + (b - a) * at;
  const length = Math.max(LEAST_MS, (b - a) * by);
  return [middle - length * at, middle + length * (1 - at)];
}
const around = ([a, b]: Domain): Domain => [a - (b - a) * 0.05 - DAY_MS, b + (b - a) * 0.05 + DAY_MS];

function DayField(props: { label: string; value: string | undefined; onChange: (day: string | undefined) => void }) {
  return (
    <label className="day-field">
      <span>{props.label}</span>
      <input
        type="date"
        value={props.value ?? ''}
        onChange={(event) => props.onChange(event.target.value || undefined)}
      />
    </label>
  );
}

type Scale = ScaleTime<number, number>;

function Chosen({ scale, domain, width, height }: { scale: Scale; domain: Domain; width: number; height: number }) {
  const x0 = Math.max(gutterOf(width), scale(domain[0]));
  const x1 = Math.min(width, scale(domain[1]));
  return <rect className="brush" x={x0} y={0} width={Math.max(1, x1 - x0)} height={height} />;
}

function Axis({ scale, width, y, height }: { scale: Scale; width: number; y: number; height: number }) {
  const ticks = scale.ticks(Math.max(2, Math.floor(width / (90 * letterScale()))));
  // Ticks need not be evenly spread: a name that would run into the next one, or over the edge, is left out.
  const free = ticks.map((tick, n) => {
    const next = ticks[n + 1];
    const room = (next ? scale(next) : width) - scale(tick);
    return room > tickLabel(tick).length * 6 * letterScale() + 6;
  });
  return (
    <g className="axis">
      {ticks.map((tick, n) => {
        const x = Math.round(scale(tick)) + 0.5;
        return (
          <g key={tick.getTime()}>
            <line x1={x} y1={0} x2={x} y2={height} />
            {free[n] && (
              <text x={x + 3} y={y + 14}>
                {tickLabel(tick)}
              </text>
            )}
          </g>
        );
      })}
      <line className="base" x1={gutterOf(width)} y1={y + 0.5} x2={width} y2={y + 0.5} />
    </g>
  );
}

/** The year is always in it. */
function tickLabel(tick: Date): string {
  const day = dayOf(tick.getTime());
  if (day.endsWith('-01-01')) return day.slice(0, 4);
  const shown = showDay(day);
  return day.endsWith('-01') ? shown.slice(2) : shown;
}

const nameOf = (incident: IncidentSummary) =>
  `${incidentName(incident)}: ${incident.date ? showInterval(incident.date) : ''}`;

interface MarksProps {
  layout: Layout;
  lane: number;
  shown: Set<string>;
  hover: string | null;
  onHover: (id: string | null) => void;
}

const Marks = memo(
  function Marks({ layout, lane, shown, hover, onHover }: MarksProps) {
    const navigate = useNavigate();
    if (layout.bins) {
      const unit = (lane - 14) / layout.most;
      return (
        <g>
          <text className="most" x={16} y={13}>
            up to {layout.most} in a bar
          </text>
          {layout.bins.map(({ x, incidents }) => {
            const inside = incidents.filter((incident) => shown.has(incident.id)).length;
            return (
              <g key={x}>
                <rect
                  className="bin is-out"
                  x={x}
                  y={lane - incidents.length * unit}
                  width={7}
                  height={incidents.length * unit}
                />
                <rect className="bin" x={x} y={lane - inside * unit} width={7} height={inside * unit} />
                <title>{count(incidents.length, 'incident')}</title>
              </g>
            );
          })}
        </g>
      );
    }
    return (
      <g>
        {layout.marks?.map((mark) => {
          const { incident } = mark;
          const y = mark.kind === 'dot' ? lane - 1 - (mark.row + 1) * ROW : 2 + mark.row * ROW;
          const names = [
            'mark-in-time',
            `is-${mark.kind}`,
            `is-${incident.status}`,
            !shown.has(incident.id) && 'is-out',
            isHovered(hover, incident) && 'is-hover',
          ];
          return (
            // The keyboard's way to the same is the list.
            // biome-ignore lint/a11y/noStaticElementInteractions: see above
            <g
              key={incident.id}
              data-id={incident.id}
              className={names.filter(Boolean).join(' ')}
              onPointerEnter={() => onHover(incident.id)}
              onPointerLeave={() => onHover(null)}
              onClick={() => void navigate({ to: '/incidents/$id', params: { id: incident.id } })}
            >
              {mark.kind === 'dot' ? (
                <circle cx={mark.x + 4} cy={y + 4} r={3.5} />
              ) : (
                <path d={barOutline(mark.x, y + 1, mark.width, mark.openStart, mark.openEnd)} />
              )}
              <title>{nameOf(incident)}</title>
            </g>
          );
        })}
      </g>
    );
  },
  (a, b) => a.layout === b.layout && a.shown === b.shown && a.hover === b.hover && a.lane === b.lane,
);

/** A bar whose end is cut straight where it is known, and pointed where it goes on. */
function barOutline(x: number, y: number, width: number, openStart: boolean, openEnd: boolean): string {
  const h = 6;
  const tip = Math.min(4, width / 2);
  const left = openStart ? `L${x},${y + h / 2}` : `L${x},${y + h}L${x},${y}`;
  const right = openEnd ? `L${x + width},${y + h / 2}` : `L${x + width},${y}L${x + width},${y + h}`;
  const x0 = openStart ? x + tip : x;
  const x1 = openEnd ? x + width - tip : x + width;
  return `M${x0},${y}L${x1},${y}${right}L${x1},${y + h}L${x0},${y + h}${left}Z`;
}

interface ReportedProps {
  incidents: Incidents;
  scale: Scale;
  width: number;
  y: number;
  shown: Set<string>;
  hover: string | null;
}

const Reported = memo(function Reported({ incidents, scale, width, y, shown, hover }: ReportedProps) {
  const known = incidents.filter((incident) => incident.reported);
  const at = (incident: IncidentSummary) => scale(msOf(incident.reported ?? ''));
  const ticks = (some: Incidents) =>
    some
      .map((incident) => Math.round(at(incident)))
      .filter((x) => x >= gutterOf(width) && x <= width)
      .map((x) => `M${x + 0.5},${y + 4}v8`)
      .join('');
  return (
    <g className="reported">
      <path className="is-out" d={ticks(known.filter((incident) => !shown.has(incident.id)))} />
      <path d={ticks(known.filter((incident) => shown.has(incident.id)))} />
      {hover && <path className="is-hover" d={ticks(known.filter((incident) => isHovered(hover, incident)))} />}
    </g>
  );
});

interface HandleProps {
  end: 'from' | 'to';
  day: string;
  scale: Scale;
  width: number;
  filters: Filters;
  set: (change: Partial<Filters>) => void;
}

/** An end of the selection, moved by dragging or by the arrow keys: a day, with Shift or Page keys thirty. */
function Handle({ end, day, scale, width, filters, set }: HandleProps) {
  const ms = msOf(day) + (end === 'to' ? DAY_MS : 0);
  const x = scale(ms);
  if (x < gutterOf(width) - 1 || x > width + 1) return null;
  const move = (to: string) => {
    const other = end === 'from' ? filters.to : filters.from;
    if (other && (end === 'from' ? to > other : to < other)) return;
    set({ [end]: to });
  };
  const onKey = (event: KeyboardEvent) => {
    const days: Record<string, number> = {
      ArrowLeft: event.shiftKey ? -30 : -1,
      ArrowRight: event.shiftKey ? 30 : 1,
      PageDown: -30,
      PageUp: 30,
    };
    const by = days[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    move(addDays(day, by));
  };
  const [a, b] = scale.domain();
  return (
    <div
      className={`handle is-${end}`}
      ref={(element) => {
        if (element) element.style.left = `${x}px`;
      }}
      role="slider"
      tabIndex={0}
      aria-label={end === 'from' ? 'First day' : 'Last day'}
      aria-valuemin={a?.getTime()}
      aria-valuemax={b?.getTime()}
      aria-valuenow={ms}
      aria-valuetext={showDay(day)}
      onKeyDown={onKey}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        event.stopPropagation();
        const left = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0;
        const at = scale.invert(Math.max(gutterOf(width), Math.min(width, event.clientX - left))).getTime();
        move(dayOf(end === 'to' ? at - DAY_MS : at));
      }}
      onPointerUp={(event) => event.stopPropagation()}
    />
  );
}
