/** Who says who did it, and how firmly: one row a speaker, one column an actor. */
import type { IncidentPage } from '../../src/desk/schema';
import { Entity, QuotePlace } from '../parts/Links';
import { STANCE } from '../parts/words';
import type { Citations } from './citations';

type Matrix = IncidentPage['matrix'];
type Stances = Matrix['cells'][number]['stances'];

export function Attributions({ matrix, citations }: { matrix: Matrix; citations: Citations }) {
  const { actors, speakers, cells } = matrix;
  const keyOf = (speaker: string, actor: string) => `${speaker} ${actor}`;
  const said = new Map(cells.map((cell) => [keyOf(cell.speaker, cell.actor), cell.stances]));
  return (
    <section aria-labelledby="attributions">
      <h2 id="attributions">Who says who did it</h2>
      <p className="hint">Each number leads to the sentence; they are those of the sources below.</p>
      <div className="table-scroll">
        <table className="table matrix">
          <thead>
            <tr>
              <th scope="col">Said by</th>
              {actors.map((actor) => (
                <th scope="col" key={actor.id}>
                  <Entity entity={actor} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {speakers.map(({ key, by, publisher }) => (
              <tr key={key}>
                <th scope="row">
                  {by ? (
                    <Entity entity={by} />
                  ) : (
                    <span className="own-voice">{publisher ?? 'Unnamed publishers'}, in its own voice</span>
                  )}
                </th>
                {actors.map((actor) => (
                  <td key={actor.id} data-label={actor.name}>
                    <Cell said={said.get(keyOf(key, actor.id))} citations={citations} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({ said, citations }: { said: Stances | undefined; citations: Citations }) {
  if (!said) return <span className="none">–</span>;
  return (
    <ul>
      {said.map(({ stance, sources }) => (
        <li key={stance}>
          <span className={`stance is-${stance}`}>{STANCE[stance]}</span>
          <sup>
            {sources.map((source) => (
              <QuotePlace key={`${source.statement}@${source.at[0]}`} source={source}>
                {citations.numberOf(source)}
              </QuotePlace>
            ))}
          </sup>
        </li>
      ))}
    </ul>
  );
}
