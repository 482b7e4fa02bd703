/** What went wrong with the store, in a sentence for the person who started the program: what is wrong and what to do. */
export class StoreError extends Error {
  override name = 'StoreError';
}
