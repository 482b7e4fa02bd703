/** The messages of a draft: one for each audience, in each language of the alert. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as api from '../api-duty';
import { AUDIENCE, isLanguage, SLOT } from './words';

export type Message = api.NewDraft['content']['messages'][number];
const SLOTS = ['headline', 'what', 'where', 'when', 'action', 'authority', 'contact'] as const;
const LABEL = { ...SLOT, headline: 'Headline (at most 160 characters)' };
const NO_WORDS = { headline: '', what: '', where: '', when: '', action: '', authority: '', contact: '' };

interface MessagesProps {
  /** Id of the case, whose proposal first wordings are filled from. */
  duty: string;
  messages: Message[];
  set: (messages: Message[]) => void;
}

export function Messages({ duty, messages, set }: MessagesProps) {
  const languages = [...new Set(messages.map(({ language }) => language))];
  return (
    <>
      {messages.map((message, index) => (
        <fieldset key={`${message.audience} ${message.language}`}>
          <legend>
            {AUDIENCE[message.audience]}, {message.language}
          </legend>
          {SLOTS.map((slot) => (
            <label key={slot} htmlFor={`m${index}-${slot}`}>
              {LABEL[slot]}
              <textarea
                id={`m${index}-${slot}`}
                lang={message.language}
                dir="auto"
                rows={slot === 'what' || slot === 'action' ? 3 : 1}
                maxLength={slot === 'headline' ? 160 : slot === 'what' || slot === 'action' ? 2000 : 500}
                value={message[slot]}
                onChange={(event) =>
                  set(messages.map((each, i) => (i === index ? { ...each, [slot]: event.target.value } : each)))
                }
              />
            </label>
          ))}
          {messages.length > 1 && (
            <button type="button" onClick={() => set(messages.filter((_, i) => i !== index))}>
              Leave this message out
            </button>
          )}
        </fieldset>
      ))}
      <Languages duty={duty} languages={languages} messages={messages} set={set} />
    </>
  );
}

/** Adds a language to the alert, worded from the desk's templates where it has them, or takes one out. */
function Languages({ duty, languages, messages, set }: MessagesProps & { languages: string[] }) {
  const [wanted, want] = useState('');
  const settings = useQuery(api.settings);
  const add = useMutation({
    mutationFn: (language: string) => api.wording(duty, language),
    onSuccess: ({ messages: worded }, language) => {
      const audiences = [...new Set(messages.map(({ audience }) => audience))];
      const added = audiences.map(
        (audience) => worded.find((each) => each.audience === audience) ?? { ...NO_WORDS, audience, language },
      );
      set([...messages, ...added]);
      want('');
    },
  });
  const language = wanted.trim();
  const valid = isLanguage(language) && !languages.includes(language);
  return (
    <fieldset>
      <legend>Languages</legend>
      {languages.length > 1 &&
        languages.map((each) => (
          <button key={each} type="button" onClick={() => set(messages.filter((message) => message.language !== each))}>
            Leave {each} out
          </button>
        ))}
      <label htmlFor="new-language">
        Another language, such as fr or pt-BR
        <input
          id="new-language"
          type="text"
          list="template-languages"
          autoComplete="off"
          value={wanted}
          onChange={(event) => want(event.target.value)}
        />
      </label>
      <datalist id="template-languages">
        {Object.keys(settings.data?.templates ?? {}).map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <p className="hint">Each recipient is told in their own language where the alert has it, else in all of them.</p>
      {add.isError && <p role="alert">{add.error.message}</p>}
      <button type="button" disabled={!valid || add.isPending} onClick={() => add.mutate(language)}>
        Add the language
      </button>
    </fieldset>
  );
}
