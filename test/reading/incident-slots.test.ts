import { describe, expect, it } from 'vitest';
import { read } from '../../src/reading/read.js';
import type { Incident } from '../../src/reading/schema.js';
import { reportOf } from './report.js';

const PUBLISHED = '2023-03-14'; // a Tuesday

const incidentsOf = (text: string): Incident[] => read(reportOf(text, PUBLISHED)).incidents;
const hit = ({ targets, victims }: Incident): string[] => [...targets, ...victims].map(({ text }) => text);

describe('what was hit and where', () => {
  it.each([
    ['On Sunday masked men set alight a health post and two huts near Goma.', ['health post', 'huts']],
    ['On Sunday the car of a councillor was set on fire by masked men in Gao.', ['car']],
    ['Two shells struck a camp near Kaya on Sunday and killed five children, rebels said.', ['camp', 'children']],
    ['Mortar rounds fell on the airport of Kismayo on Sunday, killing a porter.', ['airport']],
    ['Militants drove a lorry into a group of joggers in Lyon on Monday.', ['joggers']],
    ['A parcel bomb left in front of a bakery in Lyon went off on Monday.', ['bakery']],
    ['Militants rammed a lorry into a bus full of pilgrims in Gao on Monday.', ['bus', 'pilgrims']],
    ['Gunmen stormed a hotel in Gao on Sunday. The dead include a clan elder and two waiters.', ['waiters']],
    ['A bomb tore through a fish and vegetable market in Quetta on Monday, killing nine.', ['vegetable market']],
    ['An arsonist started a fire at a mosque in Lyon on Monday, police said; they suspect an extremist.', ['mosque']],
    ['On Sunday a truck mowed down revellers in Nice, an act of terrorism.', ['revellers']],
  ])('%s', (text, expected) => {
    const [incident] = incidentsOf(text);
    expect(hit(incident!)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['Three gunmen died in the Riga bus station shooting on Monday, police said.', 'Riga bus station'],
    ['On Monday a bomber set off the explosives fixed to his chest in the middle of a wedding in Kaya.', 'wedding'],
  ])('has its site: %s', (text, site) => {
    expect(incidentsOf(text)[0]?.site?.text).toBe(site);
  });
});

describe('who did it, by a pronoun or a number', () => {
  it('takes those who came for "they"', () => {
    const [incident] = incidentsOf(
      'On Sunday eight men on camels rode up to a clinic in Gao. They fired rifles at the patients and killed two. No militants have claimed it.',
    );
    expect(incident?.perpetrators.individuals.map(({ text }) => text)).toEqual(['eight men']);
  });

  it('takes "the third" for one of the attackers, not for the doer of another act', () => {
    const told = incidentsOf(
      'Three militants stormed a hotel in Gao on Sunday. Two of the militants were killed and the third blew himself up in the yard.',
    );
    expect(told).toHaveLength(1);
  });

  it('parts an act that "also" tells of from the one before', () => {
    const told = incidentsOf(
      'A bomber blew himself up at a rally in Kirkuk on Friday.\n\nAlso on Friday, a bomb hidden in a cart went off near a school in Basra.',
    );
    expect(told).toHaveLength(2);
  });

  it('reads the rows of a table as acts of their own', () => {
    const told = incidentsOf(
      'INCIDENT LOG\n\n5 Mar | Gao | A grenade thrown into a bar injured seven drinkers.\n6 Mar | Kaya | Gunmen shot dead two herders.',
    );
    expect(told.map(({ date }) => date?.start)).toEqual(['2023-03-05', '2023-03-06']);
  });
});

describe('when', () => {
  it.each([
    ['The attack on an army post near Bawku, across the border in Ghana, on 2 March killed eight.', '2023-03-02'],
    ['A watchman died on Friday when a car stuffed with explosives was blown up in Saravena.', '2023-03-10'],
  ])('%s', (text, day) => {
    expect(incidentsOf(`Militants are active. ${text}`)[0]?.date?.start).toBe(day);
  });
});

describe('means', () => {
  it('leaves those mown down by a van without firearms', () => {
    const [incident] = incidentsOf('Two cyclists were mown down by a van in Lyon on Monday, an act of terrorism.');
    expect(incident?.weapons.map(({ type }) => type) ?? []).not.toContain('firearms');
  });

  it('shoots with a spray only of bullets', () => {
    const [incident] = incidentsOf(
      'Two masked men sprayed petrol at the door of a mosque in Lyon on Monday and lit it.',
    );
    expect(incident?.weapons.map(({ type }) => type)).toEqual(['incendiary']);
  });

  it('takes a bottle of petrol for the means of arson', () => {
    const [incident] = incidentsOf(
      'Masked men pushed a bottle of petrol through the window of a bank in Gao on Monday.',
    );
    expect(incident?.type).toBe('facility-attack');
    expect(incident?.weapons.map(({ type }) => type)).toEqual(['incendiary']);
  });
});

it('tells of no attack where a leak is said to be the cause', () => {
  expect(
    incidentsOf(
      'The explosion that wrecked a café in Lyon on Sunday was caused by a leaking gas bottle, the fire chief said. There was no trace of explosives, though there had been talk of a bomb.',
    ),
  ).toEqual([]);
});

describe('what is told by the way', () => {
  it('is no act where it is a grievance or marks on a prisoner', () => {
    const [incident, ...others] = incidentsOf(
      'On Sunday three men shot a guard dead at a bank in Lyon in revenge for the burning of flags. At the station they bore marks of hard beating.',
    );
    expect(others).toEqual([]);
    expect(incident).toMatchObject({ type: 'armed-assault' });
    expect(incident?.weapons.map(({ type }) => type)).not.toContain('melee');
  });

  it('makes nobody a victim of whom only the grave is named', () => {
    const [incident] = incidentsOf(
      'On Sunday a bomb killed nine pilgrims near the grave of General Anton Weir in Gao.',
    );
    expect(incident?.victims.map(({ text }) => text)).toEqual(['pilgrims']);
  });
});
