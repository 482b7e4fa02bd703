/** The Common Alerting Protocol as tables: which elements a message has, in which order, how often, holding what. */

export const VERSIONS = ['1.0', '1.1', '1.2'] as const;
export type Version = (typeof VERSIONS)[number];

/** Namespace of each version: CAP 1.0 (2004), 1.1 (2005) and 1.2 (OASIS Standard, 1 July 2010). */
export const NAMESPACE: Record<Version, string> = {
  '1.0': 'http://www.incident.com/cap/1.0',
  '1.1': 'urn:oasis:names:tc:emergency:cap:1.1',
  '1.2': 'urn:oasis:names:tc:emergency:cap:1.2',
};

export const STATUSES = ['Actual', 'Exercise', 'System', 'Test', 'Draft'] as const;
export const MSG_TYPES = ['Alert', 'Update', 'Cancel', 'Ack', 'Error'] as const;
export const SCOPES = ['Public', 'Restricted', 'Private'] as const;
export const CATEGORIES = [
  ...(['Geo', 'Met', 'Safety', 'Security', 'Rescue', 'Fire', 'Health', 'Env', 'Transport', 'Infra', 'CBRNE'] as const),
  'Other',
] as const;
export const RESPONSE_TYPES = [
  ...(['Shelter', 'Evacuate', 'Prepare', 'Execute', 'Avoid', 'Monitor', 'Assess', 'AllClear', 'None'] as const),
] as const;
export const URGENCIES = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const;
export const SEVERITIES = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const;
/** In 1.0 the first was "Very Likely"; 1.1 and 1.2 say "Observed" and still know the old word as deprecated prose. */
export const CERTAINTIES = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const;

/** What an element holds: text of a simple type, one of some words, a name with its value, or other elements. */
export type Holds =
  | 'text'
  | 'texts'
  | 'dateTime'
  | 'language'
  | 'uri'
  | 'integer'
  | 'decimal'
  | 'pair'
  | { words: readonly string[] }
  | { elements: readonly Element[] };

/** One element: its name, `1` (needed once), `?` (at most once), `*` (any number) or `+` (at least one). */
export type Element = readonly [name: string, times: '1' | '?' | '*' | '+', holds: Holds];

const without = (words: readonly string[], ...gone: string[]): string[] => words.filter((word) => !gone.includes(word));

/** The children of `alert`, in order (CAP 1.2, clauses 3.2.1 to 3.2.4, and what the older versions had instead). */
export function elementsOf(version: Version): readonly Element[] {
  const [old, newest] = [version === '1.0', version === '1.2'];
  const named: Holds = old ? 'text' : 'pair';
  const listed: Holds = old ? 'texts' : 'text';
  const responses: readonly string[] = newest ? RESPONSE_TYPES : without(RESPONSE_TYPES, 'Avoid', 'AllClear');
  const resource: Element[] = [
    ['resourceDesc', '1', 'text'],
    ['mimeType', newest ? '1' : '?', 'text'],
    ['size', '?', 'integer'],
    ['uri', '?', 'uri'],
    ...(old ? [] : ([['derefUri', '?', 'text']] as const)),
    ['digest', '?', 'text'],
  ];
  const height: Holds = newest ? 'decimal' : 'text';
  const area: Element[] = [
    ['areaDesc', '1', 'text'],
    ['polygon', '*', listed],
    ['circle', '*', listed],
    ['geocode', '*', named],
    ['altitude', '?', height],
    ['ceiling', '?', height],
  ];
  const info: Element[] = [
    ['language', '?', 'language'],
    ['category', old ? '*' : '+', { words: old ? without(CATEGORIES, 'CBRNE') : CATEGORIES }],
    ['event', '1', 'text'],
    ...(old ? [] : ([['responseType', '*', { words: responses }]] as const)),
    ['urgency', '1', { words: URGENCIES }],
    ['severity', '1', { words: SEVERITIES }],
    ['certainty', '1', { words: old ? ['Very Likely', ...without(CERTAINTIES, 'Observed')] : CERTAINTIES }],
    ['audience', '?', 'text'],
    ['eventCode', '*', named],
    ['effective', '?', 'dateTime'],
    ['onset', '?', 'dateTime'],
    ['expires', '?', 'dateTime'],
    ['senderName', '?', 'text'],
    ['headline', '?', 'text'],
    ['description', '?', 'text'],
    ['instruction', '?', 'text'],
    ['web', '?', 'uri'],
    ['contact', '?', 'text'],
    ['parameter', '*', named],
    ['resource', '*', { elements: resource }],
    ['area', '*', { elements: area }],
  ];
  return [
    ['identifier', '1', 'text'],
    ['sender', '1', 'text'],
    ['sent', '1', 'dateTime'],
    ['status', '1', { words: old ? without(STATUSES, 'Draft') : STATUSES }],
    ['msgType', '1', { words: MSG_TYPES }],
    ...(old ? ([['password', '?', 'text']] as const) : []),
    ['source', '?', 'text'],
    ['scope', old ? '?' : '1', { words: SCOPES }],
    ['restriction', '?', 'text'],
    ['addresses', '?', 'text'],
    ['code', '*', 'text'],
    ['note', '?', 'text'],
    ['references', '?', listed],
    ['incidents', '?', listed],
    ['info', '*', { elements: info }],
  ];
}
