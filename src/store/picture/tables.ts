/** The tables of the picture, as kysely sees them. All of them are derived: `rebuildPicture` makes them anew. */
import type { ColumnType } from 'kysely';
import type { StatementKind } from '../../picture/decision.js';
import type { AnyFeature } from '../../picture/feature.js';
import type { Line, Stub } from '../../picture/line.js';
import type { AnyMention } from '../../picture/mention.js';
import type { IncidentSummary } from '../../picture/schema.js';
import type { Tally } from '../../picture/tally.js';
import type { ActorKind, IncidentType, Status } from '../../reading/vocabulary.js';
import type { Packed } from '../packed.js';

/** JSON kept as the text that was written, so that two pictures can be compared to the byte. */
type Json<T> = ColumnType<T, string, string>;

/** What a report says of one incident or warning. Never changed once written. */
export interface PictureMentionTable {
  /** `seq` of the report times a million, and the number of the statement in it: the order of acceptance. */
  id: number;
  report: number;
  statement: string;
  kind: AnyMention['kind'];
  /** The id of the incident or warning whose first member this is or would be. */
  own: string;
  /** What of it is compared. */
  feature: Packed<AnyFeature>;
}

/** Which incident or warning a mention counts to. A rejected one has no row. */
export interface PictureMemberTable {
  mention: number;
  /** `hash52` of what the rules can forbid by, and of the statement's id: picture/leaders.ts. */
  facet: number;
  rank: number;
  /** The mention that it follows; null for one that is compared with others. */
  leader: number | null;
  /** Of one that is compared and gives no day: the mention that holds it (picture/anchors.ts). */
  anchor: number | null;
  /** How like its leader or anchor it is, in hundredths. */
  score: number | null;
  /** Of one that is compared: the first mention among it and those that follow it, and the `own` of that. */
  first: number | null;
  first_own: string | null;
  /** First mention of all that links hold together, the doubtful and the refused merges included. */
  component: number;
  /** Id of its incident or warning. */
  cluster: string;
}

/** The blocking keys of the mentions that are compared with others. */
export interface PictureKeyTable {
  mention: number;
  keys: number[];
}

/** The spanning forest of the links between mentions. */
export interface PictureLinkTable {
  a: number;
  b: number;
  /** Hundredths. */
  score: number;
}

/** For each mention the likeliest of those that are not quite alike enough to be joined with it. */
export interface PictureDoubtTable {
  mention: number;
  other: number;
  score: number;
}

/** The fingerprints of a report by which its copies are found. */
export interface PicturePrintTable {
  report: number;
  /** `originRank` of its id. */
  rank: number;
  /** The report that it is a copy of; null where it leads an origin (picture/origin.ts). */
  leader: number | null;
  /** Those by which it is found, ascending; `more` are those by which others are found, of a leader. */
  prints: number[];
  more: number[];
}

/** `seq` of the first accepted report of the same origin. */
export interface PictureOriginTable {
  report: number;
  origin: number;
}

/** Statements about groups that are no incident and no warning: threats, responses, relations. */
export interface PictureStatementTable {
  id: string;
  /** Goes on from the ids of the report's mentions. */
  number: number;
  report: number;
  kind: Line['kind'];
  data: Packed<Line>;
}

/** Where groups and places stand in statements: what the pages of groups and places are read from. */
export interface PictureRoleTable {
  /** Id of a group, an agency… or a place. */
  entity: string;
  kind: Line['kind'] | AnyMention['kind'];
  role: string;
  /** The id of the mention, or the number of the other statement. */
  number: number;
  report: number;
  /** From which the report could be known: as-of.ts. */
  day: string;
}

/** Groups, agencies, governments, organisations and populations that reports speak of; no persons. */
export interface PictureEntityTable {
  id: string;
  kind: ActorKind;
  name: string;
  incidents: number;
  threats: number;
  reports: number;
}

/** Every name that is used for an entity, with the place where the earliest report uses it. */
export interface PictureNameTable {
  entity: string;
  name: string;
  report: number;
  /** What the earliest is told by: day of publication (`9999-12-31` where unknown) and id of the report. */
  earliest: string;
  data: Json<Stub>;
}

export interface PictureIncidentTable {
  id: string;
  type: IncidentType;
  status: Status;
  /** Held day or days; where there is no date, `sort_day` is the day of the first report. */
  from_day: string | null;
  to_day: string | null;
  sort_day: string;
  country: string | null;
  title: string;
  groups: string[];
  summary: Packed<IncidentSummary>;
  tally: Packed<Tally>;
}

export interface PictureWarningTable {
  id: string;
  sort_day: string;
  title: string;
  tally: Packed<Tally>;
}

/** What each origin says in an incident or warning: hashes of slot and value (picture/tally.ts), ascending. */
export interface PictureSupportTable {
  cluster: string;
  origin: number;
  said: number[];
}

/** The words and tags (picture/search) by which a statement is found. Rejected ones keep their row. */
export interface PictureStatementWordsTable {
  /** As in `picture_triage`. */
  place: number;
  report: number;
  /** When its report was published, or else received: the order in which it is shown. */
  day: string;
  /** `tsvector` */
  words: string;
}

/** The same of a report; a long one has several parts. */
export interface PictureReportWordsTable {
  report: number;
  part: number;
  day: string;
  words: string;
}

/** Names in reports that the catalogue does not know, by keys of their spelling. */
export interface PictureSpellingTable {
  key: string;
  entity: string;
  name: string;
}

/** By which rules the picture was made. */
export interface PictureMadeTable {
  version: number;
}

/** Every statement, and whether it waits for a person. */
export interface PictureTriageTable {
  statement: string;
  /** The incident statement that an attribution is about. */
  of: string | null;
  kind: StatementKind;
  /** Row of `TRIAGE_ORDER`. */
  rank: number;
  /** Order within the rank, ascending: its number in the report less `seq` times a million. No two have the same. */
  place: number;
  reasons: string[];
  /** What the last decision in force on it is. */
  decided: 'accept' | 'reject' | 'correct' | null;
  waiting: boolean;
}

/** A publisher: how many reports, and what was decided on its statements. */
export interface PictureSourceTable {
  publisher: string;
  reports: number;
  accepted: number;
  rejected: number;
  corrected: number;
}

/** How many statements of a kind and a rank there are, and how many of them wait. */
export interface PictureTriageCountTable {
  kind: StatementKind;
  rank: number;
  statements: number;
  waiting: number;
}

export interface PictureTables {
  picture_triage: PictureTriageTable;
  picture_triage_count: PictureTriageCountTable;
  picture_source: PictureSourceTable;
  picture_mention: PictureMentionTable;
  picture_member: PictureMemberTable;
  picture_key: PictureKeyTable;
  picture_link: PictureLinkTable;
  picture_doubt: PictureDoubtTable;
  picture_print: PicturePrintTable;
  picture_origin: PictureOriginTable;
  picture_statement: PictureStatementTable;
  picture_role: PictureRoleTable;
  picture_entity: PictureEntityTable;
  picture_name: PictureNameTable;
  picture_incident: PictureIncidentTable;
  picture_warning: PictureWarningTable;
  picture_support: PictureSupportTable;
  picture_statement_words: PictureStatementWordsTable;
  picture_report_words: PictureReportWordsTable;
  picture_spelling: PictureSpellingTable;
  picture_made: PictureMadeTable;
}
