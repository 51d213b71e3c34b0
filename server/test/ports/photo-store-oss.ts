/**
 * A real bucket of OSS for tests: `TEST_OSS_BUCKET`, `TEST_OSS_REGION`, `TEST_OSS_ACCESS_KEY_ID`,
 * `TEST_OSS_ACCESS_KEY_SECRET` and whatever else `OSS_*` may say, each behind `TEST_`. Objects are written below `test/`.
 */
import { OSS_VARIABLES, ossConfig, ossProblems, type OssConfig } from '../../src/config.oss'
import { z } from 'zod'

/** Null: none is named. @throws Error when one is named, but not whole */
export function testBucket(): OssConfig | null {
  if ((process.env['TEST_OSS_BUCKET'] ?? '') === '') return null
  const given = Object.fromEntries(
    Object.keys(OSS_VARIABLES).flatMap((name) => {
      const value = process.env[`TEST_${name}`] ?? ''
      return value === '' ? [] : [[name, value]]
    }),
  )
  const variables = z.object(OSS_VARIABLES).parse({ ...given, PHOTO_STORE: 'oss' })
  const problems = ossProblems(variables, true)
  if (problems.length > 0) throw new Error(problems.map((line) => `TEST_${line}`).join('\n'))
  return ossConfig(variables)
}
