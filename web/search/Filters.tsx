/** What narrows a search besides its words. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { sources } from '../api';
import { showTime } from '../parts/dates';
import { CREDIBILITY, RELIABILITY } from '../parts/Grade';
import { STATUS } from '../parts/words';
import { type Address, FILTERS, KINDS } from './address';

interface Props {
  address: Address;
  set: (change: Partial<Address>) => void;
}

export function Filters({ address, set }: Props) {
  const publishers = useInfiniteQuery(sources);
  const on = FILTERS.filter((filter) => address[filter] !== undefined);
  const letter = address.grade?.match(/[A-F]/)?.[0] ?? '';
  const number = address.grade?.match(/\d/)?.[0] ?? '';
  const what = address.what ?? 'incidents';
  return (
    <details className="search-filters" open={on.length > 0}>
      <summary>Filters{on.length > 0 && ` (${on.length})`}</summary>
      <div className="search-fields">
        <Text label="Place or country" value={address.place} set={(place) => set({ place })} />
        <Text label="Group" value={address.group} set={(group) => set({ group })} />
        <Text
          label={what === 'incidents' ? 'Happened from' : 'Published from'}
          type="date"
          value={address.from}
          set={(from) => set({ from })}
        />
        <Text label="to" type="date" value={address.to} set={(to) => set({ to })} />
        {what !== 'reports' && (
          <Choice label="Status" value={address.status} of={STATUS} set={(status) => set({ status })} />
        )}
        {what === 'statements' && <Choice label="Kind" value={address.kind} of={KINDS} set={(kind) => set({ kind })} />}
        <label className="field">
          Source
          <input
            key={address.publisher}
            defaultValue={address.publisher}
            list="publishers"
            onBlur={(event) => set({ publisher: event.target.value || undefined })}
          />
          <datalist id="publishers">
            {publishers.data?.pages.flatMap(({ items }) =>
              items.map(({ publisher }) => <option key={publisher} value={publisher} />),
            )}
          </datalist>
        </label>
        <Choice
          label="Source is at least"
          value={letter}
          of={named(RELIABILITY, 'F')}
          set={(chosen) => set({ grade: `${chosen ?? ''}${number}` || undefined })}
        />
        {what !== 'reports' && (
          <Choice
            label="What is said is at least"
            value={number}
            of={named(CREDIBILITY, '6')}
            set={(chosen) => set({ grade: `${letter}${chosen ?? ''}` || undefined })}
          />
        )}
      </div>
      {address.since && <p className="hint">Only what reports received since {showTime(address.since)} say.</p>}
      {on.length > 0 && (
        <button
          type="button"
          onClick={() => set(Object.fromEntries(FILTERS.map((filter) => [filter, undefined])) as Partial<Address>)}
        >
          Clear the filters
        </button>
      )}
    </details>
  );
}

/** "B – usually reliable"; the last, which all are, is left out. */
const named = (words: Record<string, string>, all: string) =>
  Object.fromEntries(
    Object.entries(words).flatMap(([grade, says]) => (grade === all ? [] : [[grade, `${grade} – ${says}`]])),
  );

interface TextProps {
  label: string;
  type?: 'text' | 'date';
  value: string | undefined;
  set: (value: string | undefined) => void;
}

/** Set when it is left or Enter is pressed; what stands in the address stands in it. */
function Text({ label, type = 'text', value, set }: TextProps) {
  return (
    <label className="field">
      {label}
      <input
        key={value}
        type={type}
        defaultValue={value}
        onBlur={(event) => set(event.target.value.trim() || undefined)}
        onKeyDown={(event) => event.key === 'Enter' && set(event.currentTarget.value.trim() || undefined)}
      />
    </label>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  of: Readonly<Record<string, string>>;
  set: (value: string | undefined) => void;
}

function Choice({ label, value, of, set }: ChoiceProps) {
  return (
    <label className="field">
      {label}
      <select value={value ?? ''} onChange={(event) => set(event.target.value || undefined)}>
        <option value="">any</option>
        {Object.entries(of).map(([key, says]) => (
          <option key={key} value={key}>
            {says}
          </option>
        ))}
      </select>
    </label>
  );
}
