/** Reading CAP 1.0 to 1.2: bytes from anybody in, a message or plain reasons out. */
import { type XmlDocument, XmlElement } from 'libxml2-wasm';
import { NAMESPACE, VERSIONS, type Version } from './elements.js';
import { partsOf, referencesOf } from './lists.js';
import type { Area, CapMessage, Info, Named, Resource } from './message.js';
import { parseXml } from './parse-xml.js';
import { type Fault, faultsOf } from './rules.js';
import { schemaFaults } from './schema.js';

/** Longest message that is read, in bytes: ten times what the largest public feeds take. */
export const CAP_LIMIT = 10 * 1024 * 1024;

/** What came of reading: a message with what the rules beyond the schema say of it, or why it is refused. */
export type CapReading =
  | { message: CapMessage; faults: Fault[]; refused: null }
  | { message: null; faults: []; refused: string[] };

const refuse = (...refused: string[]): CapReading => ({ message: null, faults: [], refused });

/**
 * Reads one message. What the schema of its version does not allow is refused with every fault; what only the rules
 * beyond the schema forbid is read, with the faults beside it, and the caller decides.
 */
export function readCap(bytes: Uint8Array): CapReading {
  if (bytes.length > CAP_LIMIT) return refuse(`longer than ${CAP_LIMIT / 1024 / 1024} MB`);
  let document: XmlDocument;
  try {
    document = parseXml(bytes);
  } catch (error) {
    return refuse((error as Error).message);
  }
  using _ = document;
  const { root } = document;
  const version = VERSIONS.find((each) => NAMESPACE[each] === root.namespaceUri);
  if (root.name !== 'alert' || version === undefined)
    return refuse(`no CAP message: the root is “${root.name}” of “${root.namespaceUri}”`);
  const refused = schemaFaults(document, version);
  if (refused.length > 0) return refuse(...refused);
  const { message, faults } = messageOf(root, version);
  return { message, faults: [...faults, ...faultsOf(message)], refused: null };
}

/** The children of an element by name, in order. */
function childrenOf(element: XmlElement): (name: string) => XmlElement[] {
  const byName = new Map<string, XmlElement[]>();
  for (let child = element.firstChild; child !== null; child = child.next) {
    if (!(child instanceof XmlElement) || child.namespaceUri !== element.namespaceUri) continue;
    const of = byName.get(child.name);
    if (of) of.push(child);
    else byName.set(child.name, [child]);
  }
  return (name) => byName.get(name) ?? [];
}

/** The texts of an element's children: `all` of a name, or the `one`, `null` where there is none or it is empty. */
function textsOf(element: XmlElement) {
  const children = childrenOf(element);
  const all = (name: string): string[] => children(name).map(({ content }) => content.trim());
  return { children, all, one: (name: string): string | null => all(name)[0] || null };
}

/** Names with values; in CAP 1.0 they were one text, `name=value`. */
function namedOf(elements: readonly XmlElement[]): Named[] {
  return elements.map((element) => {
    const { one } = textsOf(element);
    if (one('valueName') !== null || one('value') !== null)
      return { valueName: one('valueName') ?? '', value: one('value') ?? '' };
    const [valueName = '', ...value] = element.content.trim().split('=');
    return { valueName, value: value.join('=') };
  });
}

// The schema has held every word below to its table: the casts say no more than it did.
function messageOf(root: XmlElement, version: Version): { message: CapMessage; faults: Fault[] } {
  const { children, all, one } = textsOf(root);
  const { references, malformed } = referencesOf(one('references') ?? '');
  const message: CapMessage = {
    version,
    identifier: one('identifier') ?? '',
    sender: one('sender') ?? '',
    sent: one('sent') ?? '',
    status: one('status') as CapMessage['status'],
    msgType: one('msgType') as CapMessage['msgType'],
    source: one('source'),
    scope: one('scope') as CapMessage['scope'],
    restriction: one('restriction'),
    addresses: partsOf(one('addresses') ?? ''),
    code: all('code'),
    note: one('note'),
    references,
    incidents: partsOf(one('incidents') ?? ''),
    info: children('info').map(infoOf),
  };
  const faults = malformed.map(
    (part): Fault => ({
      rule: 'references',
      clause: '3.2.1',
      grave: true,
      text: `reference “${part}” is not sender,identifier,sent`,
    }),
  );
  return { message, faults };
}

function infoOf(element: XmlElement): Info {
  const { children, all, one } = textsOf(element);
  return {
    language: one('language') ?? 'en-US',
    category: all('category') as Info['category'],
    event: one('event') ?? '',
    responseType: all('responseType') as Info['responseType'],
    urgency: one('urgency') as Info['urgency'],
    severity: one('severity') as Info['severity'],
    certainty: one('certainty') as Info['certainty'],
    audience: one('audience'),
    eventCode: namedOf(children('eventCode')),
    effective: one('effective'),
    onset: one('onset'),
    expires: one('expires'),
    senderName: one('senderName'),
    headline: one('headline'),
    description: one('description'),
    instruction: one('instruction'),
    web: one('web'),
    contact: one('contact'),
    parameter: namedOf(children('parameter')),
    resource: children('resource').map(resourceOf),
    area: children('area').map(areaOf),
  };
}

function resourceOf(element: XmlElement): Resource {
  const { one } = textsOf(element);
  const size = one('size');
  return {
    resourceDesc: one('resourceDesc') ?? '',
    mimeType: one('mimeType'),
    size: size === null ? null : Number(size),
    uri: one('uri'),
    derefUri: one('derefUri'),
    digest: one('digest'),
  };
}

function areaOf(element: XmlElement): Area {
  const { children, all, one } = textsOf(element);
  return {
    areaDesc: one('areaDesc') ?? '',
    polygon: all('polygon'),
    circle: all('circle'),
    geocode: namedOf(children('geocode')),
    altitude: one('altitude'),
    ceiling: one('ceiling'),
  };
}
