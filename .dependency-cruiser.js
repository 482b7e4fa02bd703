/**
 * The borders between rooms, as ../DESIGN has them: imports point up the way of the data or to what stands beside it.
 * Each row: a room, and the rooms that it may import. Nothing else is allowed.
 */
const MAY_IMPORT = {
  catalogue: ['reading/vocabulary'],
  reading: ['catalogue'],
  intake: ['reading'],
  picture: ['reading', 'catalogue'],
  warning: ['reading', 'picture', 'catalogue'],
  delivery: ['store', 'warning', 'exchange', 'reading', 'picture', 'catalogue'],
  exchange: ['reading', 'picture', 'catalogue'],
  store: ['intake', 'reading', 'picture', 'warning', 'catalogue'],
  desk: ['intake', 'reading', 'picture', 'warning', 'delivery', 'exchange', 'catalogue', 'store'],
  cli: ['intake', 'reading', 'picture', 'warning', 'delivery', 'exchange', 'catalogue', 'store', 'desk'],
};

const borders = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  name: `${room}-border`,
  comment: `src/${room} may import only ${['itself', ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^(src|web)/', pathNot: `^src/(${[room, ...allowed].join('|')})(/|\\.ts$)` },
}));

export default {
  forbidden: [
    ...borders,
    {
      name: 'web-border',
      comment: 'the pages know only the shapes of the API',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/', pathNot: '^src/(desk/schema|picture/schema|reading/schema)' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '(build|build-template|worker|main)\\.ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js'],
    },
  },
};
