/** A candidate template: the sentences that tell of one incident, with its type. */
export interface Event {
  type: string;
  /** Indices of the sentences that tell of it, in order. */
  sentences: number[];
  /** For each sentence of the text the probability that it tells of an incident of this type. */
  chances: number[];
  /** The greatest of those within the event. */
  chance: number;
}
