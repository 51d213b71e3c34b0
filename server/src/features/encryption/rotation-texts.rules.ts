export interface RotationFigures {
  readonly replacedCount: number
  readonly unreadableCount: number
  readonly cancelled: boolean
  /** Values under each configured key, the first one first, then (null) under none of them. */
  readonly use: readonly { readonly keyId: string | null; readonly count: number }[]
}

/** What was done, what lies under which key now, and what to do next. */
export function rotationTexts({ replacedCount, unreadableCount, cancelled, use }: RotationFigures): string[] {
  const [current, ...others] = use
  const texts = [`${cancelled ? '已停下' : '已完成'}：重新加密 ${replacedCount} 个值，解不开 ${unreadableCount} 个`]
  if (current !== undefined) texts.push(`当前密钥 ${String(current.keyId)}：${current.count} 个值`)
  for (const { keyId, count } of others) {
    if (keyId === null) {
      if (count > 0) texts.push(`不在配置里的密钥：${count} 个值。把它们的密钥加回 FIELD_KEYS，再运行一次`)
    } else if (count === 0) texts.push(`旧密钥 ${keyId}：0 个值；各进程都换上新密钥后，可以从 FIELD_KEYS 删除`)
    else texts.push(`旧密钥 ${keyId}：还有 ${count} 个值，不要删除；各进程换上新密钥并重启后再运行一次`)
  }
  return texts
}
