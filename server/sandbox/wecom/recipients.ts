import type { Json } from './answer'
import type { Directory } from './directory'
import type { Member } from './directory-types'
import { Refusal } from './errors'
import type { SandboxApp } from './options'

export interface Recipients {
  readonly members: readonly Member[]
  /** As given, lower case. */
  readonly invalidUsers: readonly string[]
  readonly invalidParties: readonly string[]
  readonly invalidTags: readonly string[]
}

const MOST_USERS = 1_000
const MOST_PARTIES = 100

/**
 * Who a message goes to: members in the app's visible range; `|`-joined lists or `@all`. The sandbox knows no tags.
 * @throws Refusal 40058 empty or too long, 81013 nobody is left
 */
export async function findRecipients(body: Json, app: SandboxApp, directory: Directory): Promise<Recipients> {
  const users = split(body, 'touser', MOST_USERS)
  const parties = split(body, 'toparty', MOST_PARTIES)
  const tags = split(body, 'totag', MOST_PARTIES)
  if (users.length + parties.length + tags.length === 0) throw new Refusal(40058, 'touser, toparty and totag are empty')
  const found = new Map<string, Member>()
  const add = (member: Member) => found.set(member.userId.toLowerCase(), member)
  const isReached = (member: Member) => canRead(member) && directory.isVisible(member, app)

  if (users.includes('@all')) (await directory.members()).filter(isReached).forEach(add)
  const invalidUsers: string[] = []
  for (const userId of users.filter((user) => user !== '@all')) {
    const member = await directory.member(userId)
    if (member !== null && isReached(member)) add(member)
    else invalidUsers.push(userId.toLowerCase())
  }
  const invalidParties: string[] = []
  for (const party of parties) {
    const below = await directory.below(Number(party))
    if (below.size === 0) invalidParties.push(party)
    const members = below.size === 0 ? [] : await directory.members()
    members.filter((member) => isReached(member) && member.departments.some(({ id }) => below.has(id))).forEach(add)
  }
  if (found.size === 0) throw new Refusal(81013, [...invalidUsers, ...invalidParties, ...tags].join('|'))
  return { members: [...found.values()], invalidUsers, invalidParties, invalidTags: tags }
}

/** Who is disabled or has not activated WeCom reads nothing there. */
function canRead({ status }: Member): boolean {
  return status === 1
}

function split(body: Json, name: string, most: number): string[] {
  const given = body[name] ?? ''
  if (typeof given !== 'string') throw new Refusal(40058, `${name} must be text`)
  const list = [...new Set(given.split('|').map((part) => part.trim()))].filter((part) => part !== '')
  if (list.length > most) throw new Refusal(40058, `${name}: more than ${most}`)
  return list
}
