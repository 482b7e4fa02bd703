// Judges every CAP message of a folder against what is known of it, and every kind of message that Tocsin writes against
// the schema of OASIS: `npm run -s check:cap -- ../shared/data/cap`. Exits 0 only where all is as it should be.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { capOf } from '../dist/delivery/cap.js';
import { makeSigningKey, openSigningKey } from '../dist/exchange/cap/certificate.js';
import { readCap } from '../dist/exchange/cap/read.js';
import { CapError, capTime, writeCap } from '../dist/exchange/cap/write.js';
import { judgeSignature, signXml } from '../dist/exchange/cap/xml-signature.js';
import { AUDIENCE_GROUPS, LIKELIHOODS, TLP_LEVELS } from '../dist/warning/words.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder: npm run -s check:cap -- ../shared/data/cap');
const wrong = [];
const expect = (name, what, found, wanted) => {
  if (String(found) !== String(wanted)) wrong.push(`${name}: ${what} is ${found}, not ${wanted}`);
};
const count = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);
const shown = (counts) => [...counts].map(([key, n]) => `${n} ${key}`).join(', ');
const filesOf = (name) => readdirSync(join(folder, name)).filter((file) => file.endsWith('.xml'));
const read = (name, file) => readFileSync(join(folder, name, file));

/** Messages of national services: read or refused as the index says, and so their kind, parts and signature. */
function alerts() {
  const index = JSON.parse(read('alerts', 'index.json'));
  const [kinds, signatures] = [new Map(), new Map()];
  const files = filesOf('alerts');
  expect('alerts', 'number of messages', files.length, Object.keys(index).length);
  for (const file of files) {
    const entry = index[file.slice(4, -4)];
    const bytes = read('alerts', file);
    const { message, refused } = readCap(bytes);
    const verdict = judgeSignature(bytes);
    expect(file, 'allowed by the schema', refused === null, entry.xsd);
    expect(file, 'signed', verdict.kind !== 'unsigned', entry.signed);
    if (message !== null) {
      expect(file, 'msgType', message.msgType, entry.msgType);
      expect(file, 'number of infos', message.info.length, entry.infos);
      expect(file, 'names what it follows', message.references.length > 0, entry.refs);
    }
    count(kinds, message?.msgType ?? 'refused');
    count(signatures, verdict.kind);
  }
  console.log(`alerts      ${files.length}: ${shown(kinds)}; signatures: ${shown(signatures)}`);
}

/** Signed ones: the name says what is wrong. Where the schema is broken, that is what counts. */
function signed() {
  const counts = new Map();
  for (const file of filesOf('signed-wmo')) {
    const [, what] = /-(\w+)\.xml$/.exec(file);
    const bytes = read('signed-wmo', file);
    const refused = readCap(bytes).refused !== null;
    expect(file, 'refused', refused, what === 'invalid_schema');
    const { kind } = judgeSignature(bytes);
    if (what !== 'invalid_schema')
      expect(file, 'signature', kind, { valid: 'valid', no_signature: 'unsigned' }[what] ?? 'invalid');
    count(counts, refused ? 'refused' : kind);
  }
  console.log(`signed-wmo  ${filesOf('signed-wmo').length}: ${shown(counts)}`);
}

/** Examples of GOV.UK with the grave rule that each breaks; `null`: none. What they call a hole is two areas in CAP. */
const GOVUK = {
  INVALID_AREA_WITH_DUPLICATED_VERTEX: 'polygon',
  INVALID_AREA_WITH_HOLE: null,
  INVALID_AREA_WITH_INTERSECTIONS: 'polygon',
  INVALID_DEGENERATE_AREA: 'polygon',
  LONG_GSM7: null,
  LONG_UCS2: null,
  MISSING_AREA_NAMES: 'areaDesc',
  UPDATE: null,
  // GOV.UK closes this one itself; CAP wants it closed as sent (clause 3.2.4).
  VALID_AREA_POLYGON: 'polygon',
  WAINFLEET: null,
  WAINFLEET_CANCEL: 'refused',
  WAINFLEET_CANCEL_MINIMAL: null,
  WAINFLEET_CANCEL_WITH_EMPTY_REFERENCES: 'follows',
  WAINFLEET_CANCEL_WITH_MISSING_REFERENCES: 'follows',
  WAINFLEET_CANCEL_WITH_REFERENCES: null,
  // Its references are joined by a comma, not by white space.
  WAINFLEET_CANCEL_WITH_WINDMERE_REFERENCES: 'references,follows',
  // Names itself among its references, and has more points than are compared with each other.
  WINDEMERE: 'references,polygon',
  WITH_PLACEHOLDER_FOR_AREAS: 'polygon',
  WITH_PLACEHOLDER_FOR_CONTENT: null,
  WITH_TWO_PLACEHOLDERS_FOR_AREAS: 'polygon',
};

function govuk() {
  const counts = new Map();
  for (const file of filesOf('govuk')) {
    const { faults, refused } = readCap(read('govuk', file));
    const rules = [...new Set(faults.filter(({ grave }) => grave).map(({ rule }) => rule))];
    const found = refused ? 'refused' : rules.join(',') || null;
    expect(file, 'broken rule', found, GOVUK[file.slice(0, -4)]);
    count(counts, refused ? 'refused' : rules.length ? 'grave' : 'good');
  }
  console.log(`govuk       ${filesOf('govuk').length}: ${shown(counts)}`);
}

