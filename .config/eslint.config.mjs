import tseslint from 'typescript-eslint'

const clock = (object, property) => ({ object, property, message: 'Take a Clock (server/src/ports/system.ts).' })
const randomness = (object, property) => ({ object, property, message: 'Take a Random (server/src/ports/system.ts).' })

const systemSources = [clock('Date', 'now'), randomness('Math', 'random'), randomness('crypto', 'randomUUID')]
const environment = {
  object: 'process',
  property: 'env',
  message: 'Take the value from loadConfig() (server/src/config.ts), the only reader of the environment.',
}
const currentDate = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Take a Clock (server/src/ports/system.ts): new Date(clock.nowMs()).',
}
const importedUuid = {
  selector: "ImportSpecifier[imported.name='randomUUID']",
  message: 'Take a Random (server/src/ports/system.ts): random.id().',
}

/** What phones lack or what our own build of the contract must not rest on. */
const phoneless = {
  Intl: 'Phones lack Intl: the server sends instants and offsets.',
  BigInt: 'Phones lack BigInt: use numbers.',
  TextEncoder: 'Phones lack TextEncoder: write the bytes by hand, as signing.ts does.',
  TextDecoder: 'Phones lack TextDecoder.',
  URL: 'Phones lack URL: work on the string.',
  URLSearchParams: 'Phones lack URLSearchParams: work on the string.',
  structuredClone: 'Phones lack structuredClone: build the copy.',
}
const globals = (names) => Object.entries(names).map(([name, message]) => ({ name, message }))

const tests = ['**/*.test.ts', 'server/test/**', 'server/demo/**', 'server/bench/**']
const tooling = ['prisma/**', '.config/**']

const typeRules = {
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
  ],
  '@typescript-eslint/consistent-type-imports': [
    'error',
    { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
  ],
  '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/only-throw-error': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-console': 'error',
}

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'server/src/generated/',
      'coverage/',
      '.data/',
      'miniprogram/miniprogram_npm/',
      'miniprogram/vendor/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['server/**/*.ts', 'prisma/**/*.ts', 'miniprogram/contract/**/*.ts', '.config/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` } },
    rules: typeRules,
  },
  {
    files: ['miniprogram/**/*.ts'],
    ignores: ['miniprogram/contract/**', '**/*.test.ts', 'miniprogram/test/**'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: {
        project: ['./.config/tsconfig.miniprogram.json'],
        tsconfigRootDir: `${import.meta.dirname}/..`,
      },
    },
    rules: { ...typeRules, 'no-restricted-globals': ['error', ...globals(phoneless)] },
  },
  {
    files: ['miniprogram/**/*.test.ts', 'miniprogram/test/**/*.ts'],
    ignores: ['miniprogram/contract/**'],
    extends: [tseslint.configs.recommended],
    rules: { '@typescript-eslint/no-unused-vars': typeRules['@typescript-eslint/no-unused-vars'] },
  },
  {
    files: ['server/**/*.ts', 'miniprogram/contract/**/*.ts'],
    ignores: ['server/src/config.ts', 'server/src/adapters/system/**', 'server/preview/browser/**', ...tests],
    rules: {
      'no-restricted-properties': ['error', environment, ...systemSources],
      'no-restricted-syntax': ['error', currentDate, importedUuid],
    },
  },
  {
    // The one reader of the environment is no source of time or chance, and the sources read no environment.
    files: ['server/src/config.ts'],
    rules: { 'no-restricted-properties': ['error', ...systemSources] },
  },
  {
    files: ['server/src/adapters/system/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-properties': ['error', environment] },
  },
  {
    // Programs that speak to a person at a terminal.
    files: [
      'server/src/main.ts',
      'server/src/supervisor.ts',
      'server/src/keep-running.ts',
      '**/*.command.ts',
      '**/commands.ts',
      ...tests,
      ...tooling,
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['miniprogram/**/*.ts'],
    ignores: ['miniprogram/platform/**', '**/*.test.ts', 'miniprogram/test/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'wx', message: 'Only miniprogram/platform names wx.' },
        ...globals(phoneless),
      ],
    },
  },
)
