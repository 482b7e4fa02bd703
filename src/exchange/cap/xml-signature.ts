/** XML Signature, enveloped (XML-DSig, W3C; CAP 1.2 clause 3.3.4.1): signing a message, judging a signed one. */
import { createHash, type KeyObject, sign, verify, X509Certificate } from 'node:crypto';
import { XmlC14NMode, type XmlDocument, XmlElement, type XmlNode } from 'libxml2-wasm';
import { parseXml } from './parse-xml.js';

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const INCLUSIVE = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';

/** The algorithms that are judged. SHA-1 is left out on purpose: what it signs can be forged. */
const CANONICAL: Record<string, (typeof XmlC14NMode)[keyof typeof XmlC14NMode]> = {
  [EXCLUSIVE]: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
  [INCLUSIVE]: XmlC14NMode.XML_C14N_1_0,
  'http://www.w3.org/2006/12/xml-c14n11': XmlC14NMode.XML_C14N_1_1,
};
const DIGEST: Record<string, string> = {
  [SHA256]: 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
};
const SIGNATURE: Record<string, { hash: string; key: string }> = Object.fromEntries(
  ['rsa', 'ecdsa'].flatMap((kind) =>
    ['sha256', 'sha384', 'sha512'].map((hash) => [
      `http://www.w3.org/2001/04/xmldsig-more#${kind}-${hash}`,
      { hash, key: kind === 'rsa' ? 'rsa' : 'ec' },
    ]),
  ),
);
const ENVELOPED = `${DSIG}enveloped-signature`;

/** Who signed: SHA-256 fingerprint of the certificate (colons, upper case), its subject and days. Trust is the caller's to give. */
export interface Signer {
  fingerprint: string;
  subject: string;
  validFrom: string;
  validTo: string;
}

/**
 * What a signature is worth. `valid`: every word is as the holder of the certificate's key signed it, which says nothing
 * of who that is. `unverifiable`: neither shown nor refuted, for the reason given (clause 3.3.4.1 lets it be processed).
 */
export type Verdict =
  | { kind: 'unsigned' }
  | { kind: 'valid'; signers: Signer[] }
  | { kind: 'invalid'; reason: string }
  | { kind: 'unverifiable'; reason: string };

/** Judges the signatures of a message. Never throws for what the bytes hold. */
export function judgeSignature(bytes: Uint8Array): Verdict {
  let count: number;
  try {
    using document = parseXml(bytes);
    count = signaturesOf(document).length;
  } catch (error) {
    return { kind: 'invalid', reason: (error as Error).message };
  }
  if (count === 0) return { kind: 'unsigned' };
  const signers: Signer[] = [];
  for (let i = 0; i < count; i++) {
    const verdict = judgeOne(bytes, i);
    if (verdict.kind !== 'valid') return verdict;
    signers.push(...verdict.signers);
  }
  return { kind: 'valid', signers };
}

/**
 * Some offices sign a message without blank text and style sheet and then print it prettily, and some let a second office
 * sign after the first: the digest is tried over each form that the signer may have seen. Every form has all the words.
 */
function judgeOne(bytes: Uint8Array, index: number): Verdict {
  let verdict: Verdict = { kind: 'unsigned' };
  for (const blanks of [true, false])
    for (const later of [true, false]) {
      using document = parseXml(bytes, { blanks });
      verdict = judgeForm(document, index, { later, plain: !blanks });
      if (verdict.kind !== 'invalid') return verdict;
    }
  return verdict;
}

