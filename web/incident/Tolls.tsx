/** How the tolls moved: each figure at the day of the report that gives it. */
import { scaleLinear, scaleUtc } from 'd3-scale';
import { useMemo, useRef } from 'react';
import type { IncidentPage, PictureIncident } from '../../src/desk/schema';
import type { Source, Toll } from '../../src/picture/schema';
import { msOf, showDay } from '../parts/dates';
import { sourceName } from '../parts/Links';
import { shortToll, showToll } from '../parts/tolls';
import { useSize } from '../parts/useSize';
import { count } from '../parts/words';

interface Figure {
  toll: Toll;
  source: Source;
  held: boolean;
}

const HEIGHT = 132;
const LEFT = 12;
const RIGHT = 64;
const TOP = 18;
const BOTTOM = 24;
const DAY_MS = 86_400_000;

const figuresOf = (said: PictureIncident['killed']): Figure[] =>
  said
    .flatMap(({ value, sources }, n) => sources.map((source) => ({ toll: value, source, held: n === 0 })))
    .sort((a, b) => (a.source.published ?? '').localeCompare(b.source.published ?? ''));

/** Nothing where there is nothing to compare: one figure stands in the table already. */
export function Tolls({ incident }: { incident: IncidentPage }) {
  if (incident.killed.length < 2 && incident.injured.length < 2) return null;
  return (
    <section aria-labelledby="tolls">
      <h2 id="tolls">Tolls as they were reported</h2>
      <div className="tolls">
        <Chart title="Killed" said={incident.killed} steps={incident.tolls.killed} />
        <Chart title="Injured" said={incident.injured} steps={incident.tolls.injured} />
      </div>
    </section>
  );
}

interface ChartProps {
  title: string;
  said: PictureIncident['killed'];
  steps: IncidentPage['tolls']['killed'];
}

function Chart({ title, said, steps }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const figures = useMemo(() => figuresOf(said), [said]);
  const dated = figures.filter(({ source }) => source.published !== null);
  const days = new Set(dated.map(({ source }) => source.published));
  const undated = figures.filter(({ source }) => source.published === null);
  if (!figures.length) return null;
  return (
    <figure className="toll-chart">
      <figcaption>
        <strong>{title}</strong>{' '}
        {steps.map(({ value, published, origins }, n) => (
          <span
            key={JSON.stringify(value)}
            className="step"
            title={`${published ? showDay(published) : 'undated'}, ${count(origins, 'origin')}`}
          >
            {n > 0 && ' → '}
            {shortToll(value)}
          </span>
        ))}
      </figcaption>
      <div ref={frame} className="toll-frame">
        {width > 0 && days.size > 1 && <Plot figures={dated} width={width} />}
      </div>
      {undated.length > 0 && (
        <p className="hint">In undated reports: {undated.map(({ toll }) => showToll(toll)).join(', ')}</p>
      )}
    </figure>
  );
}

function Plot({ figures, width }: { figures: Figure[]; width: number }) {
  const days = figures.map(({ source }) => msOf(source.published ?? ''));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const spare = Math.max(DAY_MS / 2, (last - first) * 0.05);
  const x = scaleUtc()
    .domain([first - spare, last + spare])
    .range([LEFT, width - RIGHT]);
  const most = Math.max(1, ...figures.map(({ toll }) => toll.max ?? toll.min ?? 0));
  const y = scaleLinear()
    .domain([0, most])
    .range([HEIGHT - BOTTOM, TOP])
    .nice(4);
  const labels = labelsOf(figures, (n) => y(figures[n]?.toll.min ?? figures[n]?.toll.max ?? 0));
  const ticks = [...new Set([x.invert(x(first)), x.invert(x(last))].map((tick) => tick.getTime()))];
  return (
    <svg width={width} height={HEIGHT} aria-hidden="true">
      <line className="base" x1={LEFT} x2={width - RIGHT} y1={y(0) + 0.5} y2={y(0) + 0.5} />
      {ticks.map((tick, n) => (
        <text key={tick} className="tick" x={x(tick)} y={HEIGHT - 6} textAnchor={n === 0 ? 'start' : 'end'}>
          {showDay(new Date(tick).toISOString().slice(0, 10))}
        </text>
      ))}
      {figures.map(({ toll, source, held }, n) => {
        const at = x(days[n] ?? first);
        const low = toll.min ?? toll.max ?? 0;
        const high = toll.max ?? toll.min ?? 0;
        return (
          <g key={`${source.statement}@${source.at[0]}`} className={held ? 'figure is-held' : 'figure'}>
            <title>{`${showToll(toll)}: ${sourceName(source)}`}</title>
            {high > low && <line x1={at} x2={at} y1={y(low)} y2={y(high)} />}
            {toll.max === null && <path d={`M${at},${y(low)}v-12m-3,4l3,-4l3,4`} />}
            <circle cx={at} cy={y(toll.max !== null && toll.min === null ? high : low)} r={4} />
            {labels[n] && (
              <text x={at + 8} y={y(low) + 4}>
                {labels[n]}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Figures of one day that stand too close share a label at the first of them. */
function labelsOf(figures: Figure[], yOf: (n: number) => number): string[] {
  const labels: string[][] = figures.map(() => []);
  figures.forEach(({ toll, source }, n) => {
    const near = figures.findIndex(
      (other, m) => other.source.published === source.published && Math.abs(yOf(m) - yOf(n)) < 12,
    );
    const label = labels[near];
    if (label && !label.includes(shortToll(toll))) label.push(shortToll(toll));
  });
  return labels.map((label) => label.join(', '));
}
