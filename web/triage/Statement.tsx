/** The statement in hand: what it says, why it waits, how it is graded, what was decided. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import type { TriageItem } from '../../src/desk/schema';
import * as api from '../api';
import type { Sent } from '../deciding/outbox';
import { GradeWhy } from '../parts/Grade';
import { Entity, QuotePlace, sourceName, splitStatement } from '../parts/Links';
import { plain } from '../parts/words';
import { statementsOf } from '../report/statements';

const STATE: Record<Sent['state'], string> = {
  waiting: 'on its way',
  sending: 'on its way',
  made: 'kept',
  undoing: 'being undone',
  failed: 'did not get through',
};

export function Statement({ item, sent }: { item: TriageItem; sent: Sent | undefined }) {
  const { kind, title, reasons, grade, source, holder, statement } = item;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(statement);
  // A new statement is read from its beginning, by a screen reader too.
  useEffect(() => {
    if (shown.current === statement) return;
    shown.current = statement;
    heading.current?.focus();
  }, [statement]);
  return (
    <>
      <p className="eyebrow">{[plain(kind), ...reasons.filter((why) => !why.endsWith(` ${kind}`))].join(' · ')}</p>
      <h2 className="deciding-title" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {sent && (
        <p className={sent.state === 'failed' ? 'decided error' : 'decided'}>
          <strong>{sent.says.replace(` (${title})`, '')}</strong> · {STATE[sent.state]}
        </p>
      )}
      <blockquote className="deciding-quote">{source.quote}</blockquote>
      <p className="hint">
        {source.by && (
          <>
            <Entity entity={source.by} />, in{' '}
          </>
        )}
        <QuotePlace source={source}>{sourceName(source)}</QuotePlace>
        {holder && kind !== 'warning' && (
          <>
            {' · '}
            <Link to="/incidents/$id" params={{ id: holder }}>
              all that is said of it
            </Link>
          </>
        )}
      </p>
      <Slots item={item} />
      <GradeWhy grade={grade} />
    </>
  );
}

/** What was read of it, slot by slot. */
function Slots({ item }: { item: TriageItem }) {
  const { report, number } = splitStatement(item.statement);
  const page = useQuery(api.report(report));
  const slots = useMemo(() => {
    const all = page.data ? statementsOf(page.data.reading) : [];
    return all.find(({ id }) => id === number)?.slots ?? [];
  }, [page.data, number]);
  return (
    <dl className="pairs">
      {slots.map((slot, n) => (
        // Slots of one label may hold the same words twice: their place in the list tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={n}>
          <dt>{slot.label}</dt>
          <dd>
            {slot.value} {!slot.found && <span className="not-found">quote not found</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
