import type { BucketFacts, OssAnswer, WebAnswer } from './answers.rules'

export interface DoctorLine {
  readonly check: string
  readonly state: 'ok' | 'off' | 'problem'
  /** What to do, or what was seen. */
  readonly detail: string
}

const STATES = { ok: '正常', off: '未查', problem: '问题' } as const
/** OSS takes nothing that was signed more than a quarter of an hour off. */
const MOST_CLOCK_MS = 60_000

export function lineText({ check, state, detail }: DoctorLine): string {
  return `${STATES[state]}　${check}${detail === '' ? '' : `：${detail}`}`
}

export function summaryText(lines: readonly DoctorLine[]): string {
  const problems = lines.filter(({ state }) => state === 'problem').length
  return problems === 0 ? 'OSS 对接正常' : `有 ${problems} 处要处理，步骤见 docs/operations.md`
}

export const well = (check: string, detail = ''): DoctorLine => ({ check, state: 'ok', detail })
export const amiss = (check: string, detail: string): DoctorLine => ({ check, state: 'problem', detail })

/** The line of an answer that is no answer; null: it is one. */
export function failedLine(check: string, answer: OssAnswer<unknown>): DoctorLine | null {
  if (answer.kind === 'ok') return null
  if (answer.kind === 'unreachable') {
    return amiss(check, `连不上（${answer.reason}）。检查网络、OSS_ENDPOINT 和 OSS_DOMAIN`)
  }
  return amiss(check, `${answer.code}，${answer.remedy ?? '查阿里云文档「OSS 错误响应」'}`)
}

export function clockLine(aheadMs: number | null): DoctorLine {
  const check = '时钟'
  if (aheadMs === null) return amiss(check, '没有从 OSS 得到时间。检查网络、DNS、证书和 OSS_DOMAIN')
  const seconds = Math.round(Math.abs(aheadMs) / 1_000)
  const detail = `比 OSS ${aheadMs > 0 ? '慢' : '快'} ${seconds} 秒`
  if (Math.abs(aheadMs) <= MOST_CLOCK_MS) return well(check, seconds === 0 ? '' : detail)
  return amiss(check, `${detail}。给服务器打开 NTP 对时`)
}

export function factsLines(facts: BucketFacts, region: string): DoctorLine[] {
  return [
    well('Bucket'),
    facts.region === region ? well('地域', region) : amiss('地域', `在 ${facts.region}。把 OSS_REGION 改成它`),
    facts.acl === 'private'
      ? well('读写权限')
      : amiss('读写权限', `是 ${facts.acl}，照片会被任何人看到。立即改为私有，并打开「阻止公共访问」`),
  ]
}

export function versioningLine(versioning: 'off' | 'enabled' | 'suspended'): DoctorLine {
  const check = '版本控制'
  if (versioning === 'off') return well(check)
  return amiss(check, '开过版本控制：删掉的照片还在，禁止覆盖也会失效。换一个没开过的 Bucket')
}

export function encryptionLine(bucketAlgorithm: string | null, ownAlgorithm: string): DoctorLine {
  return well('加密', `每张照片 ${ownAlgorithm}，Bucket 默认 ${bucketAlgorithm ?? '不加密'}`)
}

/** What the web answered instead of what was expected. */
export function seen(answer: WebAnswer): string {
  if (answer.kind === 'unreachable') return `连不上（${answer.reason}）`
  return `答了 HTTP ${answer.status}${answer.code === null ? '' : ` ${answer.code}`}`
}
