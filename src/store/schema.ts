/** The tables, as kysely sees them. `json` columns keep the order of keys; `date` comes and goes as an ISO 8601 day. */
import type { ColumnType, Generated, Insertable, Selectable } from 'kysely';
import type { DecisionKind } from '../picture/decision.js';
import type { ToldStatement } from '../picture/rereading/told.js';
import type { Reading } from '../reading/schema.js';
import type { DutyTables } from './duty-tables.js';
import type { Packed } from './packed.js';
import type { PictureTables } from './picture/tables.js';

/** Timestamps come as `Date` and go as `Date` (millisecond precision, so that a backup carries them exactly). */
type Timestamp = ColumnType<Date, Date, never>;

export interface ReportTable {
  /** Order of acceptance. Gaps mean nothing. */
  seq: Generated<number>;
  /** `sha256:` and the hex digest of `bytes`. */
  id: string;
  /** As received; null where they are the text in UTF-8. */
  bytes: Buffer | null;
  /** As it was when the report was received, such as `text/html`. */
  media_type: string;
  file: string | null;
  title: string | null;
  /** ISO 8601 day. */
  published: string | null;
  publisher: string | null;
  url: string | null;
  /** ISO 639-1. */
  language: string | null;
  /** The text as extracted: what every offset counts in. */
  text: string;
  words: number;
  received_at: Timestamp;
}

/** What a reading says, without its report: that is in the row beside it. */
export type Statements = Omit<Reading, 'report'>;

/** Derived from `report` by the reader; rewritten when a better reader comes. */
export interface ReadingTable {
  report: string;
  /** `READER_VERSION` of the reader that read it; before that was kept, the version of the program. */
  reader: string;
  statements: Packed<Statements>;
  /** How many statements of each kind, for lists. */
  incidents: number;
  attributions: number;
  warnings: number;
  threats: number;
  responses: number;
  relations: number;
}

/** What people decided. Rows are only ever added. */
export interface DecisionTable {
  seq: Generated<number>;
  id: string;
  kind: DecisionKind;
  /**
   * What it is about: a statement (`REPORT#STATEMENT`); a publisher (`grade-source`); a group or a country (`level`).
   * A statement's number is that of the reading: where the report is read anew it becomes the new one, or, where the
   * statement is not found again, `REPORT#STATEMENT@READER`, which is no statement's (rereading/take-over.ts).
   */
  a: string;
  /** The other statement of `join` and `part`. */
  b: string | null;
  /** The slot that `correct` sets. */
  slot: string | null;
  /** What a correction, a grade or a level sets it to; a correction may set it to null. */
  value: ColumnType<unknown, string | null, never>;
  why: string;
  by: string;
  at: Timestamp;
}

/** A decision that was taken back; it stays in `decision`. */
export interface DecisionUndoneTable {
  decision: string;
  by: string;
  at: Timestamp;
}

/** A report read anew, until the reading takes the place of the older one; or why the reader failed on it. */
export interface ReadingNextTable {
  report: string;
  reader: string;
  /** Reader of the reading that it is to replace. */
  reader_was: string;
  statements: ColumnType<Statements | null, string | null, never>;
  failure: string | null;
}

/** The statement of a decision that the reading of its report does not make any more. */
export interface DecisionLostTable {
  decision: string;
  side: 'a' | 'b';
  /** The reader that made it. */
  reader: string;
  told: ColumnType<ToldStatement, string, never>;
  at: Timestamp;
}

/** A report on which the reader failed, as received. */
export interface ReportUnreadTable {
  id: string;
  bytes: Buffer;
  media_type: string;
  file: string | null;
  title: string | null;
  published: string | null;
  publisher: string | null;
  url: string | null;
  language: string | null;
  text: string;
  received_at: Timestamp;
  failure: string;
  reader: string;
  failed_at: ColumnType<Date, Date, Date>;
}

/** Where reports are fetched from, and how that goes. */
export interface FeedTable {
  id: string;
  url: string;
  /** Who publishes it, as it stands at its reports. */
  publisher: string;
  /** Minutes from one fetch to the next. */
  every: number;
  added_at: Timestamp;
  /** What the server says of the version that was taken in last, for it to say that there is no newer one. */
  etag: ColumnType<string | null, never, string | null>;
  modified: ColumnType<string | null, never, string | null>;
  tried_at: ColumnType<Date | null, never, Date>;
  /** When it was last fetched well, how many items it then had, and why some of them were not taken in. */
  fetched_at: ColumnType<Date | null, never, Date>;
  items: ColumnType<number, never, number>;
  refused: ColumnType<string | null, never, string | null>;
  /** New reports that it has brought. */
  reports: ColumnType<number, never, number>;
  /** Since when each fetch fails, and why the last one did. */
  failing_since: ColumnType<Date | null, never, Date | null>;
  failure: ColumnType<string | null, never, string | null>;
}

/** A search that somebody keeps. */
export interface SavedSearchTable {
  id: string;
  /** Whose it is; null: the desk's, kept before anybody had an account. */
  person: string | null;
  name: string;
  /** As it stands in the page's address, without `?`. */
  query: string;
  made_at: Timestamp;
  /** `received_at` of the last report when it was last looked at. */
  seen_at: ColumnType<Date, Date, Date>;
}

export interface Database extends PictureTables, DutyTables {
  report: ReportTable;
  reading: ReadingTable;
  decision: DecisionTable;
  decision_undone: DecisionUndoneTable;
  report_unread: ReportUnreadTable;
  saved_search: SavedSearchTable;
  feed: FeedTable;
  reading_next: ReadingNextTable;
  decision_lost: DecisionLostTable;
}

export type ReportRow = Selectable<ReportTable>;
export type NewReportRow = Insertable<ReportTable>;
