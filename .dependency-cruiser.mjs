/** The rooms in the order in which imports may run: each may import those after it, never those before. */
const order = ['status', 'pledges|assessments|performance|contributions', 'reference', 'access', 'platform'];

const pathOf = (rooms) => `^libs/(${rooms})/`;

/** For each floor of the house, a rule against imports from the floors above it. */
const upward = order.slice(1).map((rooms, index) => ({
  name: `no-way-up-from-${rooms.replaceAll('|', '-')}`,
  comment:
    'Imports run one way (status, then pledges, assessments, performance and contributions, then reference, access, platform), so that a ' +
    'room can be understood, tested and changed without those that stand on it.',
  severity: 'error',
  from: { path: pathOf(rooms) },
  to: { path: pathOf(order.slice(0, index + 1).join('|')) },
}));

export default {
  forbidden: [
    ...upward,
    {
      name: 'no-entities-of-a-neighbour',
      comment:
        'Contexts of one floor hold each other’s ids, never each other’s entities: a table has one owner.',
      severity: 'error',
      from: { path: '^libs/(pledges|assessments|performance|contributions)/' },
      to: {
        path: '^libs/(pledges|assessments|performance|contributions)/.+\\.entity\\.ts$',
        pathNot: '^libs/$1/',
      },
    },
    {
      name: 'readiness-imports-nothing',
      comment:
        'The rules are pure: without anything to import they cannot read a clock, a database or a text.',
      severity: 'error',
      from: { path: '^libs/readiness/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/readiness/' },
    },
    {
      name: 'readiness-for-those-who-compute',
      comment:
        'Only parameter sets (reference), status and the command line apply the rules; all others ask status for the result.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '^(libs/(readiness|reference|status)/|apps/cli/)' },
      to: { path: '^libs/readiness/' },
    },
    {
      name: 'libs-know-no-apps',
      comment: 'An app wires rooms together; a room that knew its app could not be used by the other one.',
      severity: 'error',
      from: { path: '^(libs|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(apps|test)/' },
    },
    {
      name: 'apps-know-no-tests',
      comment: 'What is served must not lean on what only tests bring.',
      severity: 'error',
      from: { path: '^apps/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      comment:
        'Two files that import each other die at load when one of them is an entity, and cannot be understood apart.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that imports nobody is forgotten code.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '\\.spec\\.ts$', '^apps/[^/]+/(main|print-schema)\\.ts$'],
      },
      to: {},
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages',
      comment: 'Code that is served must run with the packages of production alone.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|apps/console)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: 'scripts/resolve-rooms.mjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
