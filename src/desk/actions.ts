/** Which action each request of the API is: who may do it stands in src/warning/people.ts. */
import type { Action } from '../warning/people.js';

/** `anybody`: also who is not signed in. `step`: the step of a case says which, in src/warning/states.ts. */
type Needs = Action | 'anybody' | 'signed-in' | 'step';

/** The first row that fits a request names its action. What changes something and fits no row is refused. */
const ACTIONS: readonly [method: RegExp, path: RegExp, needs: Needs][] = [
  [/GET|HEAD|POST|DELETE/, /^\/api\/(?:me|session)$/, 'anybody'],
  [/POST/, /^\/api\/(?:accounts|invitations\/accept)$/, 'anybody'],
  [/POST/, /^\/api\/me\/password$/, 'signed-in'],
  [/GET|HEAD|PUT/, /^\/api\/me\/channels$/, 'signed-in'],
  [/./, /^\/api\/(?:people|invitations)(?:\/|$)/, 'people'],
  [/GET|HEAD/, /^\/api\/recipients(?:\/|$)/, 'recipients'],
  [/./, /^\/api\/recipients(?:\/|$)/, 'recipients'],
  [/GET|HEAD/, /^\/api\/backup$/, 'backup'],
  [/GET|HEAD/, /^\/api\//, 'read'],
  [/POST/, /^\/api\/reports(?:\/|$)/, 'add'],
  [/POST|DELETE/, /^\/api\/feeds(?:\/|$)/, 'add'],
  [/POST/, /^\/api\/(?:rebuild|reread)$/, 'add'],
  [/POST|PUT|DELETE/, /^\/api\/(?:decisions|doubts)(?:\/|$)/, 'decide'],
  // Each person's own.
  [/POST|DELETE/, /^\/api\/searches(?:\/|$)/, 'read'],
  [/POST/, /^\/api\/cases\/[^/]+\/steps$/, 'step'],
  [/POST|PUT/, /^\/api\/cases(?:\/|$)/, 'draft'],
  [/POST/, /^\/api\/warnings\/[^/]+\/allowances$/, 'approve'],
  [/POST/, /^\/api\/deliveries\//, 'draft'],
  [/PUT/, /^\/api\/settings\//, 'settings'],
];

/** What a request needs, or `null` where no row says it: then nobody may. */
export const needsOf = (method: string, path: string): Needs | null =>
  ACTIONS.find(([methods, paths]) => methods.test(method) && paths.test(path))?.[2] ?? null;
