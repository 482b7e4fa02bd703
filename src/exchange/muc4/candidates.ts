/** Strings of a text that may fill a slot: noun groups without their determiners, names without titles, groups with "of". */
import type { Analysis } from '../../reading/analysis.js';
import type { Token } from '../../reading/doc.js';

export type Form = 'group' | 'name' | 'title' | 'of' | 'tail' | 'acronym';

export interface Candidate {
  /** Token span. */
  first: number;
  last: number;
  /** Token index of its head noun. */
  head: number;
  /** Token span of the whole noun group that it is cut from. */
  groupFirst: number;
  groupLast: number;
  form: Form;
  /** Are all its words names? */
  named: boolean;
  /** Its words as they stand, upper case, white space single. */
  text: string;
}

const MODIFIER = /^(?:JJ|JJR|JJS|NN|NNS|NNP|VBN|VBG|CD)$/;
const NOUN = /^(?:NN|NNS|NNP)$/;
const OPENER = /^(?:DT|PRP\$|CD)$/;
const QUANTIFIER = new Set(
  'several some many few more most least about approximately around other another certain various numerous same own such both all each every only at over nearly almost additional'.split(
    ' ',
  ),
);
/** Parts within a Spanish name: "BANCO DE COLOMBIA", "ORTEGA Y GASSET". */
const PARTICLE = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'san', 'el']);
export const TITLES = new Set(
  `mr mrs ms miss dr msgr monsignor father fr rev reverend sister brother bishop archbishop cardinal priest don dona
  gen general lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal brig brigadier adm admiral commander private
  president vice-president vice minister mayor governor senator deputy congressman representative councilman judge justice magistrate
  attorney lawyer prosecutor ambassador consul secretary director chairman leader chief professor engineer doctor
  journalist reporter newsman photographer cameraman businessman industrialist peasant student worker labor union policeman soldier guerrilla
  foreign interior defense attorney-general candidate presidential former retired citizen`.split(/\s+/),
);

/** All candidates of a text in order; those of one noun group stand together. */
export function findCandidates({ doc }: Analysis): Candidate[] {
  const { tokens } = doc;
  const out: Candidate[] = [];
  for (const { first, last } of doc.sentences) {
    let i = first;
    while (i < last) {
      const end = groupEnd(tokens, i, last);
      if (end === i) i++;
      else {
        addGroup(doc.text, tokens, i, end, last, out);
        i = end;
      }
    }
  }
  return out;
}

/** Where the noun group that begins at `i` ends; `i` where none does. */
function groupEnd(tokens: Token[], i: number, last: number): number {
  let j = i;
  let end = i;
  for (; j < last; j++) {
    const { pos, lower } = tokens[j]!;
    if (OPENER.test(pos) && j > i && pos !== 'CD' && !/^(?:no|la|el|los|las)$/.test(lower)) break;
    if (NOUN.test(pos)) end = j + 1;
    else if (MODIFIER.test(pos) || OPENER.test(pos) || QUANTIFIER.has(lower)) continue;
    else if (pos === 'POS' && end === j && NOUN.test(tokens[j + 1]?.pos ?? '')) continue;
    else if (pos === 'POS' && end === j && MODIFIER.test(tokens[j + 1]?.pos ?? '')) continue;
    else if (lower === '.' && j > i && j + 1 < last && abbreviates(tokens[j - 1]!) && MODIFIER.test(tokens[j + 1]!.pos))
      continue;
    else if (
      PARTICLE.has(lower) &&
      j > i &&
      tokens[j - 1]!.pos === 'NNP' &&
      j + 1 < last &&
      tokens[j + 1]!.pos === 'NNP'
    )
      continue;
    else break;
  }
  return end;
}

const abbreviates = ({ lower }: Token): boolean => lower.length === 1 || TITLES.has(lower) || lower === 'no';

const strippable = ({ pos, lower }: Token): boolean =>
  pos === 'DT' || pos === 'PRP$' || pos === 'CD' || QUANTIFIER.has(lower);

function addGroup(text: string, tokens: Token[], first: number, last: number, limit: number, out: Candidate[]): void {
  const head = last - 1;
  let start = first;
  while (start < head && strippable(tokens[start]!)) start++;
  const add = (from: number, to: number, at: number, form: Form): void => {
    if (from >= to) return;
    const named = tokens
      .slice(from, to)
      .every(({ pos, lower }) => pos === 'NNP' || PARTICLE.has(lower) || lower === '.');
    const words = wordsOf(text, tokens, from, to);
    out.push({ first: from, last: to, head: at, groupFirst: first, groupLast: last, form, named, text: words });
  };
  add(start, last, head, 'group');
  // "the guerrillas' camp": what stands behind the owner, and the owner himself.
  let cut = start;
  for (let i = start; i < last; i++)
    if (tokens[i]!.pos === 'POS') {
      add(cut, i, i - 1, 'group');
      cut = i + 1;
    }
  if (cut > start) add(cut, last, head, 'tail');
  // "SENATOR LUIS GALAN": title and name apart.
  let name = last;
  while (name > cut && isNamePart(tokens, name - 1, cut)) name--;
  while (name < last && (TITLES.has(tokens[name]!.lower) || tokens[name]!.lower === '.')) name++;
  if (name > cut && name < last) {
    add(name, last, head, 'name');
    let title = name;
    while (title > cut && tokens[title - 1]!.lower === '.') title--;
    add(cut, title, title - 1, 'title');
  }
  // "VISITING FOREIGN JOURNALISTS" → "FOREIGN JOURNALISTS", "JOURNALISTS".
  for (let i = cut + 1; i < last; i++) if (i !== name && tokens[i]!.lower !== '.') add(i, last, head, 'tail');
  let end = last;
  for (let hops = 0; hops < 3; hops++) {
    const next = tokens[end];
    if (!next || end >= limit || !/^(?:of|for|from|in|at|on|with|that)$/.test(next.lower)) break;
    const reach = groupEnd(tokens, end + 1, limit);
    if (reach === end + 1) break;
    end = reach;
    add(start, end, head, 'of');
    if (cut > start) add(cut, end, head, 'of');
  }
}

const isNamePart = (tokens: Token[], i: number, floor: number): boolean => {
  const { pos, lower } = tokens[i]!;
  if (pos === 'NNP') return true;
  if (i <= floor) return false;
  return (lower === '.' && tokens[i - 1]!.lower.length === 1) || PARTICLE.has(lower);
};

/** The words as they stand with single spaces, upper case. */
export function wordsOf(text: string, tokens: Token[], first: number, last: number): string {
  return text
    .slice(tokens[first]!.start, tokens[last - 1]!.end)
    .replace(/\s+/g, ' ')
    .toUpperCase();
}
