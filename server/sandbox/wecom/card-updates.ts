import { isObject, type Json } from './answer'
import { checkCard } from './cards/check-card'
import type { CardContext } from './cards/card-parts'
import type { ChatContent, Chats } from './chats'
import type { Directory } from './directory'
import { Refusal } from './errors'
import { requireAgent } from './messages'
import type { SandboxApp } from './options'
import type { ResponseCodes } from './response-codes'

interface Parts {
  readonly apps: readonly SandboxApp[]
  readonly directory: Directory
  readonly chats: Chats
  readonly responseCodes: ResponseCodes
  readonly contextOf: (app: SandboxApp) => CardContext
}

export type CardContent = Extract<ChatContent, { kind: 'template_card' }>

const MOST_USERS = 1_000
const MOST_PARTIES = 100

/** `POST /cgi-bin/message/update_template_card` (document 94888): `invaliduser` is an array here. */
export function createCardUpdates({ apps, directory, chats, responseCodes, contextOf }: Parts) {
  async function findAsked(body: Json): Promise<{ userIds: ReadonlySet<string>; invalid: string[] }> {
    const names = ['userids', 'partyids', 'tagids'] as const
    const [users = [], parties = [], tags = []] = names.map((name) => {
      const list = body[name] ?? []
      const most = name === 'userids' ? MOST_USERS : MOST_PARTIES
      if (!Array.isArray(list) || list.length > most) throw new Refusal(40058, `${name}: a list of at most ${most}`)
      return list as unknown[]
    })
    if (users.length + parties.length + tags.length === 0)
      throw new Refusal(40058, 'userids, partyids, tagids or atall')
    const below = await Promise.all(parties.map((id) => directory.below(Number(id))))
    const inParties = (await directory.members()).filter(({ departments }) =>
      departments.some(({ id }) => below.some((ids) => ids.has(id))),
    )
    const userIds = users.map(String)
    return { userIds: new Set([...userIds, ...inParties.map(({ userId }) => userId)].map(lower)), invalid: userIds }
  }

  return async (app: SandboxApp, body: Json): Promise<Json> => {
    requireAgent(apps, app, body['agentid'])
    const msgId = responseCodes.require(app, body['response_code'])
    const change = readChange(body, contextOf(app))
    const holders = chats.holdersOf(msgId)
    const isAll = body['atall'] === 1
    const { userIds, invalid } = isAll ? { userIds: null, invalid: [] } : await findAsked(body)
    const held = new Set(holders.map(({ userId }) => lower(userId)))
    for (const { userId, message } of holders) {
      if (message.content.kind !== 'template_card' || (userIds !== null && !userIds.has(lower(userId)))) continue
      chats.change(userId, message.id, { content: change(message.content) })
    }
    responseCodes.spend(body['response_code'])
    return { invaliduser: invalid.filter((userId) => !held.has(lower(userId))) }
  }
}

/** What an update makes of a card: grey buttons, or another card. @throws Refusal */
function readChange(body: Json, context: CardContext): (before: CardContent) => CardContent {
  const { button, template_card: card } = body
  if (isObject(button)) {
    const replaceName = context.checks.text(button, 'replace_name', { required: true }) ?? ''
    return (before) => ({ ...before, greyedText: replaceName })
  }
  if (!isObject(card)) throw new Refusal(40058, 'button or template_card')
  return replaceBy(card, context)
}

/** A whole new card; its task stays the first one's. @throws Refusal */
export function replaceBy(card: Json, context: CardContext): (before: CardContent) => CardContent {
  const checked = checkCard(card, context, 'update')
  return ({ taskId }) => ({
    kind: 'template_card',
    card: checked,
    taskId,
    greyedText: checked.replace_text ?? null,
  })
}

function lower(userId: string): string {
  return userId.toLowerCase()
}
