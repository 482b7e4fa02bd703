/** Wording a warning: a message for each audience, windows, sharing level, recipients. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import * as api from '../api-duty';
import { type Message, Messages } from './Messages';
import { Marks } from './WarningView';
import { AUDIENCE } from './words';

const TLP = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const;

/** `2026-03-07T18:00` as an input has it, in UTC, from and to ISO 8601. */
const toInput = (at: string | null): string => at?.slice(0, 16) ?? '';
const fromInput = (value: string): string | null => (value === '' ? null : `${value}:00.000Z`);

export function DraftForm({ page, draft }: { page: api.CasePage; draft: api.CaseWarning | null }) {
  const queries = useQueryClient();
  const wording = useQuery({
    queryKey: ['wording', page.id],
    queryFn: () => api.wording(page.id, 'en'),
    enabled: draft === null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const recipients = useQuery(api.recipients);
  const [edited, edit] = useState<api.NewDraft | null>(null);
  const value = edited ?? (draft ? fromDraft(draft) : wording.data ? fromWording(page, wording.data.messages) : null);
  const save = useMutation({
    mutationFn: (body: api.NewDraft) => api.saveDraft(page.id, body),
    onSuccess: (after) => queries.setQueryData(api.oneCase(page.id).queryKey, after),
  });
  if (value === null) return null;
  const set = (change: Partial<api.NewDraft>) => edit({ ...value, ...change });
  const setContent = (change: Partial<api.NewDraft['content']>) => set({ content: { ...value.content, ...change } });
  return (
    <section className="draft">
      <h2>{draft && draft.kind !== 'Alert' ? (draft.kind === 'Cancel' ? 'Cancellation' : 'Update') : 'Wording'}</h2>
      {draft && <Marks warning={draft} />}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(value);
        }}
      >
        <div className="row">
          <label htmlFor="tlp">
            Sharing level
            <select
              id="tlp"
              value={value.content.tlp}
              onChange={(event) => setContent({ tlp: event.target.value as (typeof TLP)[number] })}
            >
              {TLP.map((level) => (
                <option key={level}>{level}</option>
              ))}
            </select>
            <span className="hint">
              {value.content.tlp === 'TLP:CLEAR'
                ? 'Anybody may have it: what is worded for the public also goes to the public page and the feeds.'
                : 'For its recipients alone. Only TLP:CLEAR goes to the public page and the feeds.'}
            </span>
          </label>
          <When
            id="valid-until"
            label="The warning holds until (UTC)"
            value={value.validUntil}
            set={(validUntil) => set({ validUntil })}
          />
          <When
            id="threat-from"
            label="Threat from (UTC)"
            value={value.threatFrom}
            set={(threatFrom) => set({ threatFrom })}
          />
          <When
            id="threat-until"
            label="Threat until (UTC)"
            value={value.threatUntil}
            set={(threatUntil) => set({ threatUntil })}
          />
        </div>
        <label htmlFor="area">
          Area, as people call it
          <input
            id="area"
            type="text"
            value={value.content.area.name}
            onChange={(event) => setContent({ area: { ...value.content.area, name: event.target.value } })}
          />
        </label>
        <Messages duty={page.id} messages={value.content.messages} set={(messages) => setContent({ messages })} />
        <fieldset>
          <legend>Recipients</legend>
          {recipients.data?.items.length === 0 && (
            <p className="hint">
              No recipients are kept yet: <Link to="/recipients">add them</Link>.
            </p>
          )}
          {recipients.data?.items.map(({ id, name, audience }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                checked={value.recipients.includes(id)}
                onChange={(event) =>
                  set({
                    recipients: event.target.checked
                      ? [...value.recipients, id]
                      : value.recipients.filter((each) => each !== id),
                  })
                }
              />{' '}
              {name} <span className="hint">{AUDIENCE[audience]}</span>
            </label>
          ))}
        </fieldset>
        {save.isError && <p role="alert">{save.error.message}</p>}
        {save.isSuccess && edited !== null && <p role="status">Saved.</p>}
        <button type="submit" className="primary" disabled={save.isPending}>
          Save the wording
        </button>
      </form>
    </section>
  );
}

function When({
  id,
  label,
  value,
  set,
}: {
  id: string;
  label: string;
  value: string | null;
  set: (value: string | null) => void;
}) {
  return (
    <label htmlFor={id}>
      {label}
      <input
        id={id}
        type="datetime-local"
        value={toInput(value)}
        onChange={(event) => set(fromInput(event.target.value))}
      />
    </label>
  );
}

const fromDraft = (draft: api.CaseWarning): api.NewDraft => ({
  content: draft.content,
  validFrom: draft.validFrom,
  validUntil: draft.validUntil,
  threatFrom: draft.threatFrom,
  threatUntil: draft.threatUntil,
  recipients: draft.recipients.map(({ id }) => id),
});

function fromWording({ proposal, assessment }: api.CasePage, messages: Message[]): api.NewDraft {
  const place = proposal?.place ?? null;
  return {
    content: {
      tlp: 'TLP:GREEN',
      messages,
      area: {
        name: place?.name ?? '',
        country: place?.country ?? null,
        lat: place?.lat ?? null,
        lon: place?.lon ?? null,
        radius: null,
      },
      severity: 'Extreme',
      urgency: 'Expected',
      likelihood: assessment?.likelihood ?? null,
    },
    validFrom: null,
    validUntil: null,
    threatFrom: null,
    threatUntil: null,
    recipients: [],
  };
}
