/** The ties found so far, each once, with all the sentences that tell of it. */
import { type Analysis, within } from '../analysis.js';
import { sentenceSpan } from '../danger.js';
import type { DateMention } from '../dates/dates.js';
import type { ActorEntity, PlaceEntity } from '../names/entities.js';
import type { DateRange, Relation } from '../schema.js';
import type { RelationType } from '../vocabulary.js';

/** Ties that hold both ways. */
const SYMMETRIC = new Set<RelationType>(['ally-of', 'rival-of', 'also-known-as']);

export class RelationBook {
  readonly relations: Relation[] = [];
  readonly #known = new Map<string, Relation>();

  constructor(readonly a: Analysis) {}

  /** `to` is an actor, a place, or words where neither is named. */
  add(
    from: ActorEntity,
    type: RelationType,
    to: ActorEntity | PlaceEntity | string,
    sentence: number,
    since: DateRange | null = null,
  ): void {
    const toId = typeof to === 'string' ? null : to.id;
    if (toId === from.id) return;
    const other = toId ?? String(to);
    const key = SYMMETRIC.has(type) && other < from.id ? `${other} ${type} ${from.id}` : `${from.id} ${type} ${other}`;
    const evidence = sentenceSpan(this.a, sentence);
    const known = this.#known.get(key);
    if (known) {
      this.a.trace?.makes(known);
      known.since ??= since;
      if (!known.evidence.some(([start]) => start === evidence[0])) known.evidence.push(evidence);
      return;
    }
    const relation = {
      from: from.id,
      type,
      to: toId,
      toText: toId === null ? String(to) : null,
      since,
      evidence: [evidence],
    };
    this.#known.set(key, relation);
    this.relations.push(relation);
    this.a.trace?.makes(relation);
  }

  /** The group that a person was said to lead. */
  ledBy(person: ActorEntity): ActorEntity | null {
    const led = this.relations.find(({ type, to }) => type === 'led-by' && to === person.id);
    return led ? this.a.names.actor(led.from) : null;
  }

  /** The group that a person was said to have founded. */
  foundedBy(person: ActorEntity): ActorEntity | null {
    const founded = this.relations.find(({ type, to }) => type === 'founded-by' && to === person.id);
    return founded ? this.a.names.actor(founded.from) : null;
  }

  has(from: ActorEntity, type: RelationType, to: ActorEntity): boolean {
    return this.#known.has(`${from.id} ${type} ${to.id}`);
  }
}

/** Since when: a date with "since" among the tokens [first, last), or where the tie `begins` there any date. */
export function sinceIn(a: Analysis, first: number, last: number, begins: boolean): DateRange | null {
  const dates = within(a.dates, first, last);
  const since = dates.find(({ kind }) => kind === 'since') ?? (begins ? dates.find(isDated) : undefined);
  return since ? { start: since.start, end: since.end, at: since.at } : null;
}

const isDated = ({ kind, start }: DateMention): boolean =>
  kind !== 'until' && kind !== 'event-offset' && start !== null;
