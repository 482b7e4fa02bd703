/** The attributions found so far, each once; what they say of the incident is added to its perpetrators. */

import type { Analysis } from '../analysis.js';
import { sentenceSpan } from '../danger.js';
import { spanOf, textOf } from '../doc.js';
import type { IncidentFound } from '../incidents/incidents.js';
import { Tellings } from '../incidents/tellings.js';
import type { ActorEntity } from '../names/entities.js';
import type { Attribution } from '../schema.js';
import type { Stance } from '../vocabulary.js';
import type { Report } from './meant.js';

export class AttributionBook implements Report {
  readonly tellings: Tellings;
  readonly main: IncidentFound | null;
  readonly #found = new Map<string, Attribution>();
  /** "i1 a2": those that have an attribution, whatever its stance. */
  readonly #linked = new Set<string>();

  constructor(
    readonly a: Analysis,
    readonly incidents: readonly IncidentFound[],
  ) {
    this.tellings = new Tellings(incidents);
    const [most, next] = [...incidents].sort((one, other) => other.told.mentions.length - one.told.mentions.length);
    this.main = most && most.told.mentions.length > (next?.told.mentions.length ?? 0) ? most : null;
  }

  get attributions(): Attribution[] {
    return [...this.#found.values()];
  }

  put(found: IncidentFound, actor: ActorEntity, stance: Stance, by: ActorEntity | null, sentence: number): void {
    const link = `${found.incident.id} ${actor.id}`;
    const key = `${link} ${stance} ${by?.id ?? ''}`;
    const known = this.#found.get(key);
    if (known) {
      this.a.trace?.makes(known);
      return;
    }
    const attribution: Attribution = {
      incident: found.incident.id,
      actor: actor.id,
      stance,
      by: by?.id ?? null,
      evidence: [sentenceSpan(this.a, sentence)],
    };
    this.#found.set(key, attribution);
    this.a.trace?.makes(attribution);
    this.#linked.add(link);
    this.#linked.add(`${link} ${sentence}`);
    this.#linked.add(`${link} ${stance}`);
    if (stance === 'denied') return;
    if (actor.kind === 'person') addIndividual(this.a, found, actor);
    if (actor.kind === 'group' && (!actor.generic || isMovement(actor)) && !found.groups.has(actor)) {
      found.groups.add(actor);
      found.incident.perpetrators.groups.push(actor.id);
    }
  }

  /** Does the sentence lay it at the actor's door already? */
  hasIn({ incident }: IncidentFound, actor: ActorEntity, sentence: number): boolean {
    return this.#linked.has(`${incident.id} ${actor.id} ${sentence}`);
  }

  /** Is the incident laid at the actor's door already, with this stance or with any? */
  has({ incident }: IncidentFound, actor: ActorEntity, stance?: Stance): boolean {
    return this.#linked.has(stance ? `${incident.id} ${actor.id} ${stance}` : `${incident.id} ${actor.id}`);
  }
}

/** A person who is accused, convicted or who confesses is one of the perpetrators, by the name first used. */
function addIndividual(a: Analysis, { incident }: IncidentFound, actor: ActorEntity): void {
  const mention = actor.mentions[0];
  const { individuals } = incident.perpetrators;
  if (!mention || individuals.some(({ at }) => actor.mentions.some((m) => spanOf(a.doc, m.first, m.last)[0] === at[0])))
    return;
  individuals.push({
    text: textOf(a.doc, mention.first, mention.last),
    at: spanOf(a.doc, mention.first, mention.last),
  });
}

/** "Fulani extremists", "Sikh separatists": no organisation, but those whom the field counts as the perpetrator group (GTD codebook, gname). */
const isMovement = ({ name }: ActorEntity): boolean =>
  /^(?:\p{Lu}|anti-|neo-|incel|jihadi)\S* (?:extremists|separatists|nationalists|supremacists)$/u.test(name);
