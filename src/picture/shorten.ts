/** An incident that thousands of reports tell of, in a size that a page can show. */
import type { Source } from './schema.js';
import type { IncidentPage } from './schema-grades.js';

/** Joins that are shown of one statement. */
const JOINS = 3;

/**
 * The page with at most `most` sources a value and as many statements and speakers, those of different origins first.
 * What counts (`reports`, `origins`, which value is held) stays that of the whole. Cost grows with the sources.
 */
export function shortened(page: IncidentPage, most: number): IncidentPage {
  const members = page.members.slice(0, most);
  const joins = [
    ...new Set(members.flatMap((one) => page.joins.filter(({ a, b }) => a === one || b === one).slice(0, JOINS))),
  ];
  // Of these a page shows the words: each gives a type.
  const named = new Set([...members, ...joins.flatMap(({ a, b }) => [a, b])]);
  const type = each(page.type, (sources) => first(sources, most, named));
  const short = <T extends { sources: Source[] }>(values: readonly T[]) =>
    each(values, (sources) => first(sources, most));
  const { killed, injured } = page.tolls;
  const speakers = page.matrix.speakers.slice(0, most * 2);
  const heard = new Set(speakers.map(({ key }) => key));
  const cells = page.matrix.cells
    .filter(({ speaker }) => heard.has(speaker))
    .map((cell) => ({ ...cell, stances: short(cell.stances) }));
  const slots = {
    type,
    status: short(page.status),
    date: short(page.date),
    place: short(page.place),
    site: short(page.site),
    weapons: short(page.weapons),
    individuals: short(page.individuals),
    targets: short(page.targets),
    victims: short(page.victims),
    killed: short(page.killed),
    injured: short(page.injured),
    suicide: short(page.suicide),
    attributions: short(page.attributions),
  };
  const cited = new Set(
    Object.values(slots).flatMap((values) =>
      values.flatMap(({ sources }) => sources.map(({ statement }) => statement)),
    ),
  );
  for (const { stances } of cells)
    for (const { sources } of stances) for (const { statement } of sources) cited.add(statement);
  return {
    ...page,
    ...slots,
    members,
    joins,
    tolls: { killed: short(killed), injured: short(injured) },
    matrix: { ...page.matrix, speakers, cells },
    grades: page.grades.filter(({ statement }) => cited.has(statement)),
    shortened: members.length < page.members.length,
  };
}

const each = <T extends { sources: Source[] }>(values: readonly T[], cut: (sources: Source[]) => Source[]): T[] =>
  values.map((value) => ({ ...value, sources: cut(value.sources) }));

/** The first source of each of the first `most` origins, and those of the statements that are needed. */
function first(sources: readonly Source[], most: number, needed: ReadonlySet<string> = new Set()): Source[] {
  const origins = new Set<string>();
  return sources.filter(({ origin, statement }) => {
    if (origins.size < most && !origins.has(origin)) {
      origins.add(origin);
      return true;
    }
    return needed.has(statement);
  });
}
