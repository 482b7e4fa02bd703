/** What the acts of one report are read against, gathered once: incidents by where they are told, attackers, headings. */
import type { Analysis } from '../analysis.js';
import { findHeadings, type Heading } from '../incidents/headings.js';
import type { IncidentFound } from '../incidents/incidents.js';
import type { ActorEntity } from '../names/entities.js';
import { isPronoun, nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';

export interface Telling {
  token: number;
  sentence: number;
  found: IncidentFound;
}

export class Scene {
  readonly headings: readonly (Heading | null)[];
  /** Words that tell of incidents, in text order. */
  readonly tellings: readonly Telling[];
  /** Phrases for attackers, in text order, and the persons among them. */
  readonly attackers: readonly NounPhrase[];
  readonly suspects: ReadonlySet<ActorEntity>;
  /** The one group that the report names, or null. */
  readonly onlyGroup: ActorEntity | null;

  constructor(
    readonly a: Analysis,
    incidents: readonly IncidentFound[],
  ) {
    this.headings = findHeadings(a);
    this.tellings = incidents
      .flatMap((found) => found.told.mentions.map(({ token, sentence }) => ({ token, sentence, found })))
      .sort((x, y) => x.token - y.token);
    const attackers = incidents
      .flatMap(({ told }) => told.parties)
      .flatMap((party) => (party.kind === 'perpetrators' ? [nounAt(a, party.noun)] : []))
      .sort((x, y) => x.first - y.first);
    this.attackers = attackers.filter((np) => !isPronoun(a, np));
    this.suspects = new Set(attackers.flatMap((np) => a.names.actorAt(np.head)?.actor ?? []));
    const groups = new Set(a.names.actorMentions.map(({ actor }) => actor).filter(({ kind }) => kind === 'group'));
    this.onlyGroup = groups.size === 1 ? [...groups][0]! : null;
  }

  /** The words of incidents among the tokens [first, last). */
  tellingsIn(first: number, last: number): Telling[] {
    const out: Telling[] = [];
    for (
      let i = below(this.tellings, first, ({ token }) => token);
      i < this.tellings.length && this.tellings[i]!.token < last;
      i++
    )
      out.push(this.tellings[i]!);
    return out;
  }

  lastTellingBefore(token: number): Telling | null {
    return this.tellings[below(this.tellings, token, (telling) => telling.token) - 1] ?? null;
  }

  lastAttackerBefore(token: number): NounPhrase | null {
    return this.attackers[below(this.attackers, token, ({ first }) => first) - 1] ?? null;
  }
}

/** How many of the items lie before a token; `items` in order. */
function below<T>(items: readonly T[], token: number, at: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(items[middle]!) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
