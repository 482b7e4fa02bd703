/** One CAP message, as it is read and written. */
import type {
  CATEGORIES,
  CERTAINTIES,
  MSG_TYPES,
  RESPONSE_TYPES,
  SCOPES,
  SEVERITIES,
  STATUSES,
  URGENCIES,
  Version,
} from './elements.js';

/** A value with the name of its system, as event codes, parameters and geocodes have (clause 3.2.2). */
export interface Named {
  valueName: string;
  value: string;
}

/** Something that goes with the message: a picture, an audio, a page (clause 3.2.3). `size` in bytes, digest SHA-1 in hex. */
export interface Resource {
  resourceDesc: string;
  mimeType: string | null;
  size: number | null;
  uri: string | null;
  derefUri: string | null;
  digest: string | null;
}

/** Where (clause 3.2.4): polygons and circles as written, WGS 84 "lat,lon" pairs, radius in kilometres; heights in feet. */
export interface Area {
  areaDesc: string;
  polygon: string[];
  circle: string[];
  geocode: Named[];
  altitude: string | null;
  ceiling: string | null;
}

/** What is told to one audience in one language (clause 3.2.2). Times as written, with their offset. */
export interface Info {
  language: string;
  category: (typeof CATEGORIES)[number][];
  event: string;
  responseType: (typeof RESPONSE_TYPES)[number][];
  urgency: (typeof URGENCIES)[number];
  severity: (typeof SEVERITIES)[number];
  certainty: (typeof CERTAINTIES)[number] | 'Very Likely';
  audience: string | null;
  eventCode: Named[];
  effective: string | null;
  onset: string | null;
  expires: string | null;
  senderName: string | null;
  headline: string | null;
  description: string | null;
  instruction: string | null;
  web: string | null;
  contact: string | null;
  parameter: Named[];
  resource: Resource[];
  area: Area[];
}

/** A message named by another: who sent it, under which identifier, when (clause 3.2.1, `references`). */
export interface Reference {
  sender: string;
  identifier: string;
  sent: string;
}

/** The message (clause 3.2.1). What it says without words is `null` or empty. */
export interface CapMessage {
  version: Version;
  identifier: string;
  sender: string;
  sent: string;
  status: (typeof STATUSES)[number];
  msgType: (typeof MSG_TYPES)[number];
  source: string | null;
  scope: (typeof SCOPES)[number] | null;
  restriction: string | null;
  addresses: string[];
  code: string[];
  note: string | null;
  references: Reference[];
  incidents: string[];
  info: Info[];
}
