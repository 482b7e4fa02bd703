/** How the tolls moved: each figure at the day of the reports that give it. */
import { scaleLinear } from 'd3-scale';
import { useMemo, useRef } from 'react';
import type { IncidentPage } from '../../src/desk/schema';
import type { Toll } from '../../src/picture/schema';
import { showDay } from '../parts/dates';
import { QuotePlace } from '../parts/Links';
import { shortToll, showToll } from '../parts/tolls';
import { useSize } from '../parts/useSize';
import { count } from '../parts/words';
import { type Figure, figuresOf, labelsOf } from './tollFigures';

const HEIGHT = 132;
const LEFT = 12;
const RIGHT = 64;
const TOP = 18;
const BOTTOM = 24;
/** Pixels that the name of a day takes. */
const DAY_WIDTH = 80;

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
  said: IncidentPage['killed'];
  steps: IncidentPage['tolls']['killed'];
}

function Chart({ title, said, steps }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const figures = useMemo(() => figuresOf(said), [said]);
  const dated = figures.filter(({ day }) => day !== null);
  const undated = figures.filter(({ day }) => day === null);
  if (!figures.length) return null;
  return (
    <figure className="toll-chart">
      <figcaption>
        <strong>{title}</strong>{' '}
        {steps.map(({ value, published, origins, sources: [source] }, n) => (
          <span
            key={JSON.stringify(value)}
            className="step"
            title={`${published ? showDay(published) : 'undated'}, ${count(origins, 'origin')}`}
          >
            {n > 0 && ' → '}
            {source ? <QuotePlace source={source}>{shortToll(value)}</QuotePlace> : shortToll(value)}
          </span>
        ))}
      </figcaption>
      <div ref={frame} className="toll-frame">
        {width > 0 && new Set(dated.map(({ day }) => day)).size > 1 && <Plot figures={dated} width={width} />}
      </div>
      {undated.length > 0 && (
        <p className="hint">In undated reports: {undated.map(({ toll }) => showToll(toll)).join(', ')}</p>
      )}
    </figure>
  );
}

/** A column a day on which a figure was given, whatever lies between: what moved is read from left to right. */
function Plot({ figures, width }: { figures: Figure[]; width: number }) {
  const days = [...new Set(figures.map(({ day }) => day ?? ''))].sort();
  const step = (width - LEFT - RIGHT) / (days.length - 1);
  const x = (day: string | null) => LEFT + days.indexOf(day ?? '') * step;
  const most = Math.max(1, ...figures.map(({ toll }) => toll.max ?? toll.min ?? 0));
  const y = scaleLinear()
    .domain([0, most])
    .range([HEIGHT - BOTTOM, TOP])
    .nice(4);
  const at = ({ min, max }: Toll) => y(min ?? max ?? 0);
  const labels = labelsOf(figures, (figure) => [x(figure.day) + 8, at(figure.toll)]);
  const every = Math.ceil(DAY_WIDTH / step);
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
      <line className="base" x1={LEFT - 6} x2={width - RIGHT + 6} y1={y(0) + 0.5} y2={y(0) + 0.5} />
      {days.map((day, n) =>
        n % every === 0 ? (
          <text key={day} className="tick" x={x(day) - 6} y={HEIGHT - 6}>
            {showDay(day)}
          </text>
        ) : null,
      )}
      {figures.map((figure, n) => {
        const { toll, day, held, told } = figure;
        return (
          <g key={`${day} ${JSON.stringify(toll)}`} className={held ? 'figure is-held' : 'figure'}>
            <title>{`${showToll(toll)}, ${day ? showDay(day) : ''}: ${count(told, 'source')}`}</title>
            {toll.min !== null && toll.max !== null && toll.max > toll.min && (
              <line x1={x(day)} x2={x(day)} y1={y(toll.min)} y2={y(toll.max)} />
            )}
            {toll.max === null && <path d={`M${x(day)},${at(toll)}v-12m-3,4l3,-4l3,4`} />}
            <circle cx={x(day)} cy={at(toll)} r={4} />
            {labels[n] && (
              <text x={x(day) + 8} y={at(toll) + 4}>
                {labels[n]}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
