/** What the acts of one report are read against, gathered once: incidents by where they are told, attackers, headings. */
import { type Analysis, within } from '../analysis.js';
import { findHeadings, type Heading } from '../incidents/headings.js';
import type { IncidentFound } from '../incidents/incidents.js';
import { below, type Telling, Tellings } from '../incidents/tellings.js';
import type { ActorEntity, PlaceEntity } from '../names/entities.js';
import { headLemma, isPronoun, nounAt, thingOf } from '../nouns.js';
import { ownVoice } from '../own-voice.js';
import type { NounPhrase } from '../phrases.js';
import type { DateRange } from '../schema.js';

/** Tokens from the top in which a report says of what day it is. */
const HEAD = 60;

export class Scene {
  readonly headings: readonly (Heading | null)[];
  /** Words that tell of incidents, in text order. */
  readonly #tellings: Tellings;
  /** Phrases for attackers, in text order, and the persons among them. */
  readonly attackers: readonly NounPhrase[];
  readonly suspects: ReadonlySet<ActorEntity>;
  /** Head nouns of those who did the acts told: "student" after "A student drove into a crowd". */
  readonly attackerHeads: ReadonlySet<string>;
  /** Whose own statement the report is: its publisher, or the office that its head names; null where it is nobody's. */
  readonly ownVoice: ActorEntity | null;

  /** The day that the head of the report gives as its own; null where it gives none. */
  readonly ownDay: DateRange | null;

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
    this.attackerHeads = new Set(
      incidents
        .flatMap(({ told }) => told.mentions.flatMap(({ agents }) => agents))
        .map((n) => nounAt(a, n))
        .filter((np) => thingOf(a, np)?.class === 'person')
        .map((np) => headLemma(a, np)),
    );
    this.ownVoice = ownVoice(a);
    const dated = a.dates.find(({ first, start, end }) => first < HEAD && start === a.doc.published && end === start);
    this.ownDay = dated ? { start: dated.start, end: dated.end, at: dated.at } : null;
  }

  /** Place and date of a sentence as a whole: its own, else those of the heading of its item. */
  headed(sentence: number, np: NounPhrase): { place: PlaceEntity | null; date: DateRange | null } {
    const { a } = this;
    const { first, last, paragraph } = a.doc.sentences[sentence]!;
    const heading = this.headings[paragraph];
    const place = within(a.names.placeMentions, np.last, last)[0] ?? heading?.places[0];
    const date = within(a.dates, first, last)[0] ?? heading?.dates[0];
    return {
      place: place?.place ?? null,
      date: date ? { start: date.start, end: date.end, at: date.at } : null,
    };
  }

  /** The words of incidents among the tokens [first, last). */
  tellingsIn(first: number, last: number): Telling[] {
    return this.#tellings.within(first, last);
  }

  lastTellingBefore(token: number): Telling | null {
    return this.#tellings.before(token, 1)[0] ?? null;
  }

  /** The last few words of incidents before a token, in text order. */
  tellingsBefore(token: number): Telling[] {
    return this.#tellings.before(token, FEW);
  }

  lastAttackerBefore(token: number): NounPhrase | null {
    return this.attackers[below(this.attackers, token, ({ first }) => first) - 1] ?? null;
  }
}

/** How many tellings are looked back over for one that has a place. */
const FEW = 6;
