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

export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => OWN[oid] ?? pg.types.getTypeParser(oid, format),
};
