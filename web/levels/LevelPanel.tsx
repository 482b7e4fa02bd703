/** The threat level of a group or a country: the step, the four indicators, and all that it rests on. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { LevelPage } from '../../src/desk/schema';
import * as api from '../api';
import { DecideForm } from '../deciding/DecideForm';
import { DecisionLine } from '../decisions/DecisionLine';
import { dayOf, showDay, showTime } from '../parts/dates';
import { byStatement, Grades } from '../parts/Grade';
import { Failure, Loading } from '../parts/States';
import { Indicator } from './Indicator';
import { LevelSince } from './LevelSince';
import '../styles/deciding.css';
import '../styles/levels.css';

export const STEPS = ['low', 'moderate', 'substantial', 'severe', 'critical'] as const;

/**
 * @param id of a group, or `country:IQ`
 * @param last day of the newest report that is known of it
 */
export function LevelPanel({ id, name, last }: { id: string; name: string; last: string | undefined }) {
  // In the address, so that a level of a past day can be shared.
  const { day = '' } = useSearch({ strict: false });
  const navigate = useNavigate();
  const setDay = (chosen: string) =>
    void navigate({ to: '.', search: { day: chosen === dayOf(Date.now()) ? undefined : chosen }, replace: true });
  const page = useQuery({ ...api.level(id, day), placeholderData: keepPreviousData });
  return (
    <section className="level" aria-labelledby="level">
      <div className="section-head">
        <h2 id="level">Threat level: {name}</h2>
        <label className="field-inline">
          <span>As of</span>
          <input
            type="date"
            value={day || dayOf(Date.now())}
            max={dayOf(Date.now())}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
      </div>
      {page.isPending && <Loading what="level" />}
      {page.isError && <Failure inPage error={page.error} retry={() => void page.refetch()} what="level" />}
      {page.data?.level === null && day === '' && last && (
        <p>
          <button type="button" className="quiet look-back" onClick={() => setDay(last)}>
            Look back to {showDay(last)}, when it was last reported on
          </button>
        </p>
      )}
      {page.data && <Level page={page.data} day={day} />}
    </section>
  );
}

function Level({ page, day }: { page: LevelPage; day: string }) {
  const { id, name, level, proposed, rule, set, likelihood, indicators, wouldChange } = page;
  const [overruling, setOverruling] = useState(false);
  const decisions = useQuery(api.decisionsOn(id));
  return (
    <>
      <ol className="ladder" aria-label="The five steps">
        {STEPS.map((step) => (
          <li
            key={step}
            className={step === proposed && set ? 'is-proposed' : undefined}
            aria-current={step === level ? 'step' : undefined}
          >
            {step}
            {step === proposed && set && <span className="note">by the rules</span>}
          </li>
        ))}
      </ol>
      <div className="level-says">
        <p>
          <strong>{likelihood ? likelihood.sentence : 'Too little is reported for a level.'}</strong>
        </p>
        <p className="hint">
          {set ? (
            <>
              Set by {set.by}, {showTime(set.at)}: {set.why}. By the rules it would be {proposed ?? 'no level'} ({rule}
              ).
            </>
          ) : (
            <>By the rules: {rule}</>
          )}{' '}
          As of {showDay(page.day)}.
        </p>
        {day === '' && (
          <button type="button" aria-expanded={overruling} onClick={() => setOverruling(!overruling)}>
            Overrule
          </button>
        )}
      </div>
      {overruling && day === '' && (
        <DecideForm
          label={`Level of ${name}`}
          choices={STEPS.map((step) => [step, step] as const)}
          current={level ?? 'moderate'}
          button="Set the level"
          decision={(value, why) => ({ kind: 'level', a: id, value: value as (typeof STEPS)[number], why })}
          onDone={() => setOverruling(false)}
        />
      )}
      {decisions.data && decisions.data.items.length > 0 && (
        <ul className="decisions">
          {decisions.data.items.map((decision) => (
            <DecisionLine key={decision.id} decision={decision} />
          ))}
        </ul>
      )}
      <Grades value={byStatement(page.grades)}>
        <div className="indicators">
          {indicators.map((state) => (
            <Indicator key={state.indicator} state={state} />
          ))}
        </div>
      </Grades>
      <div className="level-more">
        <details>
          <summary>What would change this ({wouldChange.length})</summary>
          {wouldChange.length === 0 && <p className="none">No change of one answer alone would make another level.</p>}
          <ul className="would-change">
            {wouldChange.map(({ indicator, answer, to, by }) => (
              <li key={`${indicator} ${answer}`}>
                <p>
                  <strong>{to ?? 'no level'}</strong>, if {indicator} were <em>{answer}</em>:
                </p>
                <ul>
                  {by.map((words) => (
                    <li key={words}>{words}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </details>
        <LevelSince key={day} id={id} day={day} />
        <Rules />
      </div>
    </>
  );
}

/** The file as it stands: nothing else counts. */
function Rules() {
  const [open, setOpen] = useState(false);
  const rules = useQuery({ ...api.levelRules, enabled: open });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The rules, as they stand in their file</summary>
      {open && rules.isPending && <Loading what="rules" />}
      {rules.isError && <Failure inPage error={rules.error} retry={() => void rules.refetch()} what="file of rules" />}
      {rules.data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keyboard too
        <pre className="rules" tabIndex={0}>
          {rules.data.text}
        </pre>
      )}
    </details>
  );
}
