/**
 * A report that cannot be taken in. The message is one sentence for people: it names the file, says what is wrong
 * and what to do; nothing of the report has been kept.
 */
export class IntakeError extends Error {
  override readonly name = 'IntakeError';
  /** The file's name as given; null where the bytes came without one. */
  readonly file: string | null;

  constructor(file: string | null, problem: string, options?: ErrorOptions) {
    super(`${file === null ? 'The report' : printable(file)}: ${problem}`, options);
    this.file = file;
  }
}

/** A file's name on one line of a terminal: control characters, which a name may hold, made visible. */
function printable(name: string): string {
  return name.replace(/\p{Cc}/gu, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
