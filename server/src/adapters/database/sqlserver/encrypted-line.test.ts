import { startFakeSqlServer, type FakeSqlServer } from '../../../../test/sqlserver/fake-sqlserver'
import { SqlServerAdapter } from './sqlserver-adapter'

let server: FakeSqlServer
beforeEach(async () => {
  server = await startFakeSqlServer()
})
afterEach(() => server.stop())

/** Its certificate is its own; names are asked for, because TLS sends no address as a name. */
async function logIn(): Promise<void> {
  const url = server.url.replace('127.0.0.1', 'localhost').replace('encrypt=false', 'trustServerCertificate=true')
  const connection = await new SqlServerAdapter(url, { applicationName: 'waiqin-test' }).connect()
  await connection.queryRaw({ sql: 'SELECT 2', args: [], argTypes: [] })
  await connection.dispose()
}

describe.each([
  ['sends the client elsewhere', () => ({ host: 'localhost', port: server.port })],
  // tedious tries again by itself.
  ['is not awake yet', () => ({ number: 40613, message: 'asleep' })],
])('a server that %s after the first login', (_, firstAnswer) => {
  beforeEach(() => {
    server.answer = (step) => (step === 'login' && server.logins.length === 1 ? firstAnswer() : undefined)
  })

  it('gets the password again over a line that is encrypted as well', async () => {
    server.encrypts = () => true
    await logIn()
    expect(server.logins.length).toBeGreaterThan(1)
    expect(server.sent).toEqual(['SELECT 2'])
  })

  it('gets no password over a second line that is plain', async () => {
    server.encrypts = (line) => line === 0
    await expect(logIn()).rejects.toThrow('does not encrypt')
    expect(server.encryptionWanted).toEqual([true, true])
    expect(server.logins).toHaveLength(1)
  })
})
