/**
 * The house rules of docs/ARCHITECTURE.md, checked: imports point down, siblings do not know each other.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.ts$' },
  to: { path: '^src/', pathNot: [from, ...allowed] },
});

module.exports = {
  forbidden: [
    {
      // It speaks HTTP; its types come from the API's description.
      name: 'web-knows-no-src',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|dist)/' },
    },
    {
      name: 'page-stands-alone',
      severity: 'error',
      from: { path: '^web/src/pages/([^/]+)/' },
      to: { path: '^web/src/pages/', pathNot: '^web/src/pages/$1/' },
    },
    {
      name: 'shared-parts-know-no-page',
      severity: 'error',
      from: { path: '^web/src/(parts|words|api)/' },
      to: { path: '^web/src/(pages/|router|main)' },
    },
    {
      name: 'src-knows-no-web',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^web/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    // What lies in web/public is named by pages, never imported.
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.(test|d)\\.ts$', '^web/public/'] },
      to: {},
    },
    only('contract-imports-nothing', '^src/contract/', []),
    only('workbook-imports-nothing', '^src/workbook/', []),
    only('platform-imports-nothing', '^src/platform/', []),
    only('sample-knows-contract', '^src/sample/', [
      '^src/contract/',
      '^src/platform/',
      '^src/workbook/write/',
    ]),
    only('workbook-writer-stands-alone', '^src/workbook/write/', []),
    {
      name: 'workbook-reader-knows-no-writer',
      severity: 'error',
      from: { path: '^src/workbook/', pathNot: '^src/workbook/write/|\\.test\\.ts$' },
      to: { path: '^src/workbook/write/' },
    },
    only('evidence-points-down', '^src/evidence/', ['^src/contract/', '^src/workbook/', '^src/platform/']),
    only('source-points-down', '^src/source/', ['^src/contract/', '^src/workbook/', '^src/platform/']),
    only('inspection-points-down', '^src/inspection/', [
      '^src/source/',
      '^src/evidence/',
      '^src/contract/',
      '^src/workbook/',
      '^src/platform/',
    ]),
    only('aggregates-point-down', '^src/aggregates/', ['^src/evidence/', '^src/contract/', '^src/platform/']),
    only('ingestion-points-down', '^src/ingestion/', [
      '^src/source/',
      '^src/aggregates/',
      '^src/evidence/',
      '^src/contract/',
      '^src/workbook/',
      '^src/platform/',
    ]),
    only('services-point-down', '^src/services/', [
      '^src/aggregates/',
      '^src/evidence/',
      '^src/contract/',
      '^src/platform/',
    ]),
    ...['prodplan', 'quality', 'inventory', 'kpis', 'evidence'].map((area) => ({
      name: `area-${area}-stands-alone`,
      severity: 'error',
      from: { path: `^src/services/${area}/`, pathNot: '\\.test\\.ts$' },
      to: {
        path: '^src/services/(prodplan|quality|inventory|kpis|evidence)/',
        pathNot: `^src/services/${area}/`,
      },
    })),
    only('maintenance-points-down', '^src/maintenance/', [
      '^src/ingestion/',
      '^src/aggregates/',
      '^src/evidence/',
      '^src/contract/',
      '^src/platform/',
    ]),
    {
      name: 'jobs-point-down',
      severity: 'error',
      from: { path: '^src/jobs/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(cli|http)/' },
    },
    ...['extract', 'load', 'merge', 'derive', 'reconcile'].map((stage) => ({
      name: `stage-${stage}-stands-alone`,
      severity: 'error',
      from: { path: `^src/ingestion/${stage}/`, pathNot: '\\.test\\.ts$' },
      to: {
        path: '^src/ingestion/(extract|load|merge|derive|reconcile)/',
        pathNot: `^src/ingestion/${stage}/`,
      },
    })),
    {
      name: 'only-the-cli-imports-http',
      severity: 'error',
      from: { pathNot: '^src/(cli|http)/|^test/|\\.test\\.ts$' },
      to: { path: '^src/http/' },
    },
    {
      // What every command loads may not load zod: that takes longer than many commands work. Two files that are loaded
      // only where they are needed declare what comes from outside with it.
      name: 'commands-start-without-zod',
      severity: 'error',
      from: {
        path: '^src/(platform|source|ingestion|workbook|contract)/',
        pathNot: '^src/(platform/locks/lease-holder|source/manifest-schema)\\.ts$|\\.test\\.ts$',
      },
      to: { path: 'node_modules/zod/' },
    },
    {
      // A tenth of a second that only those shall wait who need it.
      name: 'cephes-is-loaded-where-it-is-needed',
      severity: 'error',
      from: {},
      to: { path: 'node_modules/cephes/', dynamic: false, dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'nobody-imports-the-cli',
      severity: 'error',
      from: { pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};
