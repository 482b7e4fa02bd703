import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fold, loadCatalogue } from '../../src/catalogue/catalogue.js';

const catalogue = loadCatalogue();
const actors = [...catalogue.actors()];
const groups = actors.filter(({ kind }) => kind === 'group');
const keys = (name: string) => catalogue.actorsNamed(fold(name)).map(({ key }) => key);

describe('the table of groups', () => {
  it('has at least 300 groups, a third of them of the lists', () => {
    expect(groups.length).toBeGreaterThan(300);
    expect(groups.filter(({ lists }) => lists.length > 0).length).toBeGreaterThan(150);
  });

  it('gives every group a country', () => {
    expect(groups.filter(({ countries }) => countries.length === 0).map(({ key }) => key)).toEqual([]);
  });

  it('repeats no name of an actor', () => {
    const repeated = actors.flatMap(({ key, kind, name, aliases }) => {
      const folded = [name, ...aliases].map(fold);
      return kind === 'group' && new Set(folded).size < folded.length ? [key] : [];
    });
    expect(repeated).toEqual([]);
  });

  it('is sorted by key, so that a line has one place', () => {
    const lines = readFileSync(new URL('../../src/catalogue/groups.tsv', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    const order = lines.slice(1).map((line) => line.split('\t')[0] ?? '');
    expect(order).toEqual([...order].sort());
  });

  it('takes no everyday word for a name', () => {
    const words =
      'is are was of to far arm act fact care site raid raw side base the base group the group support organization ' +
      'tigers wolves lions order mafia movement front army militia rebels guerrillas organisation government police';
    const taken = words.split(' ').filter((word) => catalogue.actorsNamed(word).length > 0);
    expect(taken).toEqual([]);
  });
});

describe('keys, parents, countries, lists', () => {
  it('have parents that exist', () => {
    expect(actors.filter(({ parent }) => parent !== null && !catalogue.actor(parent)).map(({ key }) => key)).toEqual(
      [],
    );
  });

  it('never lead back to themselves by their parents', () => {
    for (const actor of actors) {
      const seen = new Set([actor.key]);
      for (let up = actor.parent; up !== null; up = catalogue.actor(up)?.parent ?? null) {
        expect(seen, actor.key).not.toContain(up);
        seen.add(up);
      }
    }
  });

  it('name countries that exist', () => {
    const codes = new Set(actors.flatMap(({ countries }) => countries));
    for (const code of codes) expect(catalogue.place(`country:${code}`), code).toBeDefined();
  });

  it('have well-formed keys and list ids', () => {
    for (const { key, lists } of actors) {
      expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      for (const id of lists) expect(id).toMatch(/^(UN [QT][DA]e\.\d{3}|OFAC \d+|CA [\d-]+|CIA)$/);
    }
  });
});

const LISTS = new URL('../../../shared/data/groups/', import.meta.url);
describe.skipIf(!existsSync(LISTS))('list ids (skipped where ../shared is missing)', () => {
  const read = (file: string) => readFileSync(new URL(file, LISTS), 'utf8');
  const first = (file: string) =>
    read(file)
      .split('\n')
      .map((line) => line.split('\t')[0]);
  it('are really on the lists', () => {
    const values = (JSON.parse(read('misp-terrorist-groups.json')) as { values: { description: string }[] }).values;
    const known: Record<string, Set<string | undefined>> = {
      UN: new Set(first('un_1267_1988_groups_aliases.tsv')),
      OFAC: new Set(first('ofac_sdgt_fto_entities_aliases.tsv')),
      CA: new Set(values.map(({ description }) => /^Id: (\S+)/.exec(description)?.[1])),
    };
    const ids = actors.flatMap(({ lists }) => lists).filter((id) => id !== 'CIA');
    expect(ids.length).toBeGreaterThan(200);
    for (const id of ids) {
      const [list = '', number] = id.split(' ');
      expect(known[list]?.has(number), id).toBe(true);
    }
  });
});

describe('actorsNamed', () => {
  it.each([
    ['ISIS-K', 'isis-k'],
    ['Islamic State Khorasan Province', 'isis-k'],
    ['ISIL', 'isis'],
    ['Daesh', 'isis'],
    ["Al-Qa'ida", 'al-qaeda'],
    ['Al Qaeda in the Islamic Maghreb', 'aqim'],
    ['FARABUNDO MARTI NATIONAL LIBERATION FRONT', 'fmln'],
    ['Sendero Luminoso', 'shining-path'],
    ['Túpac Amaru Revolutionary Movement', 'mrta'],
    ['The Extraditables', 'extraditables'],
    ['Tamil Tigers', 'ltte'],
    ['Pakistani Taliban', 'ttp'],
    ['Afghan Taliban', 'taliban'],
    ['Naxalites', 'cpi-maoist'],
    ['Allied Democratic Forces', 'isis-drc'],
    ['Hezbollah', 'hizballah'],
    ['Euskadi Ta Askatasuna', 'eta'],
    ['State Department', 'us-state-department'],
    ['Scotland Yard', 'met-police'],
    ['Kremlin', 'gov-ru'],
    ['Amaq', 'amaq'],
  ])('%s is %s', (name, key) => {
    expect(keys(name)[0]).toBe(key);
  });

  it.each([
    ['Salvadoran National Police', 'police-sv'],
    ['Kenyan Interior Ministry', 'interior-ministry-ke'],
    ['Ministry of Foreign Affairs of Russia', 'foreign-ministry-ru'],
    ['Government of the Democratic Republic of the Congo', 'gov-cd'],
    ['U.S. Embassy', 'embassy-us'],
    ['South Korean navy', 'navy-kr'],
  ])('knows the bodies of states: %s is %s', (name, key) => {
    expect(keys(name)).toEqual([key]);
  });

  it('gives every group of a name that several have', () => {
    expect(keys("People's Revolutionary Army")).toEqual(['erp-argentina', 'erp-el-salvador']);
    expect(keys('Maoists')).toEqual(['cpi-maoist', 'cpn-maoist']);
  });

  it('takes names that are everyday words only as they are written', () => {
    const named = (name: string, written?: string) => catalogue.actorsNamed(name, written).map(({ key }) => key);
    expect(named('is', 'IS')).toEqual(['isis']);
    expect(named('is', 'Is')).toEqual([]);
    expect(named('is')).toEqual([]);
    expect(named('tigers', 'the Tigers')).toEqual(['ltte']);
    expect(named('tigers', 'Tigers')).toEqual([]);
  });
});

describe('governments and peoples', () => {
  it('take a capital or a country for its government only where they are asked to', () => {
    expect(catalogue.governmentMeant('moscow')?.key).toBe('gov-ru');
    expect(catalogue.governmentMeant('russia')?.key).toBe('gov-ru');
    expect(catalogue.governmentMeant('atlantis')).toBeNull();
    expect(keys('Moscow')).toEqual([]);
    expect(catalogue.government('RU').metonyms).toContain('Moscow');
  });

  it('refuse a country that there is not, naming it', () => {
    expect(() => catalogue.government('QQ')).toThrow('QQ');
  });

  it.each([
    ['russian', 'RU'],
    ['afghans', 'AF'],
    ['briton', 'GB'],
    ['britons', 'GB'],
    ['frenchmen', 'FR'],
    ['americans', 'US'],
    ['us', 'US'],
    ['salvadoran', 'SV'],
    ['germans', 'DE'],
    ['filipinos', 'PH'],
    ['swiss', 'CH'],
  ])('%s are of %s', (name, country) => {
    expect(catalogue.demonym(name)).toBe(country);
  });

  it('finds the body of a state by its bare name', () => {
    expect(catalogue.stateBody('PK', 'interior ministry')?.key).toBe('interior-ministry-pk');
    expect(catalogue.stateBody('PK', 'cricket team')).toBeNull();
  });
});
