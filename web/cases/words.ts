/** Words for people: states, steps and clocks of a case. */
import type { CaseSummary } from '../api-duty';

export const STATE: Record<CaseSummary['state'], string> = {
  proposed: 'proposed',
  'below-threshold': 'below the threshold',
  drafting: 'being drafted',
  'waiver-proposed': 'waiver proposed',
  waived: 'waived',
  submitted: 'waits for approval',
  approved: 'approved, not out',
  released: 'out',
  'released-unapproved': 'out, second approval due',
  disputed: 'disputed',
  cancelled: 'cancelled',
  expired: 'expired',
  closed: 'closed',
};

export const STEP: Record<string, string> = {
  attach: 'The duty attaches',
  'set-aside': 'Below the threshold',
  'propose-waiver': 'Propose a waiver',
  'grant-waiver': 'Grant the waiver',
  'refuse-waiver': 'Refuse the waiver',
  submit: 'Submit for approval',
  return: 'Return to drafting',
  approve: 'Approve',
  release: 'Release',
  'release-emergency': 'Release now (emergency)',
  ratify: 'Approve afterwards',
  revise: 'Update or cancel',
  abandon: 'Drop the revision',
  dispute: 'Dispute',
  settle: 'Settle: warn',
  'settle-against': 'Settle: do not warn',
  reopen: 'Open again',
  close: 'Close',
  open: 'Opened',
  draft: 'Wording saved',
  allow: 'Mark allowed',
  call: 'Called, since it runs late,',
  'delivery-to-a-person': 'Deliveries come to a person',
  'delivery-given-up': 'Deliveries given up',
  'try-delivery-again': 'Delivery tried again',
  acknowledge: 'Acknowledged',
  'act-on': 'Acted on',
  cancelled: 'Cancelled',
  expire: 'Expired',
};

export const STAGE: Record<CaseSummary['clocks'][number]['stage'], string> = {
  recognise: 'recognised',
  decide: 'decided',
  release: 'released',
  deliver: 'delivered',
  acknowledge: 'acknowledged',
  approve: 'second approval',
};

export const TEST: Record<string, string> = {
  credible: 'Credible',
  specific: 'Specific',
  impending: 'Impending',
  harm: 'Killing, serious injury or kidnapping',
  target: 'Who or what is at risk',
};

export const AUDIENCE = {
  'at-risk': 'Those at risk',
  protectors: 'Those who protect them',
  public: 'The public',
};

/** The parts of a message. */
export const SLOT = {
  headline: 'Headline',
  what: 'What',
  where: 'Where',
  when: 'When',
  action: 'What to do',
  authority: 'Who says so',
  contact: 'Whom to ask',
};

/** A language's tag (BCP 47), such as fr or pt-BR. */
export const isLanguage = (tag: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag);

/** Minutes as people say them. */
export function minutes(value: number): string {
  if (value < 90) return `${Math.round(value)} min`;
  if (value < 48 * 60) return `${Math.round(value / 60)} h`;
  return `${Math.round(value / 1440)} days`;
}
