/** Prints the story: numbered steps, what went over the wire in short, and the decision with every finding. */
import type { CheckInReply, RecordReply } from '#contract/api'
import type { Exchange } from './http-json'

const LONGEST_LINE = 180
const OUTCOME_NAMES = { accepted: '通过', pending: '待定', refused: '未通过', superseded: '已被替代' } as const

let stepCount = 0

export function sayStep(title: string): void {
  console.log(`\n${++stepCount}. ${title}`)
}

export function say(text: string): void {
  console.log(`   ${text}`)
}

export function sayExchange({ method, path, sentBody, status, answeredText, tookMs }: Exchange): void {
  say(`→ ${method} ${path}${sentBody === null ? '' : ` ${brief(sentBody)}`}`)
  say(`← ${status} ${brief(answeredText)} (${Math.round(tookMs)} ms)`)
}

export function sayDecision(reply: CheckInReply | RecordReply): void {
  say(`【${OUTCOME_NAMES[reply.outcome]}】${reply.sentence} (${reply.code})`)
  if (reply.next !== '') say(`下一步：${reply.next}`)
  for (const finding of reply.findings) {
    say(`· ${finding.title} (${finding.code}, ${finding.severity})：${finding.sentence}`)
    say(`    要求 ${finding.askedText || '—'}；实际 ${finding.seenText || '—'}`)
  }
  if (reply.findings.length === 0) say('· 没有发现问题')
}

/** One line; keys, tokens and signatures are cut to their beginning. */
function brief(json: string): string {
  const shortened = json.replace(/"([\w-]{12})[\w.-]{28,}"/g, '"$1…"')
  return shortened.length > LONGEST_LINE ? `${shortened.slice(0, LONGEST_LINE)}…` : shortened
}
