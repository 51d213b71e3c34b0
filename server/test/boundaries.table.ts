/** "Who may import whom" of docs/architecture.md as data. */

export interface Room {
  readonly name: string
  /** Paths from the repository's root; the first room that fits is the file's. */
  readonly files: RegExp
  /** Rooms whose values and types may be imported; its own room needs no mention. */
  readonly may: readonly string[]
  /** Rooms of which only types may be imported. */
  readonly types?: readonly string[]
  /** npm packages and `node:` modules; `any` for rooms where it does not matter. */
  readonly packages: readonly string[] | 'any'
  /** Within features: only files of the same feature, except rules. */
  readonly ownFeatureOnly?: boolean
}

const FEATURE = 'server/src/features/[^/]+'

export const ROOMS: readonly Room[] = [
  { name: 'tests', files: /\.test\.ts$|^server\/(test|bench)\//, may: ['anything'], packages: 'any' },
  // Brings up a server of its own for its phones, which know the contract alone.
  { name: 'company day', files: /^server\/demo\/(day|company-day)\.ts$/, may: ['anything'], packages: 'any' },
  { name: 'demo', files: /^server\/demo\//, may: ['contract'], packages: 'any' },
  { name: 'contract', files: /^miniprogram\/contract\//, may: [], packages: [] },
  { name: 'miniprogram', files: /^miniprogram\//, may: ['contract'], packages: 'any' },
  {
    name: 'rules',
    files: /^server\/src\/.*\.rules\.ts$/,
    may: ['contract'],
    packages: ['temporal-polyfill', 'gcoord', 'robust-predicates'],
  },
  { name: 'ports', files: /^server\/src\/ports\//, may: ['contract'], types: ['rules'], packages: [] },
  {
    name: 'app-error',
    files: /^server\/src\/(app-error|until-no-conflict)\.ts$/,
    may: ['contract'],
    types: ['ports'],
    packages: [],
  },
  {
    name: 'usecase',
    files: new RegExp(`^${FEATURE}/.*\\.usecase\\.ts$`),
    may: ['rules', 'ports', 'contract', 'app-error'],
    packages: [],
    ownFeatureOnly: true,
  },
  {
    name: 'schema',
    files: new RegExp(`^${FEATURE}/.*\\.schema\\.ts$`),
    may: ['rules', 'contract', 'http'],
    packages: ['zod'],
    ownFeatureOnly: true,
  },
  {
    name: 'presenter',
    files: new RegExp(`^${FEATURE}/.*\\.present\\.ts$`),
    may: ['rules', 'contract'],
    types: ['ports', 'usecase'],
    packages: [],
    ownFeatureOnly: true,
  },
  {
    name: 'route',
    files: new RegExp(`^${FEATURE}/.*\\.route\\.ts$`),
    may: ['schema', 'usecase', 'presenter', 'rules', 'http', 'contract', 'app-error'],
    types: ['ports'],
    packages: ['zod'],
    ownFeatureOnly: true,
  },
  { name: 'command', files: /^server\/src\/.*(\.command|\/commands)\.ts$/, may: ['anything'], packages: 'any' },
  {
    name: 'page',
    files: /^server\/src\/features\/start\//,
    may: ['http', 'contract'],
    packages: ['node:fs'],
    ownFeatureOnly: true,
  },
  {
    name: 'http',
    files: /^server\/src\/http\//,
    may: ['contract', 'app-error'],
    types: ['ports', 'config'],
    packages: [
      'node:crypto',
      'node:events',
      'node:fs/promises',
      'node:http',
      'node:module',
      'node:net',
      'node:path',
      '@koa/router',
      'koa',
      'koa-body',
      'koa-helmet',
      'prom-client',
      'rate-limiter-flexible',
      'zod',
      'zod-openapi',
    ],
  },
  // Addresses of SQL Server are checked with the configuration and read where they are used.
  {
    name: 'sqlserver-url',
    files: /^server\/src\/adapters\/database\/sqlserver\/sqlserver-url\.ts$/,
    may: [],
    packages: [],
  },
  { name: 'system', files: /^server\/src\/adapters\/system\/system\.ts$/, may: [], types: ['ports'], packages: 'any' },
  {
    name: 'database',
    files: /^server\/src\/adapters\/database\//,
    may: ['generated', 'system', 'sqlserver-url', 'contract', 'app-error'],
    types: ['ports', 'rules', 'config'],
    packages: 'any',
  },
  {
    name: 'adapters',
    files: /^server\/src\/adapters\//,
    may: ['system', 'contract', 'app-error'],
    types: ['ports', 'rules', 'config'],
    packages: 'any',
  },
  { name: 'generated', files: /^server\/src\/generated\//, may: [], packages: 'any' },
  {
    name: 'worker',
    files: /^server\/src\/worker\//,
    may: ['ports', 'usecase', 'rules', 'contract', 'app-error'],
    packages: [],
  },
  {
    name: 'presence-start',
    files: /^server\/src\/presence\/start\.ts$/,
    may: ['presence', 'adapters', 'system', 'rules', 'contract'],
    types: ['ports'],
    packages: ['node:events', 'node:fs/promises', 'node:net'],
  },
  {
    name: 'presence',
    files: /^server\/src\/presence\//,
    may: ['rules', 'contract'],
    types: ['ports'],
    packages: [
      'jose',
      'rate-limiter-flexible',
      'zod',
      'node:crypto',
      'node:events',
      'node:fs/promises',
      'node:http',
      'node:https',
      'node:net',
      'node:path',
    ],
  },
  {
    name: 'config',
    files: /^server\/src\/(config(\.[a-z]+)?|development-secrets)\.ts$/,
    may: ['presence', 'sqlserver-url'],
    packages: ['zod', 'node:crypto', 'node:fs', 'node:net', 'node:path'],
  },
  { name: 'wiring', files: /^server\/src\/(wiring[^/]*\.ts|wiring\/)/, may: ['anything'], packages: 'any' },
  {
    name: 'main',
    files: /^server\/src\/(main|supervisor|stop-signals|keep-running)\.ts$/,
    may: ['wiring', 'http', 'worker', 'presence-start', 'config', 'adapters', 'system', 'rules'],
    packages: ['node:child_process', 'node:url'],
  },
  { name: 'sandbox', files: /^server\/sandbox\//, may: ['contract'], types: ['ports'], packages: 'any' },
  { name: 'console', files: /^server\/console\//, may: ['contract'], packages: 'any' },
  { name: 'preview', files: /^server\/preview\//, may: ['contract', 'miniprogram'], packages: 'any' },
  { name: 'prisma', files: /^prisma\//, may: ['anything'], packages: 'any' },
]

/** Packages that have one home; importing them elsewhere is an error whatever the room allows. */
export const PACKAGE_HOMES: Readonly<Record<string, RegExp>> = {
  '@prisma/client': /^server\/src\/adapters\/database\/|^prisma\//,
  '@prisma/adapter-libsql': /^server\/src\/adapters\/database\/|^prisma\//,
  '@prisma/adapter-mssql': /^server\/src\/adapters\/database\/|^prisma\//,
  '@elastic/elasticsearch': /^server\/src\/adapters\/elasticsearch\//,
  'ali-oss': /^server\/src\/adapters\/oss\//,
  pino: /^server\/src\/adapters\/system\//,
  '@elastic/ecs-pino-format': /^server\/src\/adapters\/system\//,
  koa: /^server\/(src\/http|bench|sandbox)\//,
  sharp: /^server\/(src\/adapters\/system|demo|bench|test)\//,
}

/** What a file's text may not say, and where it may. Comments do not count. */
export const WORDS: readonly { readonly name: string; readonly word: RegExp; readonly home: RegExp }[] = [
  {
    name: 'raw SQL',
    word: /\$(queryRaw|executeRaw)/,
    home: /^server\/src\/adapters\/database\/(sqlserver|sqlite)\/|^prisma\//,
  },
  {
    name: 'process.env',
    word: /\bprocess\.env\b/,
    home: /^server\/src\/config\.ts$|^(prisma|server\/(test|bench|demo))\//,
  },
  {
    name: 'clock or chance',
    word: /\bDate\.now\(|\bMath\.random\(|\brandomUUID\(|\bnew Date\(\)/,
    // A browser's page has the browser's own.
    home: /^server\/src\/adapters\/system\/|^(prisma|server\/(test|bench|demo|preview\/browser))\//,
  },
  // Also `const { request } = wx` and `wx?.request`; the preview's stub is one.
  {
    name: 'wx',
    word: /\bwx(\?\.|\.|\[)|=\s*wx\b/,
    home: /^(miniprogram\/platform|server\/preview\/browser)\//,
  },
  {
    name: 'what phones lack',
    word: /\.at\(-?\d|\.findLast(Index)?\(|\.replaceAll\(|\b(Intl|BigInt|TextEncoder|TextDecoder|structuredClone)\b/,
    home: /^(?!miniprogram\/)/,
  },
]

/** A pure function waits for nothing. */
export const IMPURE = /\basync\b|\bawait\b|\bPromise\b|\bfetch\(|\bset(Timeout|Interval)\(|\bprocess\./
