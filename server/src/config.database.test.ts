import { ConfigError, loadConfig } from './config'
import { makeTempFolder } from '../test/temp-folder'

const folder = makeTempFolder()
afterAll(() => folder.remove())

/** The lines about the database alone: production misses more here. */
function problemsOf(environment: 'production' | 'development', changes: Record<string, string>): readonly string[] {
  try {
    loadConfig({ NODE_ENV: environment, DATA_DIR: folder.path, ...changes })
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.filter((line) => line.startsWith('DATABASE_'))
  }
}

const URL = 'sqlserver://db.internal:1433;database=waiqin;user=waiqin_app;password={Pa;ss=w}'

describe('the line to SQL Server in production', () => {
  it.each<[address: string, tls: string | undefined, problem: RegExp | null]>([
    [URL, undefined, null],
    [`${URL};encrypt=true;trustServerCertificate=false`, undefined, null],
    [`${URL};encrypt=false`, undefined, /encrypt=false/],
    [`${URL};encrypt=False`, 'unverified', /encrypt=false/],
    [`${URL};encrypt=false`, 'off', null],
    [`${URL};trustServerCertificate=true`, undefined, /trustServerCertificate=true/],
    [`${URL};trustServerCertificate=TRUE`, 'unverified', null],
    [`${URL};trustServerCertificate=true`, 'off', null],
  ])('%s with DATABASE_TLS %s', (address, tls, problem) => {
    const problems = problemsOf('production', { DATABASE_URL: address, ...(tls && { DATABASE_TLS: tls }) })
    expect(problems).toEqual(problem === null ? [] : [expect.stringMatching(problem)])
    expect(problems.join()).not.toContain('Pa;ss')
  })

  it('may be anything in development', () => {
    expect(problemsOf('development', { DATABASE_URL: `${URL};encrypt=false;trustServerCertificate=true` })).toEqual([])
  })
})

describe('an address of SQL Server', () => {
  it.each<[string, RegExp]>([
    ['sqlserver://;database=waiqin', /must be sqlserver:/],
    ['sqlserver://db:port;database=waiqin', /must be sqlserver:/],
    ['sqlserver://db;user=waiqin', /must name a database/],
    [`${URL};database=other`, /has database twice/],
    [`${URL};Encrypt=false`, /has encrypt in other letters/],
    [`${URL};encrypt=strict`, /must have true or false as encrypt/],
    [`${URL};socketTimeout=15s`, /must have a whole number as socketTimeout/],
    [`${URL};isolationLevel=Serializable`, /not known/],
    ['sqlserver://db;database=waiqin;password=Pa;ss', /put a password with ; into braces/],
    ['sqlserver://db;database=waiqin;password=Pa;ss=w', /not known/],
    ['sqlserver://db;database=waiqin;password={Pa;ss', /not closed/],
  ])('is refused at the start: %s', (address, problem) => {
    const problems = problemsOf('development', { DATABASE_URL: address })
    expect(problems).toEqual([expect.stringMatching(problem)])
    expect(problems.join()).not.toMatch(/Pa|ss=w|Serializable|strict/)
  })
})
