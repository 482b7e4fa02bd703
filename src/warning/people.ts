/** Who may do what at a desk: roles, actions, and the table that joins them. */

/** Roles of a person. One may hold several; the rule of two people (states.ts) stands above them all. */
export const ROLES = ['reader', 'analyst', 'approver', 'releaser', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** What can be done at a desk, and by which roles. */
export const MAY = {
  /** See reports, the picture, cases and their record. */
  read: ['reader', 'analyst', 'approver', 'releaser', 'administrator'],
  /** Add reports, feeds. */
  add: ['analyst'],
  /** Join, part, correct, grade, reject; overrule a level. */
  decide: ['analyst'],
  /** Open a case, judge its threshold, propose a waiver, word a warning, submit it. */
  draft: ['analyst'],
  /** Approve or return what another submitted; grant or refuse what another would waive; settle a dispute. */
  approve: ['approver'],
  /** Send out what is approved, or, in an emergency, what is not yet. */
  release: ['releaser'],
  /** Keep the list of recipients with their addresses. */
  recipients: ['analyst', 'releaser', 'administrator'],
  /** Invite people, set their roles, close their accounts. */
  people: ['administrator'],
  /** Take a backup, which holds all there is. */
  backup: ['administrator'],
  /** Templates, limits of the clocks, mail server, signing key. */
  settings: ['administrator'],
} as const satisfies Record<string, readonly Role[]>;
export type Action = keyof typeof MAY;

/** Whether somebody with these roles may do this. */
export const may = (roles: readonly Role[], action: Action): boolean =>
  (MAY[action] as readonly Role[]).some((role) => roles.includes(role));

/** What the one person of a fresh desk may do, before anybody has an account: everything but what needs two people. */
export const ALONE: readonly Role[] = ['reader', 'analyst'];
