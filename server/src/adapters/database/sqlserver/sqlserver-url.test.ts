import { PrismaMssql } from '@prisma/adapter-mssql'
import { startFakeSqlServer } from '../../../../test/sqlserver/fake-sqlserver'
import { sqlServerConfig } from './sqlserver-config'
import { serverOf, settingOf, sqlServerUrlProblem, withSetting } from './sqlserver-url'

const url = 'sqlserver://db.internal:1433;database=waiqin;user=waiqin_app;password={p;w=d e}; encrypt = false'

describe('an address of SQL Server', () => {
  it('is read with braces, blanks and other names', () => {
    expect(serverOf(url)).toBe('db.internal:1433')
    expect(settingOf(url, 'password')).toBe('p;w=d e')
    expect(settingOf(url, 'encrypt')).toBe('false')
    expect(settingOf(url, 'socketTimeout')).toBeNull()
    expect(settingOf('sqlserver://db;initial catalog=waiqin', 'database')).toBe('waiqin')
    expect(settingOf('sqlserver://db;pwd=a{b', 'password')).toBe('a{b')
    expect(settingOf('sqlserver://db;pwd={a}b};uid=x', 'password')).toBe('a}b')
    expect(settingOf('sqlserver://db', 'database')).toBeNull()
  })

  it('gets another setting, and keeps all others letter by letter', () => {
    const other = withSetting(url, 'database', 'waiqin_test_1')
    expect(other).toBe(
      'sqlserver://db.internal:1433;user=waiqin_app;password={p;w=d e}; encrypt = false;database=waiqin_test_1',
    )
    expect(sqlServerUrlProblem(other)).toBeNull()
    expect(settingOf(withSetting(url, 'password', 'a;b'), 'password')).toBe('a;b')
    expect(() => withSetting(url, 'password', 'a}b')).toThrow('braces')
  })

  it('becomes what mssql is given, with our defaults where it says nothing', () => {
    expect(sqlServerConfig(url, 'waiqin-web')).toEqual({
      server: 'db.internal',
      port: 1433,
      database: 'waiqin',
      user: 'waiqin_app',
      password: 'p;w=d e',
      connectionTimeout: 10_000,
      requestTimeout: 15_000,
      pool: { max: 20, acquireTimeoutMillis: 10_000 },
      options: {
        encrypt: false,
        trustServerCertificate: false,
        multiSubnetFailover: false,
        appName: 'waiqin-web',
        language: 'us_english',
      },
    })
    const own =
      'sqlserver://ag;database=w;connectionLimit=5;loginTimeout=1;socketTimeout=2;poolTimeout=3;application name=x;multiSubnetFailover=true'
    expect(sqlServerConfig(own, 'waiqin-web')).toMatchObject({
      port: 1433,
      connectionTimeout: 1,
      requestTimeout: 2,
      pool: { max: 5, acquireTimeoutMillis: 3_000 },
      options: { encrypt: true, multiSubnetFailover: true, appName: 'x' },
    })
  })

  it.each<[string, object]>([
    ['authentication=DefaultAzureCredential', { type: 'azure-active-directory-default', options: {} }],
    [
      'authentication=ActiveDirectoryServicePrincipal;userName=app;password=s;tenantId=t',
      {
        type: 'azure-active-directory-service-principal-secret',
        options: { clientId: 'app', clientSecret: 's', tenantId: 't' },
      },
    ],
    [
      'authentication=ActiveDirectoryManagedIdentity;msiEndpoint=e;msiSecret=s',
      {
        type: 'azure-active-directory-msi-app-service',
        options: { clientId: undefined, msiEndpoint: 'e', msiSecret: 's' },
      },
    ],
  ])('knows the logins of Azure: %s', (settings, authentication) => {
    expect(sqlServerConfig(`sqlserver://db;database=w;${settings}`, 'x')).toMatchObject({ authentication })
  })

  it('logs in as Prisma’s own reading of it does', async () => {
    const server = await startFakeSqlServer()
    const address = server.url.replace('{p;w=d}', 'a{b=c')
    for (const adapter of [new PrismaMssql(address), new PrismaMssql(sqlServerConfig(address, 'node-mssql'))]) {
      await (await adapter.connect()).dispose()
    }
    expect(server.logins).toHaveLength(2)
    expect(server.logins[0]).toEqual(server.logins[1])
    await server.stop()
  })
})
