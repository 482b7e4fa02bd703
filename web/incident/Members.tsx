/** The statements that were joined here and why; the analyst can part, join, reject, and undo. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useMemo, useState } from 'react';
import type { IncidentPage, NewDecision } from '../../src/desk/schema';
import type { Source } from '../../src/picture/schema';
import * as api from '../api';
import { DecisionLine } from '../decisions/DecisionLine';
import { QuoteLink, sourceName, splitStatement } from '../parts/Links';
import { count } from '../parts/words';
import { PickIncident } from './PickIncident';

type Act = 'part' | 'join' | 'reject';

const ACTS: Record<Act, { button: string; ask: string }> = {
  part: { button: 'Not the same', ask: 'Why is it another incident?' },
  join: { button: 'Same as…', ask: 'Why is it the same?' },
  reject: { button: 'Wrong', ask: 'What is wrong with it?' },
};

export function Members({ incident }: { incident: IncidentPage }) {
  const decisions = useQuery(api.decisionsInIncident(incident.id));
  const words = useMemo(() => wordsOf(incident), [incident]);
  const mine = decisions.data?.items;
  return (
    <section className="members" aria-labelledby="members">
      <h2 id="members">
        Statements joined here{' '}
        <span className="tally">
          {incident.members.length}
          {incident.shortened && ` of those in ${count(incident.reports, 'report')}`}
        </span>
      </h2>
      <ol>
        {incident.members.map((member) => (
          <Member key={member} member={member} incident={incident} words={words} />
        ))}
      </ol>
      {mine && mine.length > 0 && (
        <>
          <h3>Decisions about them</h3>
          <ul className="decisions">
            {mine.map((decision) => (
              <DecisionLine key={decision.id} decision={decision} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The words of each statement: the first source that it gives the incident. */
function wordsOf(incident: IncidentPage): Map<string, Source> {
  const words = new Map<string, Source>();
  for (const { sources } of [incident.type, incident.status, incident.date, incident.place, incident.killed].flat())
    for (const source of sources) if (!words.has(source.statement)) words.set(source.statement, source);
  return words;
}

function Member({ member, incident, words }: { member: string; incident: IncidentPage; words: Map<string, Source> }) {
  const [act, setAct] = useState<Act | null>(null);
  const joins = incident.joins.filter((join) => join.a === member || join.b === member);
  const acts: Act[] = incident.members.length > 1 ? ['part', 'join', 'reject'] : ['join', 'reject'];
  return (
    <li className="member">
      <div className="member-words">
        <Words statement={member} words={words} />
      </div>
      {joins.length > 0 && (
        <ul className="joins">
          {joins.map((join) => (
            <li key={`${join.a} ${join.b}`}>
              Joined with <Words statement={join.a === member ? join.b : join.a} words={words} />
              <span className="why">
                <span className="score">{Math.round(join.score * 100)} of 100</span>: {join.reasons.join('; ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="member-acts">
        {acts.map((one) => (
          <button key={one} type="button" aria-expanded={act === one} onClick={() => setAct(act === one ? null : one)}>
            {ACTS[one].button}
          </button>
        ))}
      </div>
      {act && <Decide act={act} member={member} incident={incident} onDone={() => setAct(null)} />}
    </li>
  );
}

function Words({ statement, words }: { statement: string; words: Map<string, Source> }) {
  const source = words.get(statement);
  if (source) {
    return (
      <>
        <QuoteLink source={source} />
        <span className="citation-source">{sourceName(source)}</span>
      </>
    );
  }
  const { report, number } = splitStatement(statement);
  return (
    <Link to="/reports/$id" params={{ id: report }} hash={number}>
      Statement {number}
    </Link>
  );
}

interface DecideProps {
  act: Act;
  member: string;
  incident: IncidentPage;
  onDone: () => void;
}

function Decide({ act, member, incident, onDone }: DecideProps) {
  const [error, setError] = useState<string | null>(null);
  const [other, setOther] = useState<string | null>(null);
  const queries = useQueryClient();
  const navigate = useNavigate();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const why = String(new FormData(event.currentTarget).get('why') ?? '').trim();
    if (!why) return setError('Give a reason: others will read it.');
    try {
      const decision = await decisionOf(why);
      if (!decision) return setError('Choose the other incident first.');
      await api.decide(decision);
      const holder = act === 'reject' ? null : await incidentOf(member);
      await queries.invalidateQueries();
      onDone();
      if (act !== 'reject' && holder && holder !== incident.id && act === 'join') {
        await navigate({ to: '/incidents/$id', params: { id: holder } });
      }
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : String(cause));
    }
  }

  async function decisionOf(why: string): Promise<NewDecision | null> {
    if (act === 'reject') return { kind: 'reject', a: member, why };
    if (act === 'join') {
      if (!other) return null;
      const [first] = (await queries.fetchQuery(api.incident(other))).members;
      return first ? { kind: 'join', a: member, b: first, why } : null;
    }
    // Parted from the statement that it hangs on, or from the first one.
    const link = incident.joins.find((join) => join.a === member || join.b === member);
    const from = link ? (link.a === member ? link.b : link.a) : incident.members.find((one) => one !== member);
    return from ? { kind: 'part', a: member, b: from, why } : null;
  }

  return (
    <form className="decide" onSubmit={(event) => void submit(event)}>
      {act === 'join' && <PickIncident without={incident.id} value={other} onPick={setOther} />}
      <label className="field">
        <span>{ACTS[act].ask}</span>
        <input name="why" maxLength={2000} autoComplete="off" aria-invalid={error ? true : undefined} />
      </label>
      {error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
      <div className="actions">
        <button type="submit" className="primary">
          {ACTS[act].button.replace('…', '')}
        </button>
        <button type="button" onClick={onDone}>
          Leave it
        </button>
      </div>
    </form>
  );
}

/** The incident that now holds a statement. */
async function incidentOf(member: string): Promise<string | null> {
  const { report } = splitStatement(member);
  const page = await api.reportNow(report);
  return page.joined[member] ?? null;
}
