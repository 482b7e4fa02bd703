import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printReading } from '../../src/cli/print-reading.js';
import { Reading } from '../../src/reading/schema.js';

const PLAIN = { colour: false, width: 80 };

const TEXT = `Gunmen killed at least 60 people in a concert hall in Krasnogorsk on 22 March. Islamic State claimed the attack.
The embassy warned citizens on 7 March to avoid concerts for 48 hours. Ukraine denied any part in it.`;
const at = (words: string): [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];

/** A reading of one made-up report with one statement of each kind; `name` stands for the group's. */
const reading = (name = 'Islamic State', text = TEXT): Reading =>
  Reading.parse({
    schema: 'tocsin.reading/1',
    report: {
      id: 'sha256:00',
      file: 'a.txt',
      title: null,
      published: '2024-03-23',
      publisher: 'Harbour News',
      url: null,
      language: 'en',
      text,
    },
    actors: [
      { id: 'a1', kind: 'group', key: 'isis', name, aliases: [name], mentions: [at('Islamic State')] },
      { id: 'a2', kind: 'government', key: 'gov-ua', name: 'Ukraine', aliases: [], mentions: [at('Ukraine')] },
      { id: 'a3', kind: 'agency', key: null, name: 'embassy', aliases: [], mentions: [at('embassy')] },
      { id: 'a4', kind: 'population', key: null, name: 'citizens', aliases: [], mentions: [at('citizens')] },
    ],
    places: [
      {
        id: 'p1',
        key: null,
        name: 'Krasnogorsk',
        precision: 'city',
        country: 'RU',
        lat: 55.8,
        lon: 37.3,
        mentions: [at('Krasnogorsk')],
      },
    ],
    incidents: [
      {
        id: 'i1',
        type: 'armed-assault',
        status: 'occurred',
        date: { start: '2024-03-22', end: '2024-03-22', at: at('22 March') },
        place: 'p1',
        site: { text: 'concert hall', at: at('concert hall') },
        weapons: [],
        perpetrators: { groups: ['a1'], individuals: [{ text: 'Gunmen', at: at('Gunmen') }] },
        targets: [],
        victims: [
          {
            text: 'people',
            type: 'private-citizens',
            outcome: 'killed',
            count: { min: 60, max: null, at: at('at least 60') },
            at: at('people'),
          },
        ],
        killed: { min: 60, max: null, at: at('at least 60') },
        injured: null,
        suicide: false,
        evidence: [at('Gunmen killed at least 60 people in a concert hall in Krasnogorsk on 22 March.')],
      },
    ],
    attributions: [
      { incident: 'i1', actor: 'a1', stance: 'claimed', by: 'a1', evidence: [at('Islamic State claimed the attack.')] },
      { incident: 'i1', actor: 'a2', stance: 'denied', by: 'a2', evidence: [at('Ukraine denied any part in it.')] },
    ],
    warnings: [
      {
        issuer: 'a3',
        recipients: ['a4'],
        audience: 'public',
        issued: { start: '2024-03-07', end: '2024-03-07', at: at('7 March') },
        about: {
          actor: null,
          place: null,
          targets: ['concerts'],
          window: { start: '2024-03-07', end: '2024-03-09', at: at('48 hours') },
        },
        advice: 'avoid concerts',
        authority: null,
        evidence: [at('The embassy warned citizens on 7 March to avoid concerts for 48 hours.')],
      },
    ],
    threats: [
      {
        actor: 'a1',
        type: 'intent',
        against: ['people'],
        place: null,
        by: null,
        horizon: null,
        evidence: [at('Gunmen')],
      },
    ],
    responses: [
      {
        type: 'security-measure',
        by: 'a3',
        against: [],
        incident: 'i1',
        place: null,
        date: null,
        evidence: [at('embassy')],
      },
    ],
    relations: [
      { from: 'a1', type: 'operates-in', to: 'p1', toText: null, since: null, evidence: [at('Krasnogorsk')] },
    ],
  });

const nothing = (report: Partial<Reading['report']>): Reading => {
  const full = reading();
  return {
    ...full,
    report: { ...full.report, ...report },
    ...{
      actors: [],
      places: [],
      incidents: [],
      attributions: [],
      warnings: [],
      threats: [],
      responses: [],
      relations: [],
    },
  };
};

describe('a reading for people', () => {
  it('says each statement in plain words, with its slots and its quote', () => {
    expect(printReading(reading(), PLAIN)).toBe(`a.txt
Harbour News · 23 March 2024

INCIDENTS (1)

  Armed assault, Krasnogorsk, Russia, 22 March 2024 (i1)
    status      occurred
    site        concert hall
    killed      at least 60
    attackers   Islamic State; Gunmen
    victims     people (private-citizens, killed, at least 60)
    │ Gunmen killed at least 60 people in a concert hall in Krasnogorsk on 22
    │ March.

ATTRIBUTIONS (2)

  Islamic State claims it
    incident    Armed assault, Krasnogorsk, Russia, 22 March 2024 (i1)
    │ Islamic State claimed the attack.

  Ukraine denies a part in it
    incident    Armed assault, Krasnogorsk, Russia, 22 March 2024 (i1)
    │ Ukraine denied any part in it.

WARNINGS (1)

  Warning by embassy to citizens
    issued      7 March 2024
    audience    public
    targets     concerts
    window      7 to 9 March 2024
    advice      avoid concerts
    │ The embassy warned citizens on 7 March to avoid concerts for 48 hours.

THREATS (1)

  Islamic State: intent
    against     people
    says who    the report itself
    │ Gunmen

RESPONSES (1)

  Security measure, by embassy
    incident    Armed assault, Krasnogorsk, Russia, 22 March 2024 (i1)
    │ embassy

RELATIONS (1)

  Islamic State operates in Krasnogorsk, Russia
    │ Krasnogorsk
`);
  });

  it('says plainly when nothing was found, and why that may be', () => {
    const printed = (report: Partial<Reading['report']>) => printReading(nothing(report), PLAIN).replace(/\s+/g, ' ');
    expect(printed({})).toContain('No incidents, attributions, warnings, threats, responses or relations found.');
    expect(printed({ language: 'de' })).toContain('The text seems to be in German;');
    expect(printed({ published: null })).toMatch(/day of publication unknown.*--published/);
  });

  it('is coloured only where asked', () => {
    expect(printReading(reading(), PLAIN)).not.toContain('\x1b');
    const coloured = printReading(reading(), { colour: true, width: 80 });
    expect(coloured).toContain('\x1b[1m');
    expect(stripVTControlCharacters(coloured)).toBe(printReading(reading(), PLAIN));
  });

  it('keeps to the width of the terminal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 200 }), (width) => {
        const lines = printReading(reading(), { colour: false, width }).split('\n');
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('never lets the report steer the terminal', () => {
    const evil = '\x1b]0;owned\x07\x1b[2J\x9b31m\u202eIslamic State\r\n';
    const text = TEXT.replace('Islamic State', evil.slice(0, 13));
    const printed = printReading(
      { ...reading(evil, text), report: { ...reading().report, text, title: evil, publisher: evil, file: evil } },
      PLAIN,
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(printed).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
  });
});
