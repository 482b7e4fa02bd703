/** The tables of people, cases, warnings, deliveries and the record of them all, as kysely sees them. */
import type { ColumnType, Generated } from 'kysely';
import type { Role } from '../warning/people.js';
import type { CaseState } from '../warning/states.js';

/** The row as it is stored and hashed: `details` stays the very text that was hashed. */
export interface AuditRow {
  seq: number;
  at: Date;
  by: string;
  subject: string;
  action: string;
  details: string;
  previous: string;
  hash: string;
}

export interface PersonTable {
  id: string;
  name: string;
  roles: Role[];
  /** argon2id, in PHC form. */
  password: string;
  created_at: Date;
  closed_at: Date | null;
}

export interface SessionTable {
  /** SHA-256 of the cookie's value, hex. */
  token: string;
  person: string;
  created_at: Date;
  used_at: Date;
  ends_at: Date;
}

export interface InvitationTable {
  /** SHA-256 of the link's token, hex. */
  token: string;
  name: string;
  roles: Role[];
  by: string;
  created_at: Date;
  ends_at: Date;
  /** Who came of it. */
  person: string | null;
}

export interface DutyCaseTable {
  seq: Generated<number>;
  id: string;
  title: string;
  /** What of the picture it came from, such as the id of a warning: one case each. `null`: opened by hand. */
  subject: string | null;
  state: CaseState;
  /** Where it stood before its revision was begun. */
  state_before: CaseState | null;
  /** JSON: the machine's tests with their reasons and quotes (`Proposal`). */
  proposal: string;
  /** JSON: the person's answers to the tests (`Assessment`). */
  assessment: string | null;
  /** JSON: ground and evidence (`Waiver`). */
  waiver: string | null;
  /** JSON: what came of it (`Outcome`). */
  outcome: string | null;
  opened_by: string;
  /** When the first report of it reached the desk; recognised as a threat; decided; released. */
  acquired_at: Date | null;
  recognised_at: Date;
  decided_at: Date | null;
  released_at: Date | null;
  changed_at: Date;
  /** When those who can take its next step were last called to it; `null`: not since its last step. */
  called_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** Statements (`REPORT#STATEMENT`) that a case rests on. */
export interface CaseStatementTable {
  duty_case: string;
  statement: string;
  added_at: Date;
}

/** One thing that is worded, approved and sent: the alert of a case, an update or a cancellation. */
export interface WarningTable {
  id: string;
  duty_case: string;
  /** From 1 on within the case. */
  number: number;
  kind: 'Alert' | 'Update' | 'Cancel';
  /** The warning that it updates or cancels. */
  follows: string | null;
  /** JSON: the messages for each audience and language (`WarningContent`). */
  content: string;
  /** How long the warning holds; the threat's own window is another thing. */
  valid_from: Date | null;
  valid_until: Date | null;
  threat_from: Date | null;
  threat_until: Date | null;
  written_by: string;
  submitted_by: string | null;
  submitted_at: Date | null;
  approved_by: string | null;
  approved_at: Date | null;
  emergency: ColumnType<boolean, boolean | undefined, boolean>;
  /** When the second person's approval of an emergency release is due. */
  approval_due: Date | null;
  released_by: string | null;
  released_at: Date | null;
}

/** A mark of the tear-line that a second person allows to stand. */
export interface TearLineAllowanceTable {
  warning: string;
  mark: string;
  why: string;
  by: string;
  written_by: string;
  at: Date;
}

export interface RecipientTable {
  id: string;
  name: string;
  audience: 'at-risk' | 'protectors' | 'public';
  organisation: string | null;
  /** BCP 47. */
  language: string;
  created_at: Date;
  removed_at: Date | null;
}

export interface RecipientChannelTable {
  id: string;
  /** Whose channel it is: a recipient's, or one of the desk's own people's. */
  recipient: string | null;
  person: string | null;
  /** From 0 on: the order in which channels are tried. */
  rank: number;
  kind: 'email' | 'webhook' | 'webpush';
  /** Sealed: `ChannelAddress` as JSON, by src/store/delivery/seal.ts. */
  address: Buffer;
}

export interface WarningRecipientTable {
  warning: string;
  recipient: string;
}

/** The CAP message of a warning as it went to an audience: signed, and never made again. */
export interface WarningCapTable {
  warning: string;
  audience: 'at-risk' | 'protectors' | 'public';
  identifier: string;
  sender: string;
  sent: Date;
  xml: string;
}

/** A warning on its way to one recipient. `id` is the idempotency key. */
export interface DeliveryTable {
  id: string;
  warning: string;
  recipient: string;
  /** `to-a-person`: every channel failed, somebody has to see to it; it is tried on until the window closes all the same. */
  state: 'waiting' | 'accepted' | 'to-a-person' | 'given-up';
  /** The channel being tried. */
  rank: ColumnType<number, number | undefined, number>;
  /** How often that channel was tried; `delivery_attempt` has all of them. */
  attempts: ColumnType<number, number | undefined, number>;
  /** When it is tried next; `null`: not any more. */
  next_at: Date | null;
  /** Who claimed it has it until then. */
  claimed_until: Date | null;
  /** The end of the window: after it nothing is tried any more. */
  until: Date;
  last_error: string | null;
  created_at: Date;
  accepted_at: Date | null;
  delivered_at: Date | null;
  opened_at: Date | null;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
  acted_at: Date | null;
  acted_what: string | null;
}

export interface DeliveryAttemptTable {
  seq: Generated<number>;
  delivery: string;
  channel: string;
  at: Date;
  outcome: 'accepted' | 'failed' | 'refused';
  detail: string | null;
}

/** What the desk sets for itself, JSON by name. */
export interface SettingTable {
  name: string;
  value: string;
}

export interface DutyTables {
  setting: SettingTable;
  audit: AuditRow;
  audit_head: { one: Generated<boolean>; seq: number; hash: string };
  person: PersonTable;
  session: SessionTable;
  invitation: InvitationTable;
  duty_case: DutyCaseTable;
  case_statement: CaseStatementTable;
  warning: WarningTable;
  tear_line_allowance: TearLineAllowanceTable;
  recipient: RecipientTable;
  recipient_channel: RecipientChannelTable;
  warning_recipient: WarningRecipientTable;
  warning_cap: WarningCapTable;
  delivery: DeliveryTable;
  delivery_attempt: DeliveryAttemptTable;
}
