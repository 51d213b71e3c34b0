import type { PrismaMssql } from '@prisma/adapter-mssql'
import { serverOf, settingOf, sqlServerUrlProblem, type SqlServerSetting } from './sqlserver-url'

/** As `@prisma/adapter-mssql` and mssql take it, which bring no types for it. */
export type SqlServerConfig = ConstructorParameters<typeof PrismaMssql>[0] & object

const DEFAULT_PORT = 1433
/** Where the address says nothing. */
const DEFAULTS = { connectionLimit: 20, connectTimeoutMs: 10_000, statementTimeoutMs: 15_000, poolTimeoutSeconds: 10 }

/** The part of tedious' connection that is used here. */
interface TediousConnection {
  on(event: 'secure', listener: () => void): void
  sendLogin7Packet(): void
}

/**
 * The address as mssql's configuration: what Prisma's adapter would make of it, with our defaults, and encryption that is
 * not given up. tedious logs in over a plain line when the server, or somebody in between who speaks in its name, says
 * that it cannot encrypt; then the password is not sent here.
 * @throws Error without any value of the address
 */
export function sqlServerConfig(url: string, applicationName: string): SqlServerConfig {
  const problem = sqlServerUrlProblem(url)
  if (problem !== null) throw new Error(`The address of the database ${problem}`)
  const of = (setting: SqlServerSetting) => settingOf(url, setting) ?? undefined
  const number = (setting: SqlServerSetting, otherwise: number) => Number(of(setting) ?? otherwise)
  const [server = '', port] = serverOf(url).split(':')
  const encrypt = isOn(of('encrypt') ?? 'true')
  return {
    server,
    port: port === undefined ? DEFAULT_PORT : Number(port),
    database: of('database'),
    user: of('user'),
    password: of('password'),
    ...authentication(of),
    connectionTimeout: number('connectTimeout', DEFAULTS.connectTimeoutMs),
    requestTimeout: number('socketTimeout', DEFAULTS.statementTimeoutMs),
    pool: {
      max: number('connectionLimit', DEFAULTS.connectionLimit),
      acquireTimeoutMillis: number('poolTimeout', DEFAULTS.poolTimeoutSeconds) * 1_000,
    },
    options: {
      encrypt,
      trustServerCertificate: isOn(of('trustServerCertificate') ?? 'false'),
      multiSubnetFailover: isOn(of('multiSubnetFailover') ?? 'false'),
      appName: of('applicationName') ?? applicationName,
      // Whatever the login's own language: the names of indexes are read from the server's messages.
      language: 'us_english',
    },
    ...(encrypt && { beforeConnect: refusePlainLine }),
  }
}

/**
 * One connection may log in over several lines, each with encryption of its own: tedious opens another when the server
 * sends it elsewhere, and when a login failed for a reason that passes.
 */
function refusePlainLine(connection: TediousConnection): void {
  let isSecure = false
  connection.on('secure', () => {
    isSecure = true
  })
  const logIn = connection.sendLogin7Packet.bind(connection)
  connection.sendLogin7Packet = () => {
    if (!isSecure) throw new Error('The server does not encrypt: see encrypt in the address of the database')
    isSecure = false
    logIn()
  }
}

function isOn(text: string): boolean {
  return text.toLowerCase() === 'true'
}

/** Azure AD (Entra ID), by the same names as in Prisma's addresses; nothing for a login of SQL Server's own. */
function authentication(of: (setting: SqlServerSetting) => string | undefined): object {
  const kind = of('authentication')
  const [userName, password, clientId, tenantId] = [
    of('userName'),
    of('password'),
    of('clientId'),
    of('tenantId') ?? '',
  ]
  switch (kind) {
    case undefined:
      return {}
    case 'DefaultAzureCredential':
    case 'ActiveDirectoryIntegrated':
      return { authentication: { type: 'azure-active-directory-default', options: {} } }
    case 'ActiveDirectoryPassword':
      return {
        authentication: {
          type: 'azure-active-directory-password',
          options: { userName, password, clientId, tenantId },
        },
      }
    case 'ActiveDirectoryManagedIdentity':
    case 'ActiveDirectoryMSI': {
      const options = { clientId, msiEndpoint: of('msiEndpoint'), msiSecret: of('msiSecret') }
      return { authentication: { type: 'azure-active-directory-msi-app-service', options } }
    }
    case 'ActiveDirectoryServicePrincipal': {
      const options = { clientId: userName, clientSecret: password, tenantId }
      return { authentication: { type: 'azure-active-directory-service-principal-secret', options } }
    }
    default:
      throw new Error('The address of the database has a kind of authentication that is not known')
  }
}
