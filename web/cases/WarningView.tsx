/** A warning as it stands: its messages, windows, recipients and who put it out; in a draft, what the tear-line marks. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import * as api from '../api-duty';
import { Deliveries } from './Deliveries';
import { SLOT } from './words';

const SLOTS = ['what', 'where', 'when', 'action', 'authority', 'contact'] as const;
const KIND = { Alert: 'Alert', Update: 'Update', Cancel: 'Cancellation' };
const AUDIENCE = { 'at-risk': 'For those at risk', protectors: 'For those who protect them', public: 'For the public' };
const time = (at: string | null): string => (at === null ? '…' : at.slice(0, 16).replace('T', ' '));

export function WarningView({ warning, marks = false }: { warning: api.CaseWarning; marks?: boolean }) {
  return (
    <section className="case-warning">
      <h2>
        {KIND[warning.kind]} {warning.number}
        {warning.releasedAt ? `, out since ${time(warning.releasedAt)} UTC` : ', not out'}
      </h2>
      {warning.emergency && warning.approvedBy === null && (
        <p role="alert">
          Released in an emergency; a second person’s approval is due by {time(warning.approvalDue)} UTC.
        </p>
      )}
      <p className="facts">
        {warning.content.tlp} · holds until {time(warning.validUntil)} · threat {time(warning.threatFrom)} –{' '}
        {time(warning.threatUntil)} (UTC) ·{' '}
        {warning.recipients.length === 0
          ? 'no recipients besides the public'
          : warning.recipients.map(({ name }) => name).join(', ')}
      </p>
      {marks && <Marks warning={warning} />}
      {warning.releasedAt && <Deliveries warning={warning.id} />}
      {warning.content.messages.map((message, index) => (
        <article key={`${message.audience} ${message.language}`} lang={message.language} className="case-message">
          <p className="hint">
            {AUDIENCE[message.audience]}, {message.language}
            <Plain of={warning.plain[index]} />
          </p>
          <h3>{message.headline}</h3>
          <dl className="pairs">
            {SLOTS.filter((slot) => message[slot] !== '').map((slot) => (
              <div key={slot}>
                <dt>{SLOT[slot]}</dt>
                <dd>
                  {marked(
                    message[slot],
                    warning.marks.filter((mark) => mark.message === index && mark.slot === slot),
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </article>
      ))}
    </section>
  );
}

function Plain({ of }: { of: api.CaseWarning['plain'][number] | undefined }) {
  if (!of) return null;
  const ease =
    of.ease === null
      ? ''
      : ` · reads ${of.ease >= 60 ? 'plainly' : of.ease >= 40 ? 'heavily' : 'very heavily'} (${of.ease} of 100)`;
  return (
    <span>
      {ease} · as SMS {of.sms.parts} {of.sms.parts === 1 ? 'part' : 'parts'} ({of.sms.alphabet})
    </span>
  );
}

function marked(text: string, marks: api.CaseWarning['marks']): ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { id, start, end, kind, allowed } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    pieces.push(text.slice(at, start));
    pieces.push(
      <mark
        key={`${id} ${start}`}
        className={allowed ? 'tear allowed' : 'tear'}
        title={`${kind}: would give away a source`}
      >
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return [...pieces, text.slice(at)];
}

/** What would give away a source: to be taken out, or allowed by a second person. */
export function Marks({ warning }: { warning: api.CaseWarning }) {
  const queries = useQueryClient();
  const [why, setWhy] = useState('');
  const allow = useMutation({
    mutationFn: (mark: string) => api.allowMark(warning.id, mark, why),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case'] }),
  });
  if (warning.marks.length === 0) return null;
  const standing = warning.marks.filter(({ allowed }) => allowed === null);
  return (
    <div className="tear-line" role="note">
      <h3>Tear-line</h3>
      <p>
        {standing.length === 0
          ? 'A second person has allowed all that would give away a source.'
          : 'This would give away a source. It cannot go out until it is taken out, or a second person allows it.'}
      </p>
      <ul>
        {warning.marks.map(({ id, kind, words, slot, allowed }) => (
          <li key={id}>
            {kind}: <q>{words}</q>
            {slot && ` in ${slot}`}
            {allowed ? (
              <span className="hint"> allowed: {allowed.why}</span>
            ) : (
              <>
                {' '}
                <button type="button" disabled={why.trim() === ''} onClick={() => allow.mutate(id)}>
                  Allow
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      {standing.length > 0 && (
        <label htmlFor={`why-${warning.id}`}>
          Why it may stand
          <input id={`why-${warning.id}`} type="text" value={why} onChange={(event) => setWhy(event.target.value)} />
        </label>
      )}
      {allow.isError && <p role="alert">{allow.error.message}</p>}
    </div>
  );
}
