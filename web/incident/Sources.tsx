/** The numbered citations at the end: on paper they stand for the links. */
import { QuoteLink, sourceName } from '../parts/Links';
import { count } from '../parts/words';
import type { Citations } from './citations';

export function Sources({ citations }: { citations: Citations }) {
  return (
    <section className="sources" aria-labelledby="sources">
      <h2 id="sources">
        Sources <span className="tally">{citations.list.length}</span>
      </h2>
      <p className="hint">{count(citations.list.length, 'quote')}, each at its place in the report as received.</p>
      <ol>
        {citations.list.map((source, n) => (
          <li key={`${source.report}@${source.at[0]}-${source.at[1]}`} id={`source-${n + 1}`}>
            <QuoteLink source={source} />{' '}
            <span className="citation-source">
              {source.by && `${source.by.name}, in `}
              {sourceName(source)}
              <span className="report-id"> {source.report.replace(/^sha256:/, '').slice(0, 12)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
