/** A released warning as CAP 1.2: one message for each audience, in it one info for each language. */
import { referenceList } from '../exchange/cap/lists.js';
import type { Area, CapMessage, Info, Reference } from '../exchange/cap/message.js';
import { CapError, capTime } from '../exchange/cap/write.js';
import type { CaseWarning } from '../store/cases/case.js';
import { isPublic, messagesOf } from '../warning/audience.js';
import type { Message, WarningContent } from '../warning/schema.js';
import { type AudienceGroup, LIKELIHOOD_RANGES, type Tlp } from '../warning/words.js';

/** What a message is made of besides the warning. */
export interface CapParts {
  audience: AudienceGroup;
  sender: string;
  /** The desk's name. */
  senderName: string;
  /** The messages to this audience that this one follows, the oldest first. */
  follows: readonly Reference[];
  /** The warning's public page, where it has one. */
  web: string | null;
}

/** Whom a message is for, in CAP's `audience`. */
const AUDIENCES: Record<AudienceGroup, string> = {
  'at-risk': 'People at risk',
  protectors: 'Those who protect people at risk',
  public: 'The public',
};

/** What may be done with what is not for everybody (TLP 2.0, FIRST 2022), in CAP's `restriction`. */
const RESTRICTIONS: Record<Tlp, string> = {
  'TLP:CLEAR': 'TLP:CLEAR: for the people named, and whom they see fit to tell',
  'TLP:GREEN': 'TLP:GREEN: for the recipients’ community, not for the public',
  'TLP:AMBER': 'TLP:AMBER: for the recipients’ organisation and its clients who need to know',
  'TLP:AMBER+STRICT': 'TLP:AMBER+STRICT: for the recipients’ organisation only',
  'TLP:RED': 'TLP:RED: for the recipients alone',
};

/** OASIS Event Terms 1.2: terrorist incident. */
const EVENT_CODE = { valueName: 'OET:v1.2', value: 'OET-193' };

/**
 * The message. What updates or cancels names all that went before it to this audience; an update is an Alert to an
 * audience that gets its first, and a cancellation to an audience that got nothing is none at all.
 * @throws CapError where the warning says nothing to this audience, has not gone out, or cancels nothing
 */
export function capOf(
  warning: CaseWarning,
  { audience, sender, senderName, follows, web }: CapParts,
): Omit<CapMessage, 'version'> {
  const messages = messagesOf(warning.content, audience);
  if (warning.released_at === null) throw new CapError(['the warning has not gone out']);
  if (messages.length === 0) throw new CapError([`the warning says nothing to “${audience}”`]);
  if (warning.kind === 'Cancel' && follows.length === 0)
    throw new CapError([`nothing went to “${audience}” that could be cancelled`]);
  if (warning.kind === 'Alert' && follows.length > 0)
    throw new CapError([`an Alert follows nothing, but ${referenceList(follows)} went before it`]);
  return {
    identifier: `${warning.id}.${audience}`,
    sender,
    sent: capTime(warning.released_at),
    status: 'Actual',
    msgType: follows.length === 0 ? 'Alert' : warning.kind,
    source: null,
    ...reach(warning, audience),
    code: [warning.content.tlp],
    note: null,
    references: [...follows],
    incidents: [warning.duty_case],
    info: messages.map((message) => infoOf(warning, message, { audience, senderName, web })),
  };
}

/** Public: anybody. Private: the named recipients alone, as a group, so that none learns of the others. Restricted: all between. */
function reach(
  { id, content }: CaseWarning,
  audience: AudienceGroup,
): Pick<CapMessage, 'scope' | 'restriction' | 'addresses'> {
  if (audience === 'public' && isPublic(content)) return { scope: 'Public', restriction: null, addresses: [] };
  if (content.tlp === 'TLP:RED') return { scope: 'Private', restriction: null, addresses: [`recipients-of-${id}`] };
  return { scope: 'Restricted', restriction: RESTRICTIONS[content.tlp], addresses: [] };
}

function infoOf(
  warning: CaseWarning,
  message: Message,
  { audience, senderName, web }: Pick<CapParts, 'audience' | 'senderName' | 'web'>,
): Info {
  const { content, kind, valid_from, valid_until, threat_from, threat_until } = warning;
  const cancel = kind === 'Cancel';
  const time = (at: Date | null): string | null => (at === null ? null : capTime(at));
  const lasts = valid_until !== null && valid_until.getTime() > warning.released_at!.getTime();
  const threat = threat_from === null && threat_until === null;
  return {
    language: message.language,
    category: ['Security'],
    event: 'Terrorist threat',
    responseType: [],
    urgency: content.urgency,
    severity: content.severity,
    certainty: certaintyOf(content.likelihood),
    audience: AUDIENCES[audience],
    eventCode: [EVENT_CODE],
    effective: cancel ? null : time(valid_from),
    onset: cancel ? null : time(threat_from),
    expires: lasts ? time(valid_until) : null,
    senderName,
    headline: message.headline || null,
    description: paragraphs(message.what, message.where, message.when, message.authority),
    instruction: message.action || null,
    web,
    contact: message.contact || null,
    parameter: [
      ...(threat
        ? []
        : [{ valueName: 'threatWindow', value: `${time(threat_from) ?? '..'}/${time(threat_until) ?? '..'}` }]),
      ...(content.likelihood === null ? [] : [{ valueName: 'ICD203:likelihood', value: content.likelihood }]),
    ],
    resource: [],
    area: areaOf(content, message),
  };
}

const paragraphs = (...texts: string[]): string | null => texts.filter((text) => text !== '').join('\n\n') || null;

/** CAP: "Likely" is more than about even; what has not happened is never "Observed" (clause 3.2.2). */
function certaintyOf(likelihood: WarningContent['likelihood']): Info['certainty'] {
  if (likelihood === null) return 'Unknown';
  const [least, most] = LIKELIHOOD_RANGES[likelihood];
  if (least >= 55) return 'Likely';
  return most <= 5 ? 'Unlikely' : 'Possible';
}

function areaOf({ area }: WarningContent, { where }: Message): Area[] {
  const areaDesc = area.name || where;
  if (areaDesc === '') return [];
  const placed = area.lat !== null && area.lon !== null;
  const country = area.country === null ? [] : [{ valueName: 'ISO 3166-1', value: area.country }];
  const circle = placed ? [`${area.lat},${area.lon} ${area.radius ?? 0}`] : [];
  return [{ areaDesc, polygon: [], circle, geocode: country, altitude: null, ceiling: null }];
}
