/** Words of a report in which something was found, as a link to their exact place. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Found, Passage } from '../../src/desk/schema';

type Understood = Found['understood'];

interface Props {
  passage: Passage;
  report: string;
  /** `i1`: the statement that it is a quote of. */
  number?: string;
}

export function PassageLink({ passage: { at, text, marks }, report, number }: Props) {
  const parts: ReactNode[] = [];
  let from = at[0];
  for (const mark of marks) {
    parts.push(text.slice(from - at[0], mark.at[0] - at[0]));
    parts.push(<mark key={mark.at[0]}>{text.slice(mark.at[0] - at[0], mark.at[1] - at[0])}</mark>);
    from = mark.at[1];
  }
  parts.push(text.slice(from - at[0]));
  return (
    <Link
      className="quote"
      to="/reports/$id"
      params={{ id: report }}
      search={{ at: `${at[0]}-${at[1]}` }}
      hash={number ?? ''}
      state={{ quote: text }}
    >
      <span className="quote-words">
        “<q>{parts}</q>”
      </span>
    </Link>
  );
}

/** For each name by which something was found under another: what stands there, and whom or what both mean. */
export function Why({ passages, understood }: { passages: readonly Passage[]; understood: Understood }) {
  const names = new Map(understood.flatMap(({ meant }) => meant.map(({ id, name }) => [id, name])));
  const lines = new Map<string, ReactNode>();
  for (const { text, at, marks } of passages)
    for (const { at: span, term, entity } of marks) {
      const words = text.slice(span[0] - at[0], span[1] - at[0]);
      if (entity === null || words.toLowerCase() === term.toLowerCase()) continue;
      const name = names.get(entity);
      lines.set(
        `${words} ${term}`,
        <>
          “{words}” for “{term}”{name !== undefined && name !== words && ` (${name})`}
        </>,
      );
    }
  const met = new Set(passages.flatMap(({ marks }) => marks.map(({ term }) => term)));
  for (const { text, not } of understood)
    if (!not && !met.has(text)) lines.set(text, <>“{text}” by what it is read as, not by a word in the quote</>);
  if (lines.size === 0) return null;
  return (
    <ul className="why-found hint" aria-label="Why it was found">
      {[...lines].slice(0, 6).map(([key, line]) => (
        <li key={key}>{line}</li>
      ))}
    </ul>
  );
}
