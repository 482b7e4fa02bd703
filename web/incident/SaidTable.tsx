/** Every value of one slot with each source that gives it: who says so, in which report, in which words. */
import type { Source } from '../../src/picture/schema';
import { Entity, QuoteLink, sourceName } from '../parts/Links';
import { count } from '../parts/words';
import type { Citations, SlotName } from './citations';
import type { SlotValue } from './slots';

interface Props {
  slot: SlotName;
  title: string;
  values: SlotValue[];
  /** Whether several values contradict each other. */
  single: boolean;
  citations: Citations;
}

const byDay = (a: Source, b: Source) => (a.published ?? '9999').localeCompare(b.published ?? '9999');

export function SaidTable({ slot, title, values, single, citations }: Props) {
  const id = `said-${title.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <div className={single && values.length > 1 ? 'said is-disputed' : 'said'}>
      <h3 id={id}>
        {title}
        {single && values.length > 1 && (
          <span className="disputed">{count(values.length, 'value')}, the first is held</span>
        )}
      </h3>
      <div className="table-scroll">
        <table className="table said-table" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">Value</th>
              <th scope="col">Quote</th>
              <th scope="col">Said by</th>
              <th scope="col">Report</th>
            </tr>
          </thead>
          {values.map((value, n) => (
            <tbody key={value.key} className={single && n > 0 ? 'is-other' : undefined}>
              {[...value.sources].sort(byDay).map((source, row) => (
                <tr key={`${source.statement}@${source.at[0]}`}>
                  {row === 0 && (
                    <th scope="rowgroup" rowSpan={value.sources.length}>
                      {value.shown}
                      {value.sources.length > 1 && <span className="note">{count(value.origins, 'origin')}</span>}
                    </th>
                  )}
                  <td
                    className={citations.isFirst(source, slot) ? 'quote-cell' : 'quote-cell is-again'}
                    title={source.quote}
                  >
                    <QuoteLink source={source} number={citations.numberOf(source)} />
                  </td>
                  <td>{source.by ? <Entity entity={source.by} /> : <span className="none">the report itself</span>}</td>
                  <td>{sourceName(source)}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </div>
  );
}
