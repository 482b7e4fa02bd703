/** The first stage: text → tokens, sentences, parts of speech. */
import type { Doc, Sentence, Token } from './doc.js';
import { CAPITALISED, type Form, formOf } from './forms.js';
import { recase, type Seen } from './recase.js';
import { findSentences } from './sentences.js';
import { tag } from './tagging.js';
import { tokenSpans } from './tokens.js';

/**
 * @param text the exact text; offsets count its UTF-16 code units
 * @param published ISO 8601 day, or null
 */
export function makeDoc(text: string, published: string | null): Doc {
  const spans = tokenSpans(text);
  const forms: Form[] = [];
  for (let i = 0; i < spans.length; i += 2) forms.push(formOf(text.slice(spans[i], spans[i + 1])));
  const sentences = findSentences(text, spans, forms);
  const tokens: Token[] = new Array(forms.length);
  const marks = new Int32Array(forms.length);
  for (let s = 0; s < sentences.length; s++) {
    const { first, last, upper } = sentences[s]!;
    for (let i = first; i < last; i++) {
      const form = forms[i]!;
      const { lower } = form;
      marks[i] = upper ? form.marks | CAPITALISED : form.marks;
      tokens[i] = {
        start: spans[2 * i]!,
        end: spans[2 * i + 1]!,
        text: form.text,
        lower,
        pos: '',
        lemma: lower,
        capital: !upper && form.capital,
        sentence: s,
        form,
      };
    }
  }
  if (sentences.some(({ upper }) => upper)) {
    const seen = writtenSmall(tokens, sentences);
    for (const sentence of sentences) if (sentence.upper) recase(tokens, sentence, seen);
  }
  const doc: Doc = { text, tokens, marks, sentences, published };
  tag(doc);
  return doc;
}

/** How the words of the sentences that are not all capitals are written there, their first words aside. */
function writtenSmall(tokens: Token[], sentences: Sentence[]): Seen {
  const seen = new Map<string, 'small' | 'capital'>();
  for (const { first, last, upper } of sentences) {
    if (upper) continue;
    for (let i = first + 1; i < last; i++) {
      const { lower, text, capital } = tokens[i]!;
      if (text.length < 3 || text === text.toUpperCase()) continue;
      if (!capital) seen.set(lower, 'small');
      else if (!seen.has(lower) && tokens[i - 1]!.text.length > 1) seen.set(lower, 'capital');
    }
  }
  return seen;
}