function judgeForm(
  document: XmlDocument,
  index: number,
  { later, plain }: { later: boolean; plain: boolean },
): Verdict {
  const unverifiable = (reason: string): Verdict => ({ kind: 'unverifiable', reason });
  const invalid = (reason: string): Verdict => ({ kind: 'invalid', reason });
  const all = signaturesOf(document);
  const signature = all[index] as XmlElement;
  const at = (path: string): XmlElement[] =>
    signature.find(path, { ds: DSIG }).filter((node) => node instanceof XmlElement);
  const algorithm = (path: string): string => at(path)[0]?.attr('Algorithm')?.value ?? 'none';

  const [info, reference] = [at('ds:SignedInfo')[0], at('ds:SignedInfo/ds:Reference')[0]];
  if (info === undefined || reference === undefined || at('ds:SignedInfo/ds:Reference').length !== 1)
    return unverifiable('does not sign the whole message in one piece');
  if (reference.attr('URI')?.value !== '') return unverifiable('signs a part of the message only');
  const transforms = at('ds:SignedInfo/ds:Reference/ds:Transforms/ds:Transform').map(
    (each) => each.attr('Algorithm')?.value ?? '',
  );
  const [enveloped, form = INCLUSIVE, ...more] = transforms;
  const infoForm = algorithm('ds:SignedInfo/ds:CanonicalizationMethod');
  const [mode, infoMode] = [CANONICAL[form], CANONICAL[infoForm]];
  if (enveloped !== ENVELOPED || mode === undefined || infoMode === undefined || more.length > 0)
    return unverifiable(`uses a transformation that is not judged here: ${[...transforms, infoForm].join(', ')}`);
  const hash = DIGEST[algorithm('ds:SignedInfo/ds:Reference/ds:DigestMethod')];
  const method = SIGNATURE[algorithm('ds:SignedInfo/ds:SignatureMethod')];
  if (hash === undefined || method === undefined)
    return unverifiable('uses a method that is not judged here, because it is weak or unknown');

  const [digest, value, certificate] = [
    'ds:SignedInfo/ds:Reference/ds:DigestValue',
    'ds:SignatureValue',
    'ds:KeyInfo/ds:X509Data/ds:X509Certificate',
  ].map((path) => at(path)[0]?.content);
  if (certificate === undefined) return unverifiable('carries no certificate');
  const [wanted, signed, der] = [digest, value, certificate].map((text) => fromBase64(text ?? ''));
  if (!wanted || !signed || !der) return invalid('has a digest, signature or certificate that is not proper base64');
  const owner = certificateOf(der);
  if (owner === null) return invalid('has a certificate that cannot be read');
  if (owner.publicKey.asymmetricKeyType !== method.key)
    return invalid('is of another kind than the key of its certificate');

  const infoText = Buffer.from(info.canonicalizeToString({ mode: infoMode }));
  if (!verify(method.hash, infoText, { key: owner.publicKey, dsaEncoding: 'ieee-p1363' }, signed))
    return invalid('was not made with the key of its certificate, or was changed');
  for (const gone of later ? [signature] : all.slice(index)) gone.remove();
  if (plain) for (const node of document.find('/processing-instruction()')) node.remove();
  if (!createHash(hash).update(document.canonicalizeToString({ mode })).digest().equals(wanted))
    return invalid('does not fit the message: its words were changed after signing');
  const { fingerprint256, subject, validFrom, validTo } = owner;
  return { kind: 'valid', signers: [{ fingerprint: fingerprint256, subject, validFrom, validTo }] };
}

const signaturesOf = (document: XmlDocument): XmlNode[] => document.find('/*/ds:Signature', { ds: DSIG });

/** The bytes of base64, or `null`: stray letters and stray bits at the end are how a lenient reader is fooled. */
function fromBase64(text: string): Buffer | null {
  const letters = text.replace(/\s+/g, '');
  const bytes = Buffer.from(letters, 'base64');
  return letters !== '' && bytes.toString('base64') === letters ? bytes : null;
}

function certificateOf(der: Buffer): X509Certificate | null {
  try {
    return new X509Certificate(der);
  } catch {
    return null;
  }
}

/**
 * Signs a message: RSA with SHA-256 over exclusive canonical XML, the forms that CAP receivers judge most widely, with
 * the certificate in it. The signature is the last child of the root. Throws where the text is not well-formed XML.
 */
export function signXml(text: string, key: KeyObject, certificate: X509Certificate): string {
  using plain = parseXml(Buffer.from(text));
  if (signaturesOf(plain).length > 0) throw new Error('the message is signed already');
  const digest = createHash('sha256')
    .update(plain.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 }))
    .digest('base64');
  const unsigned = `<Signature xmlns="${DSIG}"><SignedInfo><CanonicalizationMethod Algorithm="${EXCLUSIVE}"/><SignatureMethod Algorithm="${RSA_SHA256}"/><Reference URI=""><Transforms><Transform Algorithm="${ENVELOPED}"/><Transform Algorithm="${EXCLUSIVE}"/></Transforms><DigestMethod Algorithm="${SHA256}"/><DigestValue>${digest}</DigestValue></Reference></SignedInfo><SignatureValue></SignatureValue><KeyInfo><X509Data><X509Certificate>${certificate.raw.toString('base64')}</X509Certificate></X509Data></KeyInfo></Signature>`;
  const end = text.lastIndexOf('</');
  const whole = `${text.slice(0, end)}${unsigned}${text.slice(end)}`;
  using document = parseXml(Buffer.from(whole));
  const info = document.get('/*/ds:Signature/ds:SignedInfo', { ds: DSIG }) as XmlElement;
  const bytes = Buffer.from(info.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 }));
  const value = sign('sha256', bytes, key).toString('base64');
  return whole.replace('<SignatureValue></SignatureValue>', () => `<SignatureValue>${value}</SignatureValue>`);
}
