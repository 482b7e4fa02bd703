/** Signatures: our own hold, a changed word or a foreign key breaks them, and unsigned is not the same as broken. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeSigningKey, openSigningKey } from '../../../src/exchange/cap/certificate.js';
import { writeCap } from '../../../src/exchange/cap/write.js';
import { judgeSignature, signXml } from '../../../src/exchange/cap/xml-signature.js';
import { following } from './messages.js';

const NOW = new Date('2026-03-07T12:00:00Z');
const pem = makeSigningKey('Harbour University · security desk', NOW);
const { key, certificate } = openSigningKey(pem);
const text = writeCap(following('Cancel'));
const signed = signXml(text, key, certificate);
const judge = (document: string) => judgeSignature(Buffer.from(document));

test('a message that the desk signed holds', () => {
  expect(judge(signed)).toEqual({
    kind: 'valid',
    signers: [
      expect.objectContaining({
        fingerprint: certificate.fingerprint256,
        subject: 'CN=Harbour University · security desk',
      }),
    ],
  });
});

test('taking the signature away leaves the message as it was, and unsigned', () => {
  const bare = signed.replace(/<Signature.*<\/Signature>/s, '');
  expect(bare).toBe(text);
  expect(judge(bare)).toEqual({ kind: 'unsigned' });
});

const other = openSigningKey(makeSigningKey('Somebody else', NOW));
const inside = (name: string): string => new RegExp(`<${name}>(.*?)</${name}>`).exec(signed)![1]!;
const TAMPERED: [string, string][] = [
  ['a Cancel made an Alert', signed.replace('>Cancel<', '>Alert<')],
  ['a word of the text', signed.replace('Leave crowded places', 'Go to crowded places')],
  ['an element taken out', signed.replace(/<expires>.*<\/expires>/, '')],
  ['a word put in', signed.replace('<info>', '<note>all is well</note><info>')],
  ['another certificate', signed.replace(inside('X509Certificate'), other.certificate.raw.toString('base64'))],
  ['another digest', signed.replace(inside('DigestValue'), Buffer.alloc(32, 7).toString('base64'))],
  ['stray bits at the end of the digest', signed.replace(inside('DigestValue'), strayed(inside('DigestValue')))],
  ['stray letters in the signature', signed.replace(inside('SignatureValue'), `*${inside('SignatureValue')}`)],
  ['no certificate that can be read', signed.replace(inside('X509Certificate'), 'AAAA')],
];

/** The same bytes with other padding bits, which a lenient decoder takes. */
function strayed(base64: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const last = base64.search(/=/) - 1;
  const changed = base64.slice(0, last) + letters[letters.indexOf(base64[last]!) ^ 1]! + base64.slice(last + 1);
  expect(Buffer.from(changed, 'base64')).toEqual(Buffer.from(base64, 'base64'));
  return changed;
}

test.each(TAMPERED)('%s: the signature is invalid', (_, document) => {
  expect(document).not.toBe(signed);
  expect(judge(document).kind).toBe('invalid');
});

const UNSURE: [string, string, RegExp][] = [
  ['a weak method', signed.replace('xmldsig-more#rsa-sha256', 'xmldsig-more#rsa-md5'), /weak or unknown/],
  ['a part only', signed.replace('URI=""', 'URI="#part"'), /a part of the message/],
  ['no certificate', signed.replace(/<KeyInfo>.*<\/KeyInfo>/, ''), /no certificate/],
  ['a transformation by program', signed.replace('#enveloped-signature', '#xslt'), /transformation/],
];

test.each(UNSURE)('%s is not judged', (_, document, reason) => {
  expect(judge(document)).toEqual({ kind: 'unverifiable', reason: expect.stringMatching(reason) });
});

test('nothing is signed twice, and a key needs its own certificate', () => {
  expect(() => signXml(signed, key, certificate)).toThrow('signed already');
  const mixed = { ...pem, certificate: makeSigningKey('Somebody else', NOW).certificate };
  expect(() => openSigningKey(mixed)).toThrow('not that of its certificate');
});

const WMO = new URL('../../../../shared/data/cap/signed-wmo/', import.meta.url);
describe.skipIf(!existsSync(WMO))(
  'messages signed by weather services (../shared/data/cap; skipped where it is missing)',
  () => {
    const KINDS: [string, string][] = ['sc', 'tg'].flatMap((office): [string, string][] => [
      [`${office}-valid`, 'valid'],
      [`${office}-no_signature`, 'unsigned'],
      [`${office}-invalid_digest`, 'invalid'],
      [`${office}-invalid_signature`, 'invalid'],
      [`${office}-invalid_certificate`, 'invalid'],
    ]);
    test.each(KINDS)('%s is %s', (name, kind) => {
      expect(judgeSignature(readFileSync(new URL(`${name}.xml`, WMO))).kind).toBe(kind);
    });
  },
);
