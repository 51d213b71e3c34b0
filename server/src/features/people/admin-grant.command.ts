/** `npm run admin:grant -- <userid> [role]`: gives a person a company-wide role, `admin` unless another is named. */
import { createPeopleStore } from '../../adapters/database/people-store'
import { openDatabase } from '../../adapters/database/open-database'
import { systemClock, systemRandom } from '../../adapters/system/system'
import { loadConfig } from '../../config'
import { grantByOperator } from './operator-grant.usecase'
import { GRANTABLE_ROLES } from './roles.rules'

const [userId, roleName = 'admin'] = process.argv.slice(2)
const role = GRANTABLE_ROLES.find((one) => one === roleName)

if (userId === undefined || role === undefined) {
  console.error(`用法：npm run admin:grant -- <企业微信账号> [${GRANTABLE_ROLES.join(' | ')}]`)
  process.exitCode = 64
} else {
  const database = await openDatabase({ url: loadConfig().database.url })
  try {
    const people = createPeopleStore(database)
    const result = await grantByOperator({ people, random: systemRandom, clock: systemClock }, userId, role)
    const lines = {
      granted: `已授予 ${userId} 角色 ${role}（全公司）`,
      held_already: `${userId} 已有角色 ${role}（全公司），没有改动`,
      unknown_person: `名册里没有 ${userId}。先同步或录入人员，再授权`,
    }
    console.log(lines[result])
    process.exitCode = result === 'unknown_person' ? 1 : 0
  } finally {
    await database.close()
  }
}
