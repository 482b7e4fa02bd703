/** Something failed in a way that a person can do something about: the message is the one sentence that is printed. */
export class Failure extends Error {
  override readonly name: string = 'Failure';
}

/** The command was not used as it is meant to be; it ends with exit code 2. */
export class Usage extends Failure {
  override readonly name = 'Usage';
}
