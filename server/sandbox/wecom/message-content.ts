import type { Json } from './answer'
import { checkCard } from './cards/check-card'
import type { CardContext } from './cards/card-parts'
import type { ChatContent } from './chats'
import { requireUrl, type Checks } from './checks'
import { Refusal } from './errors'

const MESSAGE_MEMBERS = ['touser', 'toparty', 'totag', 'msgtype', 'agentid', 'safe', 'enable_id_trans'].concat(
  'enable_duplicate_check',
  'duplicate_check_interval',
)

/**
 * What a message of message/send says (document 90236), with every documented limit.
 * @throws Refusal with WeCom's code where one is documented, else 40058
 */
export function readContent(body: Json, context: CardContext): ChatContent {
  const type = body['msgtype']
  const read = typeof type === 'string' ? READERS[type] : undefined
  if (typeof type !== 'string' || read === undefined) throw new Refusal(40058, `msgtype ${String(type)}`)
  const { checks } = context
  checks.only(body, 'message', [...MESSAGE_MEMBERS, type])
  checks.choice(body, 'safe', [0, 1, 2])
  checks.choice(body, 'enable_id_trans', [0, 1])
  checks.choice(body, 'enable_duplicate_check', [0, 1])
  const part = checks.part(body, type)
  if (part === undefined) throw new Refusal(40058, `${type} is missing`)
  return read(part, context, body)
}

const READERS: Readonly<Record<string, (part: Json, context: CardContext, body: Json) => ChatContent>> = {
  text(part, { checks }) {
    checks.only(part, 'text', ['content'])
    const content = checks.text(part, 'content', { required: true, bytes: 2_048 }) ?? ''
    return { kind: 'text', from: 'app', content }
  },

  textcard(part, { checks }) {
    checks.only(part, 'textcard', ['title', 'description', 'url', 'btntxt'])
    const url = checks.text(part, 'url', { required: true, bytes: 2_048 }) ?? ''
    requireUrl(url, 'textcard.url')
    return {
      kind: 'textcard',
      title: textToCut(part, 'title', 128, checks),
      description: textToCut(part, 'description', 512, checks),
      url,
      buttonText: checks.text(part, 'btntxt', { characters: 4 }) ?? '',
    }
  },

  miniprogram_notice(part, { checks, miniProgramAppId }, body) {
    checks.only(part, 'miniprogram_notice', [
      ...['appid', 'page', 'title', 'description', 'emphasis_first_item', 'content_item'],
    ])
    if (String(body['touser']).split('|').includes('@all')) throw new Refusal(40058, 'no @all for a miniprogram_notice')
    const appId = checks.text(part, 'appid', { required: true, errcode: 42030 })
    if (appId !== miniProgramAppId) throw new Refusal(42030)
    const items = checks.list(part, 'content_item', { most: 10 }).map((item) => {
      checks.only(item, 'content_item', ['key', 'value'])
      const key = checks.text(item, 'key', { required: true, characters: 10 }) ?? ''
      const value = checks.text(item, 'value', { required: true, characters: 30 }) ?? ''
      return { key, value }
    })
    return {
      kind: 'miniprogram_notice',
      title: fourToTwelve(part, 'title', checks) ?? missing('title'),
      description: fourToTwelve(part, 'description', checks) ?? '',
      page: checks.text(part, 'page', { bytes: 1_024 }) ?? '',
      emphasiseFirst: part['emphasis_first_item'] === true,
      items,
    }
  },

  template_card(part, context) {
    const card = checkCard(part, context, 'send')
    return { kind: 'template_card', card, taskId: card.task_id ?? null, greyedText: null }
  },
}

/** WeCom cuts what is longer; in strict mode that is refused, as nobody means it. */
function textToCut(part: Json, member: string, mostBytes: number, checks: Checks): string {
  const text = checks.text(part, member, { required: true, ...(checks.strict ? { bytes: mostBytes } : {}) }) ?? ''
  const cut = Buffer.from(text, 'utf8').subarray(0, mostBytes).toString('utf8')
  return cut.replace(/\uFFFD+$/, '')
}

function fourToTwelve(part: Json, member: string, checks: Checks): string | undefined {
  const text = checks.text(part, member, { characters: 12 })
  if (checks.strict && text !== undefined && [...text].length < 4) {
    throw new Refusal(40058, `${member}: 4 to 12 characters`)
  }
  return text
}

function missing(member: string): never {
  throw new Refusal(40058, `${member} is missing`)
}
