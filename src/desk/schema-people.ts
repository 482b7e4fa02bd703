/** People and their sessions, as the API gives and takes them. */
import { z } from 'zod';
import { ROLES } from '../warning/people.js';

const name = z.string().trim().min(1).max(200);
const password = z.string().min(1).max(1000);
const roles = z.array(z.enum(ROLES)).max(ROLES.length);

export const Me = z.object({
  /** `null`: not signed in. */
  person: z.object({ id: z.string(), name: z.string(), roles }).nullable(),
  /** How many open accounts the desk has: without one, it is open to whoever is at this machine. */
  accounts: z.int(),
});
export type Me = z.infer<typeof Me>;
export const SignIn = z.object({ name, password });
export const NewInvitation = z.object({ name, roles });
/** The link's token is shown this once. */
export const Invited = z.object({ token: z.string(), ends: z.iso.datetime() });
export const AcceptInvitation = z.object({ token: z.string().min(1).max(200), password });
export const NewPassword = z.object({ old: password, password });
export const Account = z.object({
  id: z.string(),
  name: z.string(),
  roles,
  createdAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
});
export type Account = z.infer<typeof Account>;
export const People = z.object({ items: z.array(Account) });
export const NewRoles = z.object({ roles });
