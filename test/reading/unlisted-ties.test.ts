/** Groups that no list knows by what stands beside one of their mentions, and the ways of a tie that lean on them. */
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/catalogue.js';
import { read } from '../../src/reading/read.js';
import { reportOf } from './report.js';

function readingOf(text: string): { groups: string[]; ties: string[] } {
  const { actors, places, relations } = read(reportOf(text));
  const name = (id: string | null): string => [...actors, ...places].find((each) => each.id === id)?.name ?? '-';
  return {
    groups: actors.filter(({ kind }) => kind === 'group').map((actor) => actor.name),
    ties: relations.map(({ from, type, to, toText }) => `${name(from)} ${type} ${toText ?? name(to)}`),
  };
}

it.each([
  [
    'by whom it is led',
    'Grey Harvest, led by a former sergeant, held the ridge. Villagers fear Grey Harvest.',
    'Grey Harvest',
  ],
  ['by what it is said to be', 'Stone Lantern is a militia of deserters that robs convoys.', 'Stone Lantern'],
  ['by who fights for it', 'Two gunmen were fighters of Amber Dawn, the army said.', 'Amber Dawn'],
  [
    'by an acronym over small words',
    'The Conseil populaire pour la défense du Lomé (CPDL) shelled the post.',
    'Conseil populaire pour la défense du Lomé',
  ],
])('knows a group %s', (_, text, group) => {
  expect(readingOf(text).groups).toContain(group);
});

it.each([
  ['a person', 'Police met members of Maria Lindqvist’s family. She was led by Omar Hassan to the door.'],
  ['a place', 'Fighters left Green Valley on Monday and crossed the river.'],
  ['an army’s battalion', 'Troops of the 46th Infantry Battalion arrested two men in Samar.'],
])('takes %s for no group', (_, text) => {
  expect(readingOf(text).groups).toEqual([]);
});

describe('ties', () => {
  it.each([
    ['Command of Boko Haram passed to Abubakar Shekau in 2009.', 'Boko Haram led-by Abubakar Shekau'],
    ['Isnilon Hapilon swore an oath to Abu Bakr al-Baghdadi.', 'Isnilon Hapilon allegiance-to Abu Bakr al-Baghdadi'],
    ['Al-Shabaab is present in Kirkuk, Diyala and Mosul.', 'Al-Shabaab operates-in Diyala'],
    ['Radullan Sahiron, a hitman of Abu Sayyaf, was killed.', 'Radullan Sahiron member-of Abu Sayyaf Group'],
    [
      'The MRTA was born of a merger between the ELN and the M-19.',
      'Túpac Amaru Revolutionary Movement founded-by M-19',
    ],
  ])('%s', (text, tie) => {
    expect(readingOf(text).ties).toContain(tie);
  });

  it('runs camps without ruling the country', () => {
    expect(readingOf('Al-Shabaab runs camps in Somalia.').ties).not.toContain('Al-Shabaab controls Somalia');
  });
});

it('takes no word in small letters for a short acronym', () => {
  const known = (written?: string) => loadCatalogue().actorsNamed('mir', written).length;
  expect(known('MIR')).toBeGreaterThan(0);
  expect(known()).toBeGreaterThan(0);
  expect(known('Mir')).toBe(0);
});
