/** Paste a report, or drop files: what becomes of each is shown in place. */
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type DragEvent, type FormEvent, useId, useRef, useState } from 'react';
import type { Accepted, NewReport } from '../../src/desk/schema';
import * as api from '../api';
import { count } from '../parts/words';

interface Handed {
  key: number;
  name: string;
  accepted?: Accepted;
  error?: string;
}

/** `NAME.meta.json` says of `NAME.txt` what is known of it: it goes with its report. */
const isMeta = ({ name }: File) => /\.meta\.json$/i.test(name);
const metaName = ({ name }: File) => `${name.replace(/\.[^.]+$/, '')}.meta.json`;

/** Files sent at a time. */
const AT_ONCE = 2;

/** @param folded whether the box to paste into opens only when asked for */
export function AddReport({ onDone, folded }: { onDone?: () => void; folded?: boolean }) {
  const [handed, setHanded] = useState<Handed[]>([]);
  const next = useRef(0);
  const queries = useQueryClient();

  const settle = (key: number, result: Partial<Handed>) =>
    setHanded((all) => all.map((one) => (one.key === key ? { ...one, ...result } : one)));

  async function send(files: File[]) {
    const metas = new Map(files.filter(isMeta).map((file) => [file.name, file]));
    const queue = files
      .filter((file) => !isMeta(file))
      .map((file) => ({ file, key: next.current++, meta: metas.get(metaName(file)) }));
    const waiting = queue.map(({ file, key }) => ({ key, name: file.name }));
    setHanded((all) => [...waiting, ...all]);
    const work = async () => {
      for (let one = queue.shift(); one; one = queue.shift()) {
        const { key, file, meta } = one;
        await api.addFile(file, meta).then(
          (accepted) => settle(key, { accepted }),
          (error: Error) => settle(key, { error: error.message }),
        );
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await queries.invalidateQueries();
  }

  return (
    <div className="add-report">
      {folded ? (
        <details>
          <summary>Paste a report</summary>
          <PasteForm onDone={onDone} />
        </details>
      ) : (
        <PasteForm onDone={onDone} />
      )}
      <DropZone onFiles={(files) => void send(files)} />
      {handed.length > 0 && <Results handed={handed} onDone={onDone} />}
    </div>
  );
}

function PasteForm({ onDone }: { onDone?: () => void }) {
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const id = useId();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const field = (name: string) => String(data.get(name) ?? '').trim() || null;
    const text = String(data.get('text') ?? '');
    if (!text.trim()) {
      setError('There is nothing to read yet: paste a report first.');
      form.querySelector('textarea')?.focus();
      return;
    }
    const report: NewReport = {
      text,
      title: field('title'),
      published: field('published'),
      publisher: field('publisher'),
      url: field('url'),
    };
    setBusy(true);
    setError(null);
    try {
      const accepted = await api.addReport(report);
      form.reset();
      void queries.invalidateQueries();
      await navigate({ to: '/reports/$id', params: { id: accepted.id } });
      onDone?.();
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : String(cause));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="paste" onSubmit={(event) => void submit(event)}>
      <label className="field field-text">
        <span>Paste a report</span>
        <textarea
          name="text"
          rows={6}
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
      </label>
      <div className="fields">
        <label className="field">
          <span>Published</span>
          <input name="published" type="date" />
        </label>
        <label className="field">
          <span>Publisher</span>
          <input name="publisher" maxLength={200} autoComplete="off" />
        </label>
        <label className="field is-long">
          <span>Title</span>
          <input name="title" maxLength={500} autoComplete="off" />
        </label>
        <label className="field is-long">
          <span>Address</span>
          <input name="url" type="url" maxLength={2000} placeholder="https://…" autoComplete="off" />
        </label>
      </div>
      {error && (
        <p className="error" role="alert" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div className="actions">
        <button type="submit" className="primary" disabled={busy}>
          {busy ? 'Reading…' : 'Read it'}
        </button>
        <span className="hint">
          All but the text may stay empty. Without the day of publication, “yesterday” and “on Friday” get no date.
        </span>
      </div>
    </form>
  );
}

function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <label
      className={over ? 'drop is-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        multiple
        accept=".txt,.md,.markdown,.html,.htm,.json,text/plain,text/markdown,text/html"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <span>
        <strong>Drop files here</strong>, or choose them
      </span>
      <span className="hint">Plain text, Markdown or HTML; as many as you like</span>
    </label>
  );
}

function Results({ handed, onDone }: { handed: Handed[]; onDone?: () => void }) {
  const done = handed.filter((one) => one.accepted || one.error).length;
  return (
    <section className="results" aria-label="Files handed in">
      <p role="status">
        {done} of {count(handed.length, 'file')} read
      </p>
      <ul>
        {handed.map((one) => (
          <li key={one.key}>
            {one.accepted ? (
              <Link to="/reports/$id" params={{ id: one.accepted.id }} onClick={onDone}>
                {one.name}
              </Link>
            ) : (
              <span className="name">{one.name}</span>
            )}
            {one.error && (
              <span className="error" role="alert">
                {one.error}
              </span>
            )}
            {one.accepted && <span className="hint">{outcome(one.accepted)}</span>}
            {!one.accepted && !one.error && <span className="hint">waiting…</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function outcome(accepted: Accepted): string {
  if (!accepted.new) return already(accepted);
  const total = Object.values(accepted.summary.statements).reduce((sum, n) => sum + n, 0);
  return total === 0 ? 'read, no statements' : `read, ${count(total, 'statement')}`;
}

function already({ differs }: Accepted): string {
  if (!differs.length) return 'was here already';
  const kept = differs.map(({ name, kept }) => `${name} stays ${kept ?? 'not stated'}`);
  return `was here already; ${kept.join(', ')}`;
}
