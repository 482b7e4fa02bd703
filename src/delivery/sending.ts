/** One delivery, ready for a channel. */
import type { CaseWarning } from '../store/cases/case.js';
import type { Message } from '../warning/schema.js';

export interface Sending {
  /** The delivery's id: whoever gets it twice knows it by this. */
  id: string;
  warning: CaseWarning;
  /** In the recipient's language, or all. */
  messages: readonly Message[];
  /** The signed CAP message. */
  cap: string;
  /** Where it is acknowledged. */
  link: string;
  until: Date;
}

/** A word to one of the desk's own people. It holds nothing of what a case says: mail and screens are read by others too. */
export interface Note {
  /** The last of what has the same tag is what stays on a screen. */
  tag: string;
  title: string;
  body: string;
  url: string;
}
