import { resolve } from 'node:path'
import { z } from 'zod'
import { settingOf, sqlServerUrlProblem } from './adapters/database/sqlserver/sqlserver-url'

/** Part of `VARIABLES`; `.env.example` explains each. */
export const DATABASE_VARIABLES = {
  DATABASE_URL: z
    .string()
    .regex(/^(file:.|sqlserver:\/\/.)/, { error: 'must start with file: or sqlserver://' })
    .superRefine((url, context) => {
      const problem = url.startsWith('sqlserver://') ? sqlServerUrlProblem(url) : null
      // Never the value: it holds the password.
      if (problem !== null) context.addIssue({ code: 'custom', message: problem })
    })
    .optional(),
  DATABASE_TLS: z
    .enum(['verified', 'unverified', 'off'], { error: 'must be verified, unverified or off' })
    .default('verified'),
  GROUP_COMMIT: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
} as const

export type DatabaseVariables = z.output<z.ZodObject<typeof DATABASE_VARIABLES>>

export interface DatabaseConfig {
  readonly engine: 'sqlite' | 'sqlserver'
  /** `file:<absolute path>` or `sqlserver://…`. */
  readonly url: string
  /** Write check-ins that arrive together in one transaction. */
  readonly groupCommit: boolean
}

/** @param dataFolder absolute; the embedded database lies there when no address is given */
export function databaseConfig(variables: DatabaseVariables, dataFolder: string): DatabaseConfig {
  const { DATABASE_URL: given = `file:${resolve(dataFolder, 'waiqin.db')}`, GROUP_COMMIT: groupCommit } = variables
  const engine = given.startsWith('file:') ? 'sqlite' : 'sqlserver'
  return {
    engine,
    url: engine === 'sqlite' ? `file:${resolve(given.slice('file:'.length))}` : given,
    groupCommit: groupCommit === undefined ? engine === 'sqlite' : groupCommit === 'on',
  }
}

/** One line for each way in which the address would let others read or forge what goes to the database. */
export function databaseProblems(
  { DATABASE_URL: url, DATABASE_TLS: tls }: DatabaseVariables,
  isProduction: boolean,
): string[] {
  if (!isProduction || url === undefined || !url.startsWith('sqlserver:')) return []
  const is = (setting: 'encrypt' | 'trustServerCertificate', value: string) =>
    settingOf(url, setting)?.toLowerCase() === value
  if (is('encrypt', 'false') && tls !== 'off') {
    return ['DATABASE_URL: must not say encrypt=false in production, or DATABASE_TLS must be off']
  }
  if (is('trustServerCertificate', 'true') && tls === 'verified') {
    return ['DATABASE_URL: must not say trustServerCertificate=true in production, or DATABASE_TLS must be unverified']
  }
  return []
}
