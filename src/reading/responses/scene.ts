/** What the acts of one report are read against, gathered once: incidents by where they are told, attackers, headings. */
import type { Analysis } from '../analysis.js';
import { findHeadings, type Heading } from '../incidents/headings.js';
import type { IncidentFound } from '../incidents/incidents.js';
import { below, type Telling, Tellings } from '../incidents/tellings.js';
import type { ActorEntity } from '../names/entities.js';
import { isPronoun, nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';

export class Scene {
  readonly headings: readonly (Heading | null)[];
  /** Words that tell of incidents, in text order. */
  readonly #tellings: Tellings;
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
    this.#tellings = new Tellings(incidents);
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
    return this.#tellings.within(first, last);
  }

  lastTellingBefore(token: number): Telling | null {
    return this.#tellings.before(token, 1)[0] ?? null;
  }

  lastAttackerBefore(token: number): NounPhrase | null {
    return this.attackers[below(this.attackers, token, ({ first }) => first) - 1] ?? null;
  }
}
