import type { OwnAddressProbe, ProbeAnswer, WecomProbe, WecomTrial } from '../../ports/wecom-probe'
import type { DoctorLine } from '../doctors/doctor-line.rules'
import { callbackLine, clockLine, domainFileLine, trialLine } from './doctor-texts.rules'
import { domainFileText, settingsProblems, type WecomSettings } from './settings.rules'

export interface DoctorDependencies {
  readonly settings: WecomSettings
  readonly wecom: WecomProbe
  readonly own: OwnAddressProbe
  /** Where browsers and WeCom reach this server, without a slash at its end. */
  readonly publicUrl: string
  readonly callbackUrl: string
}

/** WeCom's signatures and codes live for minutes. */
const MOST_CLOCK_MS = 60_000
const UNTRUSTED_ADDRESS = 60020
const AFTER_ABOVE = '先处理上面的问题'

/** Every check, one line each, as they are done. Changes nothing anywhere, and names no secret. */
export async function* runDoctor(dependencies: DoctorDependencies): AsyncGenerator<DoctorLine> {
  const { settings, wecom } = dependencies
  yield* settingsLines(settings)
  yield clockLine(await wecom.clockAheadMs(), MOST_CLOCK_MS)
  const app = await wecom.try('app_token')
  yield trialLine('应用 Secret', app)
  yield* appLines(dependencies, app)
  yield* contactsLines(dependencies)
  yield* ownAddressLines(dependencies)
}

function* settingsLines(settings: WecomSettings): Generator<DoctorLine> {
  const check = '设置'
  const problems = settingsProblems(settings)
  for (const detail of problems) yield { check, state: 'problem', detail }
  if (problems.length > 0) return
  yield { check, state: 'ok', detail: settings.isSandbox ? '用的是内置沙箱，没有连真的企业微信' : '' }
}

/** What the app's token may do. */
async function* appLines({ settings, wecom }: DoctorDependencies, app: ProbeAnswer): AsyncGenerator<DoctorLine> {
  const departments = app.kind === 'ok' ? await wecom.try('departments') : app
  const isTrusted = !(departments.kind === 'refused' && departments.errcode === UNTRUSTED_ADDRESS)
  const mayGoOn = app.kind === 'ok' && isTrusted
  const later = (check: string): DoctorLine => ({ check, state: 'off', detail: AFTER_ABOVE })
  const line = async (check: string, trial: WecomTrial, more?: string) =>
    mayGoOn ? trialLine(check, await wecom.try(trial), more) : later(check)

  if (app.kind !== 'ok') yield later('企业可信IP')
  else yield isTrusted ? { check: '企业可信IP', state: 'ok', detail: '' } : trialLine('企业可信IP', departments)
  yield mayGoOn ? trialLine('读取部门', departments) : later('读取部门')
  yield await line('发消息', 'messages')
  yield settings.hasMiniProgram
    ? await line('关联小程序', 'mini_program', '。核对 WECOM_MINIPROGRAM_APPID，并在应用页关联这个小程序')
    : { check: '关联小程序', state: 'off', detail: '没有 WECOM_MINIPROGRAM_APPID' }
  yield settings.writesBack
    ? await line('写入打卡', 'attendance', '。在「打卡 → 可调用接口的应用」里加上应用')
    : { check: '写入打卡', state: 'off', detail: 'WECOM_WRITE_BACK 没有打开' }
  yield await line('JS-SDK 企业票据', 'page_ticket')
  yield await line('JS-SDK 应用票据', 'app_ticket')
}

async function* contactsLines({ settings, wecom }: DoctorDependencies): AsyncGenerator<DoctorLine> {
  const check = '通讯录同步 Secret'
  if (!settings.hasContactSecret) {
    yield { check, state: 'off', detail: '没有 WECOM_CONTACT_SECRET，人员从文件导入' }
    return
  }
  const contacts = await wecom.try('contacts_token')
  const more = '（在「管理工具 → 通讯录同步」页核对，可信 IP 也在那里）'
  yield trialLine(check, contacts, more)
  if (contacts.kind === 'ok') yield trialLine('读取成员名单', await wecom.try('member_ids'), more)
  else yield { check: '读取成员名单', state: 'off', detail: AFTER_ABOVE }
}

async function* ownAddressLines(dependencies: DoctorDependencies): AsyncGenerator<DoctorLine> {
  const { settings, own, publicUrl, callbackUrl } = dependencies
  if (settings.hasCallback) yield callbackLine(callbackUrl, await own.echo(callbackUrl))
  else yield { check: '回调地址', state: 'off', detail: '没有 Token 和 EncodingAESKey' }
  const { domainFile } = settings
  if (domainFile === null) {
    yield { check: '可信域名文件', state: 'off', detail: '没有 WECOM_DOMAIN_FILE；由别处提供时不用管' }
    return
  }
  const url = `${publicUrl}/${domainFile}`
  yield domainFileLine(url, await own.text(url, domainFileText(domainFile)))
}
