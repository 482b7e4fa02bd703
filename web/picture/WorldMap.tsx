/** Where: a dot for a city or site, a circle for a province, a shaded country where no more is known; never a guess. */
import {
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { IncidentSummary } from '../../src/desk/schema';
import type { Incidents } from '../api';
import { useSize } from '../parts/useSize';
import { count, country as countryName, PRECISION, type Status } from '../parts/words';
import { boxOf, type Filters } from './filters';
import { BORDERS, boxOutline, CIRCLE_KM, COAST, COUNTRIES, drawnAt, locate, type PlaceGroup, WORLD } from './geography';
import { placeHover } from './hover';
import { placeLabels } from './mapLabels';
import { boxAt, fitPoints, type View, wholeWorld, zoom } from './mapView';

interface Props {
  /** What passes all filters but the map's own. */
  incidents: Incidents;
  all: Incidents;
  shown: Set<string>;
  filters: Filters;
  set: (change: Partial<Filters>) => void;
  hover: string | null;
  onHover: (id: string | null) => void;
}

type Point = [number, number];

/** Width of the drawn world stands for the equator; in the middle of an equal-area map this is near enough for a radius. */
const KM_PER_UNIT = 40_075 / WORLD.width;
const STEP_PX = 60;
/** Milliseconds after which the wheel is still. */
const STILL_MS = 120;

const REALITY: Status[] = ['occurred', 'attempted', 'foiled', 'planned', 'threatened', 'alleged'];
/** The status that a dot shows: what happened before what was only planned or said. */
const statusOf = (incidents: Incidents) =>
  REALITY.find((status) => incidents.some((incident) => incident.status === status)) ?? 'alleged';

/** The drawing and its names: words among thousands of dots would keep the browser from moving them as one picture. */
const layersOf = ({ current }: RefObject<HTMLElement | null>) => [
  ...(current?.querySelectorAll<SVGSVGElement>(':scope > svg') ?? []),
];

export function WorldMap({ incidents, all, shown, filters, set, hover, onHover }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const geography = useMemo(() => locate(incidents), [incidents]);
  const everywhere = useMemo(() => drawnAt(locate(all)), [all]);
  const [moved, setMoved] = useState<View | null>(null);
  const [selecting, setSelecting] = useState(false);
  const [box, setBox] = useState<{ from: Point; to: Point } | null>(null);
  const [readout, setReadout] = useState<string | null>(null);
  const drag = useRef<{ start: Point; view: View; selects: boolean; moved: boolean } | null>(null);
  const dragged = useRef(false);
  const drawing = useRef<HTMLDivElement>(null);

  const view = moved ?? (size.width ? fitPoints(everywhere, size) : { k: 1, x: 0, y: 0 });
  const latest = useRef({ view, size });
  latest.current = { view, size };
  // A drag moves the finished drawing as a whole, sixty times a second; when it ends the map is drawn anew at its place.
  const shift = ([dx, dy]: Point, scale = 1) => {
    for (const layer of layersOf(drawing))
      layer.style.transform = `translate(${dx}px, ${dy}px)${scale === 1 ? '' : ` scale(${scale})`}`;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was shifted is drawn in its place with the new view
  useLayoutEffect(() => {
    for (const layer of layersOf(drawing)) layer.style.transform = '';
  }, [view.k, view.x, view.y]);

  // So it is while the wheel turns: the drawing is scaled as a whole, and drawn anew when it is still.
  const turning = useRef<{ view: View; timer: ReturnType<typeof setTimeout> } | null>(null);
  // React listens to wheel passively; zooming must keep the page from scrolling.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads what is latest
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const { view, size } = latest.current;
      const by = 2 ** (-event.deltaY / 300);
      const next = zoom(turning.current?.view ?? view, by, [event.clientX - left, event.clientY - top], size);
      const scale = next.k / view.k;
      shift([next.x - view.x * scale, next.y - view.y * scale], scale);
      clearTimeout(turning.current?.timer);
      const timer = setTimeout(() => {
        turning.current = null;
        setMoved(next);
      }, STILL_MS);
      turning.current = { view: next, timer };
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('wheel', onWheel);
      clearTimeout(turning.current?.timer);
    };
  }, []);

  const pointOf = (event: PointerEvent): Point => {
    const { left, top } = (frame.current as HTMLElement).getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || turning.current) return;
    drag.current = { start: pointOf(event), view, selects: selecting || event.shiftKey, moved: false };
  };
  const onMove = (event: PointerEvent) => {
    const from = drag.current;
    if (!from) return;
    const point = pointOf(event);
    const [dx, dy] = [point[0] - from.start[0], point[1] - from.start[1]];
    if (!from.moved) {
      if (Math.hypot(dx, dy) < 4) return;
      from.moved = true;
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    if (from.selects) setBox({ from: from.start, to: point });
    else shift([dx, dy]);
  };
  const onUp = (event: PointerEvent) => {
    const from = drag.current;
    drag.current = null;
    dragged.current = from?.moved ?? false;
    setBox(null);
    if (!from?.moved) return;
    const [x, y] = pointOf(event);
    if (!from.selects) {
      setMoved({ ...from.view, x: from.view.x + x - from.start[0], y: from.view.y + y - from.start[1] });
      return;
    }
    selectArea(from.start, [x, y]);
    setSelecting(false);
  };
  const selectArea = (from: Point, to: Point) => set({ area: boxAt(view, from, to)?.join(',') });
  const middle: Point = [size.width / 2, size.height / 2];
  const onKey = (event: KeyboardEvent) => {
    const shift: Record<string, Point> = {
      ArrowLeft: [STEP_PX, 0],
      ArrowRight: [-STEP_PX, 0],
      ArrowUp: [0, STEP_PX],
      ArrowDown: [0, -STEP_PX],
    };
    const by = shift[event.key];
    if (by) setMoved({ ...view, x: view.x + by[0], y: view.y + by[1] });
    else if (event.key === '+' || event.key === '=') setMoved(zoom(view, 1.5, middle, size));
    else if (event.key === '-') setMoved(zoom(view, 1 / 1.5, middle, size));
    else if (event.key === '0') setMoved(null);
    else return;
    event.preventDefault();
  };
  /** A click that ended a drag chooses nothing. */
  const choose = (change: Partial<Filters>) => {
    if (!dragged.current) set(change);
  };

  const areaBox = boxOf(filters.area);
  const off = [
    geography.areas.length &&
      `${count(geography.areas.length, 'incident')} in an area larger than a country or not on this map`,
    geography.unknown.length && `${count(geography.unknown.length, 'incident')} without a place`,
  ].filter(Boolean);
  const inCountries = [...geography.shaded.values()].reduce((sum, some) => sum + some.length, 0);

  return (
    <>
      <div className="view-head">
        <h2 id="map-heading">Map</h2>
        <span className="hint">
          {count(incidents.length - geography.areas.length - geography.unknown.length, 'incident')} drawn
          {inCountries > 0 && `, ${inCountries} as a country only`}
        </span>
        <div className="view-tools">
          <button type="button" aria-pressed={selecting} onClick={() => setSelecting(!selecting)}>
            Select an area
          </button>
          <button type="button" onClick={() => selectArea([0, 0], [size.width, size.height])}>
            Only what is in view
          </button>
          <button type="button" aria-label="Closer" onClick={() => setMoved(zoom(view, 1.5, middle, size))}>
            +
          </button>
          <button type="button" aria-label="Further" onClick={() => setMoved(zoom(view, 1 / 1.5, middle, size))}>
            −
          </button>
          <button type="button" onClick={() => setMoved(null)}>
            Fit
          </button>
          <button type="button" onClick={() => setMoved(wholeWorld(size))}>
            World
          </button>
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: not a group of a form's fields */}
      <div
        ref={frame}
        className={selecting ? 'map is-selecting' : 'map'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the map
        tabIndex={0}
        role="group"
        aria-labelledby="map-heading"
        aria-describedby="map-note"
        onKeyDown={onKey}
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerCancel={onUp}
        onPointerLeave={() => {
          onHover(null);
          setReadout(null);
        }}
      >
        {size.width > 0 && (
          <div ref={drawing} className="map-drawing">
            <svg width={size.width} height={size.height} aria-hidden="true">
              <defs>
                <pattern
                  id="hatch"
                  width="6"
                  height="6"
                  patternUnits="userSpaceOnUse"
                  patternTransform={`scale(${1 / view.k}) rotate(45)`}
                >
                  <line className="hatch" x1="0" y1="0" x2="0" y2="6" />
                </pattern>
              </defs>
              <g transform={`translate(${view.x},${view.y}) scale(${view.k})`}>
                <Land
                  shaded={geography.shaded}
                  chosen={filters.country ?? null}
                  shown={shown}
                  onChoose={(code) => choose({ country: filters.country === code ? undefined : code })}
                  onReadout={setReadout}
                />
                {areaBox && <path className="area" d={boxOutline(areaBox)} />}
              </g>
              <g transform={`translate(${view.x},${view.y})`}>
                <Places
                  places={geography.places}
                  shown={shown}
                  k={view.k}
                  chosen={filters.place ?? null}
                  hover={hover}
                  onHover={(group) => {
                    onHover(group ? placeHover(group.place.id) : null);
                    setReadout(group ? describe(group) : null);
                  }}
                  onChoose={(id) => choose({ place: filters.place === id ? undefined : id })}
                />
              </g>
              {box && (
                <rect
                  className="area"
                  x={Math.min(box.from[0], box.to[0])}
                  y={Math.min(box.from[1], box.to[1])}
                  width={Math.abs(box.to[0] - box.from[0])}
                  height={Math.abs(box.to[1] - box.from[1])}
                />
              )}
            </svg>
            <svg className="map-names" width={size.width} height={size.height} aria-hidden="true">
              <g transform={`translate(${view.x},${view.y})`}>
                <Names places={geography.places} shaded={geography.shaded} k={view.k} />
              </g>
            </svg>
          </div>
        )}
        {readout && <p className="map-readout">{readout}</p>}
      </div>
      <div className="map-foot" id="map-note">
        <Legend />
        {off.length > 0 && <p className="hint">Not drawn: {off.join('; ')}.</p>}
      </div>
    </>
  );
}

function describe({ place, incidents }: PlaceGroup): string {
  return `${place.name} (${PRECISION[place.precision]}): ${count(incidents.length, 'incident')}`;
}

interface LandProps {
  shaded: Map<string, Incidents>;
  chosen: string | null;
  shown: Set<string>;
  onChoose: (code: string) => void;
  onReadout: (text: string | null) => void;
}

const Land = memo(
  function Land({ shaded, chosen, shown, onChoose, onReadout }: LandProps) {
    return (
      <>
        <path className="coast" d={COAST} />
        {COUNTRIES.map(({ code, key, outline }) => {
          const here = code ? shaded.get(code) : undefined;
          const names = [
            'country',
            code === chosen && chosen !== null && 'is-chosen',
            here && (here.some((incident) => shown.has(incident.id)) ? 'is-shaded' : 'is-shaded is-out'),
          ];
          return (
            // The keyboard's way to the same is the menu of countries among the filters.
            // biome-ignore lint/a11y/noStaticElementInteractions: see above
            <g
              key={key}
              className={names.filter(Boolean).join(' ')}
              onClick={code ? () => onChoose(code) : undefined}
              onPointerEnter={
                code
                  ? () =>
                      onReadout(
                        here
                          ? `${countryName(code)}: ${count(here.length, 'incident')} known only by the country`
                          : countryName(code),
                      )
                  : undefined
              }
            >
              <path d={outline} />
              {here && <path className="hatched" d={outline} fill="url(#hatch)" />}
            </g>
          );
        })}
        <path className="borders" d={BORDERS} />
      </>
    );
  },
  (a, b) => a.shaded === b.shaded && a.chosen === b.chosen && a.shown === b.shown,
);

interface PlacesProps {
  places: PlaceGroup[];
  shown: Set<string>;
  k: number;
  chosen: string | null;
  hover: string | null;
  onHover: (group: PlaceGroup | null) => void;
  onChoose: (id: string) => void;
}

/** Pixels: a dot grows with its incidents; a circle has its size on the ground, and can always be seen and hit. */
function radiusOf({ drawing, incidents, place }: PlaceGroup, k: number): number {
  if (drawing === 'dot') return 4 + 1.6 * Math.sqrt(incidents.length - 1);
  return Math.max(9, (CIRCLE_KM[place.precision === 'district' ? 'district' : 'province'] / KM_PER_UNIT) * k);
}

const Places = memo(
  function Places({ places, shown, k, chosen, hover, onHover, onChoose }: PlacesProps) {
    const hoveredPlace = (group: PlaceGroup) =>
      hover !== null &&
      (hover === placeHover(group.place.id) ||
        group.incidents.some((incident: IncidentSummary) => incident.id === hover));
    return (
      <>
        {[...places].reverse().map((group) => {
          const { place, drawing } = group;
          const x = group.x * k;
          const y = group.y * k;
          const names = [
            'place',
            `is-${drawing}`,
            `is-${statusOf(group.incidents)}`,
            !group.incidents.some((incident) => shown.has(incident.id)) && 'is-out',
            place.id === chosen && 'is-chosen',
            hoveredPlace(group) && 'is-hover',
          ];
          return (
            // The keyboard's way to the same is the list.
            // biome-ignore lint/a11y/noStaticElementInteractions: see above
            <g
              key={place.id}
              className={names.filter(Boolean).join(' ')}
              onClick={() => onChoose(place.id)}
              onPointerEnter={() => onHover(group)}
              onPointerLeave={() => onHover(null)}
            >
              {drawing === 'circle' && <circle className="about" cx={x} cy={y} r={radiusOf(group, k)} />}
              {drawing === 'dot' && <circle className="dot" cx={x} cy={y} r={radiusOf(group, k)} />}
            </g>
          );
        })}
      </>
    );
  },
  (a, b) => a.places === b.places && a.shown === b.shown && a.k === b.k && a.chosen === b.chosen && a.hover === b.hover,
);

interface NamesProps extends Pick<PlacesProps, 'places' | 'k'> {
  shaded: Map<string, Incidents>;
}

const Names = memo(function Names({ places, shaded, k }: NamesProps) {
  const labels = useMemo(() => {
    const codes = new Set([...shaded.keys(), ...places.map((group) => group.place.country)]);
    const named = COUNTRIES.filter((one) => one.code && codes.has(one.code)).map((one) => ({
      country: one,
      text: countryName(one.code ?? ''),
    }));
    return placeLabels(places, named, k, (group) => radiusOf(group, k));
  }, [places, shaded, k]);
  return labels.map(({ key, text, x, y, kind }) => (
    <text key={`${kind}:${key}`} className={`map-label is-${kind}-label`} x={x} y={y}>
      {text}
    </text>
  ));
});

function Legend() {
  return (
    <ul className="legend" aria-label="How exact a place is">
      <li>
        <svg width="12" height="12" aria-hidden="true">
          <circle className="legend-dot" cx="6" cy="6" r="4" />
        </svg>
        city or site
      </li>
      <li>
        <svg width="16" height="12" aria-hidden="true">
          <circle className="legend-about" cx="8" cy="6" r="5.5" />
        </svg>
        about there
      </li>
      <li>
        <svg width="16" height="12" aria-hidden="true">
          <rect className="legend-shade" x="0.5" y="0.5" width="15" height="11" />
          <path className="hatch" d="M1,11L11,1M7,11L15,3" />
        </svg>
        country only
      </li>
    </ul>
  );
}
