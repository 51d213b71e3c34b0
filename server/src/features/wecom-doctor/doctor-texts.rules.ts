import { amiss, clockLine as clockBeside, type DoctorLine } from '../doctors/doctor-line.rules'
import type { OwnAnswer, ProbeAnswer } from './answers.rules'

/** WeCom waits this long for the answer to its check of a callback address. */
const ECHO_LIMIT_MS = 1_000

/** A line about a call to WeCom. @param more what is known beside the error code */
export function trialLine(check: string, answer: ProbeAnswer, more = ''): DoctorLine {
  if (answer.kind === 'ok') return { check, state: 'ok', detail: '' }
  if (answer.kind === 'unreachable') {
    return { check, state: 'problem', detail: `连不上企业微信（${answer.reason}）。检查网络和 WECOM_BASE_URL` }
  }
  const remedy = answer.remedy ?? '查企业微信文档「全局错误码」'
  return { check, state: 'problem', detail: `errcode ${answer.errcode}，${remedy}${more}` }
}

export function clockLine(aheadMs: number | null, mostMs: number): DoctorLine {
  if (aheadMs === null) return amiss('时钟', '没有从企业微信得到时间。检查网络和 WECOM_BASE_URL')
  return clockBeside('企业微信', aheadMs, mostMs)
}

export function callbackLine(url: string, answer: OwnAnswer): DoctorLine {
  const check = '回调地址'
  const problem = (detail: string): DoctorLine => ({ check, state: 'problem', detail: `${url} ${detail}` })
  switch (answer.kind) {
    case 'ok':
      return answer.tookMs <= ECHO_LIMIT_MS
        ? { check, state: 'ok', detail: '从本机访问答对了。外网能否访问，以管理后台保存回调时的检查为准' }
        : problem(`答对了，但用了 ${Math.round(answer.tookMs)} 毫秒。企业微信只等 1 秒`)
    case 'other_text':
      return problem('答的不是明文。检查反向代理有没有改写回答')
    case 'http':
      return answer.status === 403
        ? problem('拒绝了自己的请求（403）。核对 Token、EncodingAESKey 和企业 ID，重启服务')
        : problem(`答了 HTTP ${answer.status}。检查服务是否在运行、反向代理是否转发这个路径`)
    case 'unreachable':
      return problem(`连不上（${answer.reason}）。检查 PUBLIC_URL、DNS、证书和防火墙`)
  }
}

export function domainFileLine(url: string, answer: OwnAnswer): DoctorLine {
  const check = '可信域名文件'
  if (answer.kind === 'ok') return { check, state: 'ok', detail: '' }
  const seen =
    answer.kind === 'http'
      ? `答了 HTTP ${answer.status}`
      : answer.kind === 'unreachable'
        ? `连不上（${answer.reason}）`
        : '内容不对'
  return { check, state: 'problem', detail: `${url} ${seen}。核对 WECOM_DOMAIN_FILE，让域名根路径转发到本服务` }
}
