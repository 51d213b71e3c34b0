import { amiss, clockLine as clockBeside, well, type DoctorLine } from '../doctors/doctor-line.rules'
import type { BucketFacts, OssAnswer, WebAnswer } from './answers.rules'

/** OSS takes nothing that was signed more than a quarter of an hour off. */
const MOST_CLOCK_MS = 60_000

/** The line of an answer that is no answer; null: it is one. */
export function failedLine(check: string, answer: OssAnswer<unknown>): DoctorLine | null {
  if (answer.kind === 'ok') return null
  if (answer.kind === 'unreachable') {
    return amiss(check, `连不上（${answer.reason}）。检查网络、OSS_ENDPOINT 和 OSS_DOMAIN`)
  }
  return amiss(check, `${answer.code}，${answer.remedy ?? '查阿里云文档「OSS 错误响应」'}`)
}

export function clockLine(aheadMs: number | null): DoctorLine {
  if (aheadMs === null) return amiss('时钟', '没有从 OSS 得到时间。检查网络、DNS、证书和 OSS_DOMAIN')
  return clockBeside(' OSS ', aheadMs, MOST_CLOCK_MS)
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
