/**
 * `npm run demo:check-in`: acts as one phone against a running server and says every step.
 *
 *   npm run demo:check-in -- --person ZhouLi --outside
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createPhone, type Phone } from './api-client'
import { buildRequest, chooseSite, chooseSlot, type Wishes } from './attempt'
import { isApiProblem } from './http-json'
import { createPhoneKey, keepPhoneKey, readPhoneKey, type PhoneKey } from './phone-key'
import { say, sayDecision, sayExchange, sayStep } from './say'

const HELP = `用法：npm run demo:check-in -- [选项]
  --server <地址>    默认 http://127.0.0.1:8787
  --person <userid>  默认 XuWenJing
  --outside          定位在围栏外
  --wifi             连着办公室 Wi-Fi，没有定位
  --presence         同上，并向签到鉴权服务器要证明（先运行 npm run presence-gateway）`

const DEVICE = { brand: 'Demo', model: 'Command line', platform: 'demo', system: `Node.js ${process.version}` }

async function run(server: string, userId: string, wishes: Wishes): Promise<void> {
  const keyFile = join('.data', `demo-phone-${userId.toLowerCase().replace(/[^a-z0-9._-]/g, '_')}.json`)
  const key = await readPhoneKey(keyFile)
  const phone = createPhone({
    baseUrl: server.replace(/\/+$/, ''),
    userId,
    facts: DEVICE,
    nowMs: Date.now,
    key,
    onExchange: sayExchange,
  })
  await getReady(phone, key, keyFile)
  await checkIn(phone, wishes)
}

async function getReady(phone: Phone, key: PhoneKey | null, keyFile: string): Promise<void> {
  sayStep(`登录：用企业微信登录码换会话（${phone.userId}）`)
  const session = await phone.login(await phone.loginCode())
  say(`你是${session.employee.name}，${session.employee.department ?? '未分部门'}`)

  if (!session.consent.sufficient) {
    sayStep('读隐私告知，同意后才会采集位置')
    const notice = await phone.notice()
    say(`《${notice.title}》第 ${notice.version} 版`)
    await phone.agree(notice.version)
  }

  if (session.device === 'other_bound') throw new Error('这个人已绑定另一部手机。换一个人试：--person ZhouLi')
  if (session.device === 'bound') return say('这部手机已经绑定，密钥沿用')
  sayStep('绑定手机：服务器给的种子和本机随机数混成密钥，公钥登记，私钥留在本机')
  const { seed, enrolmentToken } = await phone.enrol()
  const newKey = key ?? createPhoneKey(seed)
  await keepPhoneKey(keyFile, newKey)
  const { device } = await phone.bind(newKey, enrolmentToken)
  say(`已绑定，密钥指纹 ${device.keyThumbprint.slice(0, 16)}…，私钥在 ${keyFile}`)
}

const RESULT_WORDS = { passed: '通过', failed: '不满足', not_needed: '不需要', not_run: '没有检查' } as const

async function checkIn(phone: Phone, wishes: Wishes): Promise<void> {
  sayStep('取今天的班次、可签到的地点和一次性挑战')
  const context = await phone.context()
  const slot = chooseSlot(context)
  if (slot === null) throw new Error('今天没有班次，换一个人试：--person ZhouLi')
  const site = chooseSite(context, slot, wishes)
  if (site === null) throw new Error('今天没有合适的地点，换一个人或换一种方式再试')
  say(`班次 ${slot.workDay} ${slot.kind}-${slot.span}，${slot.opensAt} 至 ${slot.closesAt}；地点：${site.name}`)

  let presenceProof: string | null = null
  if (wishes.presence && site.gatewayUrl !== null) {
    sayStep('请签到鉴权服务器为这次挑战签名')
    presenceProof = await phone.presenceProof(site.gatewayUrl).catch((error: unknown) => {
      if (isApiProblem(error)) throw error
      throw new Error(`连不上签到鉴权服务器 ${site.gatewayUrl}。先在另一个窗口运行 npm run presence-gateway`)
    })
  }

  sayStep(`${wishes.outside ? '在围栏外' : '在地点内'}签到：对原样字节签名后发出`)
  const request = buildRequest({ context, slot, site, wishes, device: phone.facts, presenceProof, nowMs: Date.now() })
  const signed = phone.signCheckIn(request)
  const first = await phone.submit(signed)
  sayDecision(first.reply)

  sayStep('同样的字节再发一次，像网络断了重试')
  const second = await phone.submit(signed)
  say(second.text === first.text ? '回答逐字相同，没有第二条记录' : '回答不同：这是一个错误')
  if (second.text !== first.text) process.exitCode = 1

  sayStep('看自己的记录')
  const record = await phone.record(first.reply.attemptId)
  sayDecision(record)
  for (const row of record.checks)
    say(`  ${row.title}：${RESULT_WORDS[row.result]}｜要求 ${row.askedText}｜实际 ${row.seenText}`)
}

const { values } = parseArgs({
  options: {
    server: { type: 'string', default: 'http://127.0.0.1:8787' },
    person: { type: 'string', default: 'XuWenJing' },
    outside: { type: 'boolean', default: false },
    wifi: { type: 'boolean', default: false },
    presence: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  console.log(HELP)
} else {
  try {
    await run(values.server, values.person, values)
  } catch (error) {
    console.error(`\n${explain(error, values.server)}`)
    process.exitCode = 1
  }
}

function explain(error: unknown, server: string): string {
  if (isApiProblem(error)) return `${error.message}（${error.code ?? error.status}）${error.hint ?? ''}`
  if (error instanceof TypeError && error.message === 'fetch failed') {
    return `连不上。服务器在 ${server} 吗？先在另一个窗口运行 npm start`
  }
  return error instanceof Error ? error.message : String(error)
}
