/** Every value of one slot with each source that gives it: who says so, in which report, in which words. */
import type { Source } from '../../src/picture/schema';
import { Entity, QuoteLink, sourceName } from '../parts/Links';
import { count } from '../parts/words';
import type { Citations, SlotName } from './citations';
import { SLOT_TITLE, type SlotValue, saidId } from './slots';

interface Props {
  slot: SlotName;
  values: SlotValue[];
  /** Whether several values contradict each other. */
  single: boolean;
  citations: Citations;
}

const byDay = (a: Source, b: Source) => (a.published ?? '9999').localeCompare(b.published ?? '9999');

export function SaidTable({ slot, values, single, citations }: Props) {
  const id = saidId(slot);
  const disputed = single && values.length > 1;
  return (
    <details className={disputed ? 'said is-disputed' : 'said'} open={disputed}>
      <summary>
        <h3 id={id}>{SLOT_TITLE[slot]}</h3>
        <span className={disputed ? 'disputed' : 'hint'}>
          {count(values.length, 'value')}
          {disputed && ', the first is held'}
        </span>
      </summary>
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
                      {value.origins > 1 && (
                        <span className="note">
                          {count(value.origins, 'origin')}
                          {value.origins > value.sources.length && `, ${value.sources.length} shown`}
                        </span>
                      )}
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
    </details>
  );
}
