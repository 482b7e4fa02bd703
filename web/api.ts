/** The desk's API as the pages use it. Shapes: ../src/desk/schema.ts. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  Accepted,
  Changes,
  Decision,
  DecisionList,
  DeskStatus,
  DoubtQueue,
  Feed,
  FeedList,
  FileResults,
  Grades,
  GroupList,
  GroupPage,
  IncidentList,
  IncidentPage,
  LevelChanges,
  LevelPage,
  LostDecisions,
  Network,
  NewDecision,
  NewFeed,
  NewReport,
  PlacePage,
  Problem,
  ReportList,
  ReportPage,
  Reread,
  Rereading,
  RuleTable,
  SourceList,
  SourceSummary,
  TriageQueue,
  UnreadPage,
  UnreadReports,
  WarningList,
} from '../src/desk/schema';

/** An answer that says no. `message` is one sentence for people. `status` is 0 where the desk did not answer at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Asks the desk. Throws ApiError. */
export async function call<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(path, init).catch(() => {
    throw new ApiError(0, 'The desk does not answer. Is it still running?');
  });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) {
    const problem = body as Partial<Problem> | null;
    throw new ApiError(answer.status, problem?.error ?? `The desk answered ${answer.status}.`);
  }
  return body as T;
}

/** Sends a body as JSON, or nothing. Throws ApiError. */
export const send = <T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown = {}): Promise<T> =>
  call<T>(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

const PART = 1000;

/** All items of a list, however many parts the desk gives it in. */
async function all<T>(path: string): Promise<{ items: T[]; total: number }> {
  type Part = { items: T[]; total: number };
  const first = await call<Part>(`${path}?limit=${PART}`);
  const rest = [];
  for (let offset = first.items.length; first.items.length > 0 && offset < first.total; offset += PART) {
    rest.push(call<Part>(`${path}?limit=${PART}&offset=${offset}`));
  }
  const parts = await Promise.all(rest);
  return { items: [first, ...parts].flatMap((part) => part.items), total: first.total };
}

const at = encodeURIComponent;
const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const status = queryOptions({ queryKey: ['status'], queryFn: () => call<DeskStatus>('/api/status') });
export const incidents = queryOptions({
  queryKey: ['incidents'],
  queryFn: () => all<IncidentList['items'][number]>('/api/incidents'),
});
/** An incident with twenty sources a value, which is all where few reports tell of it; or with all that there are. */
export const incident = (id: string, all = false) =>
  queryOptions({
    queryKey: ['incident', id, all],
    queryFn: () => call<IncidentPage>(`/api/incidents/${at(id)}${all ? '' : '?sources=20'}`),
  });
export const reports = (q: string, limit: number) =>
  queryOptions({
    queryKey: ['reports', q, limit],
    queryFn: () => call<ReportList>(`/api/reports?limit=${limit}${q ? `&q=${at(q)}` : ''}`),
  });
export const report = (id: string) =>
  queryOptions({ queryKey: ['report', id], queryFn: () => call<ReportPage>(`/api/reports/${at(id)}`) });
export const groups = queryOptions({
  queryKey: ['groups'],
  queryFn: () => all<GroupList['items'][number]>('/api/groups'),
});
export const group = (id: string) =>
  queryOptions({ queryKey: ['group', id], queryFn: () => call<GroupPage>(`/api/groups/${at(id)}`) });
export const groupGrades = (id: string) =>
  queryOptions({ queryKey: ['group', id, 'grades'], queryFn: () => call<Grades>(`/api/groups/${at(id)}/grades`) });
export const place = (id: string) =>
  queryOptions({ queryKey: ['place', id], queryFn: () => call<PlacePage>(`/api/places/${at(id)}`) });
export const placeGrades = (id: string) =>
  queryOptions({ queryKey: ['place', id, 'grades'], queryFn: () => call<Grades>(`/api/places/${at(id)}/grades`) });
export const warnings = queryOptions({
  queryKey: ['warnings'],
  queryFn: () => all<WarningList['items'][number]>('/api/warnings'),
});
/** The newest first, a part at a time. */
export const decisions = infiniteQueryOptions({
  queryKey: ['decisions'],
  queryFn: ({ pageParam }) => call<DecisionList>(`/api/decisions?limit=200&offset=${pageParam}`),
  initialPageParam: 0,
  getNextPageParam: (last: DecisionList, _, at) =>
    at + last.items.length < last.total ? at + last.items.length : null,
});
export const decisionsInIncident = (id: string) =>
  queryOptions({
    queryKey: ['decisions', 'in', id],
    queryFn: () => call<DecisionList>(`/api/decisions?limit=200&incident=${at(id)}`),
  });

export const lostDecisions = queryOptions({
  queryKey: ['decisions', 'lost'],
  queryFn: () => call<LostDecisions>('/api/decisions/lost?limit=200'),
});
export const unreadReports = queryOptions({
  queryKey: ['reports', 'unread'],
  queryFn: () => call<UnreadReports>('/api/reports/unread'),
});
export const unreadReport = (id: string) =>
  queryOptions({
    queryKey: ['unread', id],
    queryFn: () => call<UnreadPage>(`/api/reports/unread/${at(id)}`),
    retry: false,
  });
/** Reads a report again on which the reader failed. Throws ApiError where it fails again. */
export const readAgain = (id: string) => call<Accepted>(`/api/reports/unread/${at(id)}/read`, json({}));
export const rereading = queryOptions({ queryKey: ['reread'], queryFn: () => call<Rereading>('/api/reread') });
/** Reads the next reports anew. Throws ApiError. */
export const reread = (retry: boolean) => call<Reread>(`/api/reread?retry=${retry}`, json({}));

/** The statements that wait, a part at a time: `next` of one part asks for the one after it. */
export const triage = (kind: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['triage', kind ?? ''],
    queryFn: ({ pageParam }) =>
      call<TriageQueue>(
        `/api/triage?limit=50${kind ? `&kind=${kind}` : ''}${pageParam ? `&after=${at(pageParam)}` : ''}`,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    // What was decided here is kept beside the list: it must not move under the hands of whoever works through it.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const doubts = infiniteQueryOptions({
  queryKey: ['doubts'],
  queryFn: ({ pageParam }) => call<DoubtQueue>(`/api/doubts?limit=20${pageParam ? `&after=${at(pageParam)}` : ''}`),
  initialPageParam: '',
  getNextPageParam: (last: DoubtQueue) => last.next,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
});
/** Publishers by name, a part at a time. */
export const sources = infiniteQueryOptions({
  queryKey: ['sources'],
  queryFn: ({ pageParam }) => call<SourceList>(`/api/sources?limit=200${pageParam ? `&after=${at(pageParam)}` : ''}`),
  initialPageParam: '',
  getNextPageParam: (last: SourceList) => last.next,
});
export const source = (publisher: string) =>
  queryOptions({
    queryKey: ['source', publisher],
    queryFn: () => call<SourceSummary>(`/api/sources/${at(publisher)}`),
  });
/** What was decided on one thing: a statement, a publisher, a group or a country. */
export const decisionsOn = (about: string) =>
  queryOptions({
    queryKey: ['decisions', about],
    queryFn: () => call<DecisionList>(`/api/decisions?limit=100&about=${at(about)}`),
  });
/** What was accepted, rejected and corrected of what a publisher's reports say. */
export const decisionsOnSource = (publisher: string) =>
  queryOptions({
    queryKey: ['decisions', 'of', publisher],
    queryFn: () => call<DecisionList>(`/api/decisions?limit=200&inForce=true&publisher=${at(publisher)}`),
  });
export const feeds = queryOptions({
  queryKey: ['feeds'],
  queryFn: () => call<FeedList>('/api/feeds'),
  refetchInterval: 60_000,
});
/** Fetches it for the first time, too. Throws ApiError. */
export const addFeed = (feed: NewFeed) => send<Feed>('POST', '/api/feeds', feed);
export const fetchFeed = (id: string) => send<Feed>('POST', `/api/feeds/${at(id)}/fetch`);
export const removeFeed = (id: string) => send<unknown>('DELETE', `/api/feeds/${at(id)}`);
/** A level as of a day (today where it is empty), and against the day `since`. */
export const level = (id: string, day: string, since = '') =>
  queryOptions({
    queryKey: ['level', id, day, since],
    queryFn: () => {
      const query = new URLSearchParams({ ...(day && { day }), ...(since && { since }) });
      return call<LevelPage>(`/api/levels/${at(id)}?${query}`);
    },
  });
export const levelRules = queryOptions({
  queryKey: ['level-rules'],
  queryFn: () => call<RuleTable>('/api/levels/rules'),
  staleTime: Number.POSITIVE_INFINITY,
});
export const changes = (since: string) =>
  queryOptions({ queryKey: ['changes', since], queryFn: () => call<Changes>(`/api/changes?since=${at(since)}`) });
export const levelChanges = (since: string) =>
  queryOptions({
    queryKey: ['level-changes', since],
    queryFn: () => call<LevelChanges>(`/api/levels/changes?since=${at(since)}`),
  });

export const network = queryOptions({ queryKey: ['network'], queryFn: () => call<Network>('/api/network') });

export const originalOf = (id: string) => `/api/reports/${at(id)}/original`;

/** Hands in a pasted report. Throws ApiError. */
export const addReport = (report: NewReport) => call<Accepted>('/api/reports', json(report));

/** Hands in one file as it is, with the file that says what is known of it. Throws ApiError with what is wrong. */
export async function addFile(file: File, meta?: File): Promise<Accepted> {
  const form = new FormData();
  form.append('files', file, file.name);
  if (meta) form.append('files', meta, meta.name);
  const { items } = await call<FileResults>('/api/reports', { method: 'POST', body: form });
  const result = items.find((item) => item.file === file.name) ?? items[0];
  if (result?.accepted) return result.accepted;
  throw new ApiError(422, result?.error ?? 'The desk did not say what became of the file.');
}

/** Hands in a decision, to whichever path takes it. */
export const post = (path: string, body: unknown) => call<Decision>(path, json(body));
export const decide = (decision: NewDecision) => call<Decision>('/api/decisions', json(decision));
export const undo = (id: string) => call<Decision>(`/api/decisions/${at(id)}/undo`, json({}));

export type Incidents = IncidentList['items'];

/** A report as it is now, whatever was kept of it. */
export const reportNow = (id: string) => call<ReportPage>(`/api/reports/${at(id)}`);
