/**
 * Who may import whom (docs/decisions.md, and the architecture): each rule forbids what its name says is kept out.
 * Test files and configuration may import anything.
 */
// a room, or a part of a room in a folder of its own
const CONTRACTS = [
  '^db/contract\\.ts$',
  '^db/[^/]+/contract\\.ts$',
  '^db/[^/]+/[^/]+/contract\\.ts$',
  '^db/kernel/ids\\.ts$',
]
const RULES = ['^db/[^/]+/rules\\.ts$', '^db/[^/]+/rules/', '^db/[^/]+/[^/]+/rules/', '^db/terms/']
const PURE_DB = [...CONTRACTS, ...RULES]
const TABLES = ['^db/tables\\.ts$', '^db/[^/]+/tables\\.ts$', '^db/[^/]+/[^/]+/tables\\.ts$']

/** @type {import('dependency-cruiser').IConfiguration} */
const rules = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      // the optional CSS of a bundler query and modules made by a plugin are resolved by vite alone
      to: { couldNotResolve: true, pathNot: '\\?(raw|url|worker)$|^virtual:' },
    },
    {
      name: 'no-orphans',
      comment: 'a file that nothing imports and that starts nothing is dead',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '^(scripts|test)/',
          '\\.(d|config)\\.ts$',
          '^renderer/main\\.tsx$',
          // data for packaging, which reads it from outside
          '^electron/fuses\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'rules-are-pure',
      comment: 'rules and terms know nothing but other rules and terms',
      severity: 'error',
      from: { path: RULES },
      to: { pathNot: RULES, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-types',
      comment: 'types of ids and contracts are all that rules and terms may know besides',
      severity: 'error',
      from: { path: RULES },
      to: { pathNot: PURE_DB },
    },
    {
      name: 'contracts',
      comment: 'contracts are zod, oRPC, rules, and the ids and shapes of other contracts',
      severity: 'error',
      from: { path: CONTRACTS },
      to: { pathNot: [...PURE_DB, '^node_modules/(zod|@orpc/contract)/'] },
    },
    {
      name: 'tables',
      severity: 'error',
      from: { path: TABLES },
      to: { pathNot: ['^node_modules/drizzle-orm/', ...TABLES, ...RULES, '^db/kernel/'] },
    },
    {
      name: 'database-in-few-places',
      comment: 'better-sqlite3 and drizzle appear in kernel, tables, migrations and services only',
      severity: 'error',
      from: {
        path: '^(db|electron|renderer|scripts)/',
        pathNot: [
          '^db/kernel/',
          '^db/migrations/',
          ...TABLES,
          '^db/drizzle\\.config\\.ts$',
          // a room's service, in one file or several
          '^db/(accounts|channel|department|evaluation|exchange|recovery|visits)/',
        ],
      },
      to: { path: '^node_modules/(better-sqlite3|drizzle-)' },
    },
    {
      name: 'workbooks-in-one-place',
      comment: 'excelts is young: only the exchange room knows it',
      severity: 'error',
      from: { pathNot: ['^db/exchange/', '^test/'] },
      to: { path: '^node_modules/@cj-tech-master/' },
    },
    {
      name: 'kernel-knows-no-room',
      severity: 'error',
      from: { path: '^db/kernel/' },
      to: { path: '^db/(accounts|channel|department|evaluation|exchange|recovery|visits|host|router)' },
    },
    {
      name: 'services',
      comment:
        "a room's service knows the kernel, its room, and other rooms' services and rules; not hosts or routers",
      severity: 'error',
      from: { path: '^db/(accounts|channel|department|evaluation|exchange|recovery|visits)/' },
      to: { path: '^db/(host|router)' },
    },
    {
      name: 'routers',
      severity: 'error',
      from: { path: '^db/router' },
      to: { path: '^(db/host|electron|renderer)/' },
    },
    {
      name: 'hosts',
      comment: 'hosts know router, kernel, and the rules that they share with Electron',
      severity: 'error',
      from: { path: '^db/host/' },
      to: { path: '^(renderer|scripts|electron/(main|preload|engine))/' },
    },
    {
      name: 'db-knows-no-screen',
      severity: 'error',
      from: { path: '^db/', pathNot: '^db/host/' },
      to: { path: '^(renderer|electron|scripts)/' },
    },
    {
      name: 'renderer',
      comment: 'pages know contracts, rules and words of db, and nothing that needs Node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(db|electron|scripts)/', pathNot: PURE_DB },
    },
    {
      name: 'renderer-without-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'zod-types-only-in-renderer',
      comment: "zod compiles code at run time, which the page's policy refuses: only its types may be used",
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^node_modules/zod/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'contracts-as-types-in-renderer',
      comment: 'a contract is zod schemas: the page takes its types and leaves the checking to the engine',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: CONTRACTS, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'features-apart',
      comment: 'no room of the renderer imports another',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'electron-only-in-electron',
      severity: 'error',
      from: { pathNot: '^(electron|test/e2e/electron)/' },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'electron-main-knows-no-data',
      severity: 'error',
      from: { path: '^electron/(main|rules|pageOnDisk|fuses)' },
      to: { path: '^(db|renderer|scripts)/' },
    },
    {
      name: 'electron-rules-are-pure',
      severity: 'error',
      from: { path: '^electron/rules/' },
      to: { pathNot: '^electron/rules/' },
    },
    {
      name: 'electron-preload',
      comment: 'the preload script knows the channels and the type of the bridge',
      severity: 'error',
      from: { path: '^electron/preload/' },
      to: { pathNot: ['^electron/rules/', '^renderer/client/bridge\\.ts$', '^node_modules/electron/'] },
    },
    {
      name: 'electron-engine',
      comment: 'the engine host knows router and kernel through db/host',
      severity: 'error',
      from: { path: '^electron/engine/' },
      to: {
        path: '^(renderer|electron/(main|preload)|db/(accounts|channel|department|evaluation|exchange|recovery|visits|router))',
      },
    },
    {
      name: 'engine-without-electron',
      comment:
        'the engine host only takes types of Electron: in a utilityProcess process.parentPort is enough',
      severity: 'error',
      from: { path: '^electron/engine/' },
      to: { path: '^node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|test-results|coverage)/' },
    // TypeScript 7 has no API that dependency-cruiser could use; swc parses types too
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}

export default rules