const HOUR = 3_600_000;
const NOW = new Date('2026-03-07T18:00:00Z');
const text = {
  where: 'City centre',
  when: 'Until Monday',
  action: 'Avoid crowds.',
  authority: 'The desk',
  contact: 'Duty phone',
};
const said = (audience, language) => ({
  audience,
  language,
  headline: 'Avoid large gatherings',
  what: 'A < B & "C"',
  ...text,
});

/** A released warning of a kind. */
const warning = (kind, tlp, likelihood, area) => ({
  ...{ id: `11111111-1111-4111-8111-${kind.padStart(12, '0')}`, duty_case: 'case 1', number: 2, kind },
  follows: kind === 'Alert' ? null : 'before',
  content: {
    ...{ tlp, severity: 'Extreme', urgency: 'Expected', likelihood },
    messages: AUDIENCE_GROUPS.flatMap((audience) => [said(audience, 'en'), said(audience, 'fr-CA')]),
    area: { name: 'City centre', country: 'FR', lat: null, lon: null, radius: null, ...area },
  },
  ...{
    valid_from: NOW,
    valid_until: new Date(+NOW + 48 * HOUR),
    threat_from: null,
    threat_until: new Date(+NOW + 360 * HOUR),
  },
  ...{ written_by: 'a', submitted_by: 'a', submitted_at: NOW, approved_by: 'b', approved_at: NOW, emergency: false },
  ...{ approval_due: null, released_by: 'a', released_at: NOW },
});

/** Every kind × audience × TLP that Tocsin writes, with and without a place and each likelihood: schema, rules, signature. */
function own() {
  const xsd = XmlDocument.fromBuffer(readFileSync(join(folder, 'schema', 'cap12.xsd')));
  const validator = XsdValidator.fromDoc(xsd);
  const { key, certificate } = openSigningKey(makeSigningKey('Harbour University security desk', NOW));
  const before = { sender: 'desk@example.org', identifier: 'before.public', sent: capTime(new Date(+NOW - HOUR)) };
  const counts = new Map();
  for (const kind of ['Alert', 'Update', 'Cancel'])
    for (const audience of AUDIENCE_GROUPS)
      for (const tlp of TLP_LEVELS)
        for (const likelihood of [null, ...LIKELIHOODS]) {
          const area = likelihood === 'likely' ? { lat: 55.75, lon: 37.62, radius: 5 } : {};
          const name = `own ${kind} to ${audience}, ${tlp}, ${likelihood}`;
          const parts = { audience, sender: 'desk@example.org', senderName: 'The desk', web: null };
          const follows = kind === 'Alert' ? [] : [before];
          const xml = signXml(
            writeCap(capOf(warning(kind, tlp, likelihood, area), { ...parts, follows })),
            key,
            certificate,
          );
          const document = XmlDocument.fromString(xml);
          try {
            validator.validate(document);
          } catch (error) {
            wrong.push(`${name}: ${error.message}`);
          }
          document.dispose();
          const { message, faults } = readCap(Buffer.from(xml));
          expect(name, 'msgType as read', message?.msgType, kind);
          expect(name, 'number of faults', faults.length, 0);
          expect(name, 'scope', message?.scope, scopeOf(audience, tlp));
          expect(
            name,
            'certainty “Observed”',
            message?.info.some(({ certainty }) => certainty === 'Observed'),
            false,
          );
          expect(name, 'signature', judgeSignature(Buffer.from(xml)).kind, 'valid');
          const changed = xml.replace(`<msgType>${kind}`, `<msgType>${kind === 'Alert' ? 'Cancel' : 'Alert'}`);
          expect(name, 'signature after its kind was changed', judgeSignature(Buffer.from(changed)).kind, 'invalid');
          count(counts, `${kind} (${message?.scope})`);
        }
  const nothing = { audience: 'public', sender: 'desk@example.org', senderName: 'The desk', web: null, follows: [] };
  for (const [what, make] of [
    ['a Cancel of nothing', () => capOf(warning('Cancel', 'TLP:CLEAR', null), nothing)],
    ['an Alert that follows', () => capOf(warning('Alert', 'TLP:CLEAR', null), { ...nothing, follows: [before] })],
    ['what has not gone out', () => capOf({ ...warning('Alert', 'TLP:CLEAR', null), released_at: null }, nothing)],
  ]) {
    try {
      make();
      wrong.push(`own: ${what} was made`);
    } catch (error) {
      if (!(error instanceof CapError)) throw error;
      count(counts, 'refused');
    }
  }
  console.log(`own         ${[...counts.values()].reduce((sum, n) => sum + n, 0)}: ${shown(counts)}`);
}

const scopeOf = (audience, tlp) =>
  tlp === 'TLP:RED' ? 'Private' : audience === 'public' && tlp === 'TLP:CLEAR' ? 'Public' : 'Restricted';

for (const judge of [alerts, signed, govuk, own]) judge();
for (const line of wrong) console.log(`wrong       ${line}`);
console.log(wrong.length === 0 ? 'all as it should be' : `${wrong.length} wrong`);
process.exitCode = wrong.length === 0 ? 0 : 1;
