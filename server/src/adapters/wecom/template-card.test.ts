import type { DecisionCard } from '../../ports/messenger'
import { openBench, CORP_ID } from '../../../test/wecom-bench'
import { readCardXml } from '../../../sandbox/wecom/cards/card-xml'
import { parseXml } from '../../../sandbox/wecom/xml'
import { cardReplyXml, requireFitting, templateCardJson } from './template-card'

const LOOK = { source: '外勤签到', miniprogramAppId: 'wx5a4db0c000000001' }
const CARD: DecisionCard = {
  taskId: 'card-1',
  title: '陈雨桐申请换手机',
  subtitle: '同意后新手机生效，旧手机立即停用',
  rows: [{ name: '原因', value: '旧手机屏幕碎了' }],
  pagePath: 'packages/manage/approval/approval?id=7',
  foot: {
    kind: 'buttons',
    buttons: [
      { text: '驳回', key: 'reject:1', style: 'reject' },
      { text: '同意换机', key: 'approve:1', style: 'agree' },
    ],
  },
}
const buttons = (count: number, text = '同意', key = 'k') =>
  Array.from({ length: count }, (_, index) => ({ text, key: `${key}${index}`, style: 'agree' as const }))
const withButtons = (given: ReturnType<typeof buttons>) => ({ foot: { kind: 'buttons', buttons: given } }) as const
const rows = (count: number, name = '原因', value = '值') => Array.from({ length: count }, () => ({ name, value }))

describe('WeCom’s limits', () => {
  it.each<[string, Partial<DecisionCard>, Partial<DecisionCard>]>([
    ['title', { title: '题'.repeat(36) }, { title: '题'.repeat(37) }],
    ['subtitle', { subtitle: '题'.repeat(44) }, { subtitle: '题'.repeat(45) }],
    ['characters are not bytes or halves', { title: '𠮷'.repeat(36) }, { title: '𠮷'.repeat(37) }],
    ['rows', { rows: rows(6) }, { rows: rows(7) }],
    ['row name', { rows: rows(1, '五个字符名') }, { rows: rows(1, '六个字符的名') }],
    ['row value', { rows: rows(1, '名', '值'.repeat(30)) }, { rows: rows(1, '名', '值'.repeat(31)) }],
    ['buttons', withButtons(buttons(6)), withButtons(buttons(7))],
    ['at least one button', withButtons(buttons(1)), withButtons([])],
    ['button text', withButtons(buttons(1, '字'.repeat(10))), withButtons(buttons(1, '字'.repeat(11)))],
    ['button key', withButtons(buttons(1, '字', 'k'.repeat(1_023))), withButtons(buttons(1, '字', 'k'.repeat(1_024)))],
    ['keys differ', withButtons(buttons(2)), withButtons([...buttons(1), ...buttons(1)])],
    [
      'outcome',
      { foot: { kind: 'outcome', text: '字'.repeat(10) } },
      { foot: { kind: 'outcome', text: '字'.repeat(11) } },
    ],
    ['task id', { taskId: 'a'.repeat(128) }, { taskId: 'a'.repeat(129) }],
    ['task id’s characters', { taskId: '0aZ_-@' }, { taskId: 'a.b' }],
  ])('%s', async (_what, fits, over) => {
    expect(() => requireFitting({ ...CARD, ...over }, LOOK)).toThrow(RangeError)
    expect(() => requireFitting({ ...CARD, ...fits }, LOOK)).not.toThrow()
    // What we let pass, WeCom takes; decided cards are not sent, only drawn.
    if (fits.foot?.kind === 'outcome') return
    const { post } = openBench({ app: { callback: { url: 'http://127.0.0.1:9', token: 't', encodingAesKey: 'k' } } })
    const head = { touser: 'WangJianGuo', msgtype: 'template_card', agentid: 1_000_002 }
    const answer = await post('message/send', { ...head, template_card: templateCardJson({ ...CARD, ...fits }, LOOK) })
    expect(answer).toMatchObject({ errcode: 0, response_code: expect.any(String) })
  })

  it('source', () => {
    expect(() => requireFitting(CARD, { ...LOOK, source: '字'.repeat(20) })).not.toThrow()
    expect(() => requireFitting(CARD, { ...LOOK, source: '字'.repeat(21) })).toThrow(RangeError)
  })
})

describe('the answer to a press', () => {
  const replyTo = (card: DecisionCard, look = LOOK) =>
    parseXml(cardReplyXml(card, look, { userId: 'WangJianGuo', corpId: CORP_ID, nowMs: 1_763_427_600_999 }))
  const cardOf = (xml: ReturnType<typeof parseXml>) => {
    const card = xml.children.find(({ name }) => name === 'TemplateCard')
    if (card === undefined) throw new Error('no card')
    return readCardXml(card)
  }

  it.each<[string, DecisionCard]>([
    ['with buttons', CARD],
    ['decided', { ...CARD, foot: { kind: 'outcome', text: '王建国已同意' } }],
    ['without rows', { ...CARD, rows: [] }],
  ])('is the same card as the one that is sent: %s', (_what, card) => {
    const { task_id: _task, ...sent } = templateCardJson(card, LOOK)
    const { horizontal_content_list: list = [], ...read } = cardOf(replyTo(card))
    const { horizontal_content_list: expected, ...others } = sent
    expect(list).toEqual(expected)
    expect(read).toMatchObject(others)
  })

  it('leads nowhere without a mini-program', () => {
    expect(JSON.stringify(replyTo(CARD, { ...LOOK, miniprogramAppId: null as never }))).not.toContain('PagePath')
  })

  it.each(['<b>&amp;"\'', ']]>', ']]></Value></TemplateCard>', '\u0000\u0008换\uFFFE行\uD800', '𠮷😀'])(
    'says what people wrote as they wrote it: %j',
    (value) => {
      const card = cardOf(replyTo({ ...CARD, rows: [{ name: '原因', value }] }))
      const kept = value.replace(/[\u0000\u0008\uFFFE\uD800](?![\uDC00-\uDFFF])/g, '')
      expect(card.horizontal_content_list).toEqual([{ keyname: '原因', value: kept }])
    },
  )
})
