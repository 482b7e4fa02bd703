import { userInfo } from 'node:os';

/** Who decides: whoever runs this desk. A desk for several people will ask them to sign in. */
export function decider(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without an account, as in some containers.
    return `user ${process.getuid?.() ?? ''}`.trim();
  }
}
