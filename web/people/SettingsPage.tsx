/** The desk's own limits and templates. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as api from '../api-duty';
import { AUDIENCE, isLanguage } from '../cases/words';
import { Failure, Loading } from '../parts/States';
import { Title } from '../parts/Title';

const STAGE: Record<string, string> = {
  recognise: 'From the first report to a case',
  decide: 'From the case to the decision',
  release: 'From the decision to the release',
  deliver: 'From the release to the last recipient',
  acknowledge: 'From the release to the last acknowledgement',
  approve: 'From an emergency release to its second approval',
};

export function SettingsPage() {
  const found = useQuery(api.settings);
  if (found.isError) return <Failure error={found.error} what="list of settings" />;
  if (!found.data) return <Loading what="settings" />;
  return (
    <div className="page">
      <Title>Settings</Title>
      <Limits now={found.data.limits} />
      <Templates now={found.data.templates} />
    </div>
  );
}

function useSave<T>(save: (value: T) => Promise<api.Settings>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: save, onSuccess: (after) => queries.setQueryData(api.settings.queryKey, after) });
}

function Limits({ now }: { now: api.Settings['limits'] }) {
  const [value, edit] = useState<Record<string, number>>(now);
  const save = useSave(api.setLimits);
  return (
    <form
      className="form narrow"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(value as api.Settings['limits']);
      }}
    >
      <h2>Limits, in minutes</h2>
      {Object.entries(value).map(([stage, minutes]) => (
        <label key={stage} htmlFor={`limit-${stage}`}>
          {STAGE[stage]}
          <input
            id={`limit-${stage}`}
            type="text"
            inputMode="numeric"
            value={minutes}
            onChange={(event) => edit({ ...value, [stage]: Number(event.target.value) || 0 })}
          />
        </label>
      ))}
      {save.isError && <p role="alert">{save.error.message}</p>}
      {save.isSuccess && <p role="status">Saved.</p>}
      <button type="submit">Save the limits</button>
    </form>
  );
}

function Templates({ now }: { now: api.Settings['templates'] }) {
  const [value, edit] = useState(now);
  const save = useSave(api.setTemplates);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(value);
      }}
    >
      <h2>Templates</h2>
      <p className="hint">
        {
          '{targets}, {place}, {window} and {actor} are filled in from the case; what stands in [brackets] must be replaced by hand.'
        }
      </p>
      {Object.entries(value).flatMap(([language, byAudience]) =>
        Object.entries(byAudience).map(([audience, template]) => (
          <details key={`${language} ${audience}`}>
            <summary>
              {AUDIENCE[audience as keyof typeof AUDIENCE]}, {language}
            </summary>
            {Object.entries(template).map(([slot, text]) => (
              <label key={slot} htmlFor={`${language}-${audience}-${slot}`}>
                {slot}
                <textarea
                  id={`${language}-${audience}-${slot}`}
                  lang={language}
                  rows={2}
                  value={text}
                  onChange={(event) =>
                    edit({
                      ...value,
                      [language]: { ...byAudience, [audience]: { ...template, [slot]: event.target.value } },
                    } as typeof value)
                  }
                />
              </label>
            ))}
          </details>
        )),
      )}
      <NewLanguage
        taken={Object.keys(value)}
        add={(language) => edit({ ...value, [language]: structuredClone(value.en ?? {}) })}
      />
      {save.isError && <p role="alert">{save.error.message}</p>}
      {save.isSuccess && <p role="status">Saved.</p>}
      <button type="submit">Save the templates</button>
    </form>
  );
}

/** A language's templates begin as the English ones, to be put into it. */
function NewLanguage({ taken, add }: { taken: string[]; add: (language: string) => void }) {
  const [wanted, want] = useState('');
  const valid = isLanguage(wanted) && !taken.includes(wanted);
  return (
    <div className="narrow">
      <label htmlFor="template-language">
        Another language, such as ar or pt-BR
        <input
          id="template-language"
          type="text"
          autoComplete="off"
          value={wanted}
          onChange={(event) => want(event.target.value.trim())}
        />
      </label>
      <button
        type="button"
        disabled={!valid}
        onClick={() => {
          add(wanted);
          want('');
        }}
      >
        Add the language
      </button>
    </div>
  );
}
