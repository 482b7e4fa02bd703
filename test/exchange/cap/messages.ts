/** CAP messages of our own for tests. */
import type { CapMessage, Info } from '../../../src/exchange/cap/message.js';

export const INFO: Info = {
  language: 'en-GB',
  category: ['Security'],
  event: 'Terrorist threat',
  responseType: ['Avoid', 'Monitor'],
  urgency: 'Expected',
  severity: 'Extreme',
  certainty: 'Likely',
  audience: 'People in the city centre',
  eventCode: [{ valueName: 'OET:v1.2', value: 'OET-193' }],
  effective: null,
  onset: '2026-03-07T18:00:00-00:00',
  expires: '2026-03-09T18:00:00-00:00',
  senderName: 'Harbour University security desk',
  headline: 'Stay away from large gatherings until Monday evening',
  description: 'Attackers may strike concerts & markets < 48 hours from now.',
  instruction: 'Leave crowded places. Report to security what worries you.',
  web: 'https://desk.example.org/warnings/1',
  contact: 'security@example.org',
  parameter: [{ valueName: 'threatWindow', value: '2026-03-07/2026-03-22' }],
  resource: [],
  area: [
    {
      areaDesc: 'City centre',
      polygon: ['55.70,37.50 55.70,37.70 55.80,37.70 55.80,37.50 55.70,37.50'],
      circle: ['55.75,37.62 5'],
      geocode: [],
      altitude: null,
      ceiling: null,
    },
  ],
};

export const ALERT: Omit<CapMessage, 'version'> = {
  identifier: 'tocsin.2026.1',
  sender: 'desk@example.org',
  sent: '2026-03-07T17:30:00-00:00',
  status: 'Actual',
  msgType: 'Alert',
  source: null,
  scope: 'Public',
  restriction: null,
  addresses: [],
  code: ['TLP:CLEAR'],
  note: null,
  references: [],
  incidents: ['case-1', 'a case with spaces'],
  info: [INFO],
};

export const REFERENCE = { sender: ALERT.sender, identifier: ALERT.identifier, sent: ALERT.sent };

/** A message of another kind that follows {@link ALERT}. */
export const following = (
  msgType: CapMessage['msgType'],
  more: Partial<CapMessage> = {},
): Omit<CapMessage, 'version'> => ({
  ...ALERT,
  identifier: `tocsin.2026.1.${msgType}`,
  sent: '2026-03-08T09:00:00-00:00',
  msgType,
  references: [REFERENCE],
  ...more,
});
