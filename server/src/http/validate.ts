import { z } from 'zod'
import type { ErrorCode, ErrorDetail } from '#contract/error-codes'
import { AppError } from '../app-error'
import { isStorableText } from './json'
import type { Language } from './language'

const MAX_DETAILS = 20
const MAX_PATH_LENGTH = 120

const ERROR_MAPS = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError } as const
const EXTRA_FIELD = { zh: '没有这个字段', en: 'No such field' } as const

/**
 * The value as the schema reads it; with no schema only nothing or an empty object passes.
 * @throws AppError with `code` and at most 20 details that name fields and problems, never values
 */
export function validate(
  schema: z.ZodType | null,
  value: unknown,
  code: Extract<ErrorCode, 'BODY_INVALID' | 'QUERY_INVALID'>,
  language: Language,
): unknown {
  const parsed = (schema ?? z.strictObject({})).safeParse(value, { error: ERROR_MAPS[language] })
  if (parsed.success) return schema === null ? undefined : parsed.data
  throw new AppError(code, { details: detailsOf(parsed.error.issues, language) })
}

/** Query or path parameters of a request as a plain object. @throws AppError QUERY_INVALID for text no database can hold */
export function parametersOf(source: Readonly<Record<string, string | string[] | undefined>>): Record<string, unknown> {
  const parameters: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(source)) {
    const texts = [name, value ?? ''].flat()
    if (name === '__proto__' || !texts.every(isStorableText)) throw new AppError('QUERY_INVALID')
    parameters[name] = value
  }
  return parameters
}

/** @throws AppError QUERY_INVALID when path or query are not percent-encoded UTF-8 */
export function checkTarget(target: string): void {
  try {
    decodeURIComponent(target.replaceAll('+', ' '))
  } catch {
    throw new AppError('QUERY_INVALID', { details: [{ path: 'path', problem: 'percent-encoded UTF-8' }] })
  }
}

function detailsOf(issues: readonly z.core.$ZodIssue[], language: Language): ErrorDetail[] {
  const details = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => detail([...issue.path, key], EXTRA_FIELD[language]))
      : [detail(issue.path, issue.message)],
  )
  return details.slice(0, MAX_DETAILS)
}

function detail(path: readonly PropertyKey[], problem: string): ErrorDetail {
  return { path: path.map(String).join('.').slice(0, MAX_PATH_LENGTH), problem: problem.slice(0, MAX_PATH_LENGTH) }
}
