/** Who says who did it, and how firmly: one row a speaker, one column an actor. */
import type { PictureIncident } from '../../src/desk/schema';
import type { EntityRef } from '../../src/picture/schema';
import { Entity, QuoteLink, sourceName } from '../parts/Links';
import { count, STANCE } from '../parts/words';
import type { Citations } from './citations';

type Attribution = PictureIncident['attributions'][number];

const OWN_VOICE = 'report';
const speakerId = ({ value }: Attribution) => value.by?.id ?? OWN_VOICE;

export function Attributions({ incident, citations }: { incident: PictureIncident; citations: Citations }) {
  const { attributions } = incident;
  const actors = unique(attributions.map(({ value }) => value.actor));
  const speakers = [...new Set(attributions.map(speakerId))];
  const speakerOf = (id: string) => attributions.find((one) => speakerId(one) === id)?.value.by ?? null;
  return (
    <section aria-labelledby="attributions">
      <h2 id="attributions">Who says who did it</h2>
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
            {speakers.map((id) => {
              const speaker = speakerOf(id);
              return (
                <tr key={id}>
                  <th scope="row">
                    {speaker ? (
                      <Entity entity={speaker} />
                    ) : (
                      <span className="own-voice">Reports in their own voice</span>
                    )}
                  </th>
                  {actors.map((actor) => (
                    <td key={actor.id} data-label={actor.name}>
                      <Cell
                        said={attributions.filter((one) => speakerId(one) === id && one.value.actor.id === actor.id)}
                        citations={citations}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({ said, citations }: { said: Attribution[]; citations: Citations }) {
  if (!said.length) return <span className="none">–</span>;
  return (
    <ul>
      {said.map(({ value, sources, origins }) => (
        <li key={value.stance}>
          <span className={`stance is-${value.stance}`}>{STANCE[value.stance]}</span>
          {origins > 1 && <span className="note">{count(origins, 'origin')}</span>}
          {sources.map((source) => (
            <span className="citation" key={`${source.statement}@${source.at[0]}`}>
              <QuoteLink source={source} number={citations.numberOf(source)} />
              <span className="citation-source">{sourceName(source)}</span>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function unique(entities: EntityRef[]): EntityRef[] {
  return [...new Map(entities.map((entity) => [entity.id, entity])).values()];
}
