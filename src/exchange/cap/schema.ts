/** An XML Schema of each version of CAP, made from the table of elements, for libxml2 to hold messages against. */
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { type Element, elementsOf, type Holds, NAMESPACE, type Version } from './elements.js';

const OCCURS = {
  '1': '',
  '?': ' minOccurs="0"',
  '*': ' minOccurs="0" maxOccurs="unbounded"',
  '+': ' maxOccurs="unbounded"',
};
const TYPE = {
  text: 'xs:string',
  texts: 'texts',
  dateTime: 'time',
  language: 'xs:language',
  uri: 'xs:anyURI',
  integer: 'xs:integer',
  decimal: 'xs:decimal',
  pair: 'pair',
} satisfies Record<Extract<Holds, string>, string>;

function element([name, times, holds]: Element): string {
  const head = `<xs:element name="${name}"${OCCURS[times]}`;
  if (typeof holds === 'string') return `${head} type="${TYPE[holds]}"/>`;
  if ('elements' in holds) {
    const inner = holds.elements.map(element).join('');
    return `${head}><xs:complexType><xs:sequence>${inner}</xs:sequence></xs:complexType></xs:element>`;
  }
  const words = holds.words.map((word) => `<xs:enumeration value="${word}"/>`).join('');
  return `${head}><xs:simpleType><xs:restriction base="xs:string">${words}</xs:restriction></xs:simpleType></xs:element>`;
}

/** Only 1.2 fixes how a time is written (clause 3.3.2: never "Z") and gives a signature its place, after all else. */
function schemaText(version: Version): string {
  const newest = version === '1.2';
  const time = newest ? '<xs:pattern value="\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-,+]\\d\\d:\\d\\d"/>' : '';
  const signature = newest
    ? '<xs:any minOccurs="0" maxOccurs="unbounded" namespace="http://www.w3.org/2000/09/xmldsig#" processContents="lax"/>'
    : '';
  const inner = elementsOf(version).map(element).join('');
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${NAMESPACE[version]}"
    targetNamespace="${NAMESPACE[version]}" elementFormDefault="qualified">
    <xs:simpleType name="time"><xs:restriction base="xs:dateTime">${time}</xs:restriction></xs:simpleType>
    <xs:simpleType name="texts"><xs:list itemType="xs:string"/></xs:simpleType>
    <xs:complexType name="pair"><xs:sequence>${element(['valueName', '1', 'text'])}${element(['value', '1', 'text'])}</xs:sequence></xs:complexType>
    <xs:element name="alert"><xs:complexType><xs:sequence>${inner}${signature}</xs:sequence></xs:complexType></xs:element>
  </xs:schema>`;
}

const validators = new Map<Version, XsdValidator>();

/** What the schema of its version has against a message: one line a fault, empty where it is valid. */
export function schemaFaults(document: XmlDocument, version: Version): string[] {
  let validator = validators.get(version);
  if (validator === undefined) {
    using schema = XmlDocument.fromString(schemaText(version));
    validator = XsdValidator.fromDoc(schema);
    validators.set(version, validator);
  }
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map(
      ({ message, line }) => `line ${line}: ${message.trim().replaceAll(`{${NAMESPACE[version]}}`, '')}`,
    );
  }
}
