import pg from 'pg';

const { builtins } = pg.types;

/**
 * How columns come to JavaScript where `pg`'s own way loses something: 64-bit counts as numbers (ours stay far below
 * 2^53), and days as ISO 8601 text, not as midnight of wherever the program runs.
 */
const OWN: Partial<Record<number, (value: string) => unknown>> = {
  [builtins.INT8]: Number,
  [builtins.DATE]: (value) => value,
};

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => OWN[oid] ?? pg.types.getTypeParser(oid, format),
};

/** A pool of connections that does not keep the process alive while it is idle. */
export function createPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, types, allowExitOnIdle: true });
  // A connection that breaks fails its query, or the next one; without listeners it would end the process as well.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
