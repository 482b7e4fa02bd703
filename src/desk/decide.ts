/** A decision stays on record for good: here it is refused where it makes no sense. */
import type { z } from 'zod';
import type { StatementKind } from '../picture/decision.js';
import { INCIDENT_SLOTS, WARNING_SLOTS } from '../picture/decision.js';
import { getSource } from '../store/grades/sources.js';
import { knownSubject } from '../store/levels/subject.js';
import { statementKinds } from '../store/picture/statement-kinds.js';
import type { Store } from '../store/store.js';
import { Refusal, sentence } from './problem.js';
import type { NewDecision } from './schema-decisions.js';

type Kinds = ReadonlyMap<string, StatementKind>;

/** @throws Refusal where one of them is about what there is not, or cannot be */
export async function refuseSenseless(store: Store, decisions: readonly NewDecision[]): Promise<void> {
  const statements = new Set(decisions.flatMap((decision) => statementsOf(decision)));
  const kinds: Kinds = await statementKinds(store, [...statements]);
  for (const [index, decision] of decisions.entries()) {
    const refused = await objection(store, decision, kinds);
    if (refused === null) continue;
    const where = decisions.length > 1 ? `items.${index}: ` : '';
    const also = decisions.length > 1 ? ' None of the decisions was made.' : '';
    throw new Refusal(refused.status, `${where}${refused.error}${also}`);
  }
}

function statementsOf(decision: NewDecision): string[] {
  if (decision.kind === 'grade-source' || decision.kind === 'level') return [];
  return 'b' in decision ? [decision.a, decision.b] : [decision.a];
}

interface Objection {
  status: 400 | 404;
  error: string;
}

const none = (error: string): Objection => ({ status: 404, error });
const wrong = (error: string): Objection => ({ status: 400, error });

async function objection(store: Store, decision: NewDecision, kinds: Kinds): Promise<Objection | null> {
  const missing = statementsOf(decision).find((statement) => !kinds.has(statement));
  if (missing !== undefined) return none(`No report makes a statement ${missing}.`);
  switch (decision.kind) {
    case 'join':
    case 'part':
      return pairObjection(decision, kinds);
    case 'correct':
      return slotObjection(decision, kinds.get(decision.a));
    case 'grade-source':
      return (await getSource(store, decision.a)) ? null : none(`No report is by a publisher ${decision.a}.`);
    case 'level':
      return (await knownSubject(store, decision.a))
        ? null
        : none(`No report speaks of a group or country ${decision.a}.`);
    default:
      return null;
  }
}

function pairObjection({ a, b }: { a: string; b: string }, kinds: Kinds): Objection | null {
  const [one, other] = [kinds.get(a), kinds.get(b)];
  if (a === b) return wrong('The two statements are one and the same.');
  if (![one, other].every((kind) => kind === 'incident' || kind === 'warning'))
    return wrong('Only statements of incidents and of warnings are joined or parted.');
  return one === other ? null : wrong('One statement is of an incident, the other of a warning.');
}

function slotObjection(
  { slot, value }: { slot: string; value?: unknown },
  kind: StatementKind | undefined,
): Objection | null {
  const slots: Record<string, z.ZodType> =
    kind === 'incident' ? INCIDENT_SLOTS : kind === 'warning' ? WARNING_SLOTS : {};
  const schema = Object.hasOwn(slots, slot) ? slots[slot] : undefined;
  if (!schema) {
    const can = Object.keys(slots).join(', ') || 'none; reject it instead';
    return wrong(`The slot ${slot} of such a statement cannot be set; those that can: ${can}.`);
  }
  const parsed = schema.nullable().safeParse(value);
  return parsed.success ? null : wrong(`The value of ${slot} is not valid: ${sentence(parsed.error)}.`);
}
