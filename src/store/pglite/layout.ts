/** Names inside a data folder. */

/** PostgreSQL's own folder. */
export const CLUSTER = 'pgdata';
/** Where a new cluster grows; what is found under this name was never finished and holds nothing. */
export const UNFINISHED_CLUSTER = 'pgdata.new';
/** Says who has the folder open; the lock, which is on the folder itself, says whether anybody has. */
export const HOLDER_FILE = 'holder.json';
