/** Passwords: argon2id (RFC 9106), with the parameters that OWASP recommends for it. */
import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

/** 19 MiB of memory, two passes, one lane. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 };

/** Shortest password that is taken, in characters; length is what counts (NIST SP 800-63B). */
export const LEAST_PASSWORD = 12;

/** The password in PHC form, with its own salt. */
export const hashPassword = (password: string): Promise<string> =>
  argon2id({ ...COST, password: password.normalize('NFKC'), salt: randomBytes(16), outputType: 'encoded' });

let nobodys: Promise<string> | undefined;

/** Whether a password is the one that was hashed. With `null` for one who has no account it takes as long, and is false. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(16).toString('hex'));
  const right = await argon2Verify({ password: password.normalize('NFKC'), hash: hash ?? (await nobodys) });
  return right && hash !== null;
}
