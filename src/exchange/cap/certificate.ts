/** The desk's own key and certificate for signing CAP. */
import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import forge from 'node-forge';

/** A private key with the certificate that goes into signed messages. */
export interface SigningKey {
  key: KeyObject;
  certificate: X509Certificate;
}

/** Validity of a certificate that the desk makes for itself. Receivers pin it, so that it must outlive a desk's routine. */
const YEARS = 10;

/** Makes an RSA key of 3072 bits and a certificate in `name`'s name, signed by that key. Both as PEM. */
export function makeSigningKey(name: string, now: Date): { key: string; certificate: string } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
  const key = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const signer = forge.pki.privateKeyFromPem(key);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(signer.n, signer.e);
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = now;
  certificate.validity.notAfter = new Date(now);
  certificate.validity.notAfter.setUTCFullYear(now.getUTCFullYear() + YEARS);
  const subject = [
    { name: 'commonName', value: name, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class },
  ];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.sign(signer, forge.md.sha256.create());
  return { key, certificate: forge.pki.certificateToPem(certificate) };
}

/** Opens what {@link makeSigningKey} made. Throws where the two do not belong together. */
export function openSigningKey(pem: { key: string; certificate: string }): SigningKey {
  const signing = { key: createPrivateKey(pem.key), certificate: new X509Certificate(pem.certificate) };
  if (!signing.certificate.checkPrivateKey(signing.key))
    throw new Error('the key for signing CAP is not that of its certificate');
  return signing;
}
