/** What this person may decide and see of others, and how many requests wait for the decision. Kept beside the session. */
import type { MeReply } from '../contract/api'
import type { Platform, Stop } from '../platform/platform'
import { success, type Result } from '../result'
import type { Api } from './api'
import { kept, listeners, single } from './memory'
import type { Session } from './session'
import type { ApiProblem } from './transport'

const PAGE_SIZE = 50
/** More are not counted: a badge has two digits. */
const MOST_COUNTED = 99
/** Not oftener by itself; for those who have no authority it is not worth asking oftener. */
const RENEWED_AFTER_MS = 60_000
const RENEWED_AFTER_MS_WITHOUT = 30 * 60_000

export interface Authority {
  readonly employeeId: string
  /** By a role, or because something waits for this person, as for a delegate. */
  readonly decides: boolean
  readonly readsTeam: boolean
  /** Not limited to a department. */
  readonly isCompanyWide: boolean
  /** At most 99. */
  readonly waiting: number
}

export interface Authorities {
  /** The last one of this person, from before too; null when none is known. Asks nobody. */
  current(): Promise<Authority | null>
  refresh(): Promise<Result<Authority, ApiProblem>>
  /** One less waits. */
  decided(): Promise<void>
  /** Gone from memory and phone. */
  forget(): Promise<void>
  /** Tells what is known now, and asks anew whenever the app or its first page is shown. */
  start(): Stop
  /** Told also when nothing changed: a tab's badge can be set only while the page of a tab is on top. */
  onChange(listener: (authority: Authority) => void): Stop
}

interface KeptAuthority {
  readonly authority: Authority
  readonly receivedAtMs: number
}

export function createAuthority(
  platform: Pick<Platform, 'storage' | 'time' | 'lifecycle'>,
  api: Pick<Api, 'me' | 'approvals'>,
  session: Pick<Session, 'current'>,
  contexts: { onChange(listener: () => void): Stop },
): Authorities {
  const store = kept<KeptAuthority>(platform.storage, 'authority')
  const changes = listeners<Authority>()
  let held: KeptAuthority | null = null

  async function known(): Promise<KeptAuthority | null> {
    held ??= await store.read()
    const employeeId = (await session.current())?.employee.id
    return held !== null && held.authority.employeeId === employeeId ? held : null
  }

  async function hold(authority: Authority, receivedAtMs: number): Promise<void> {
    held = { authority, receivedAtMs }
    changes.tell(authority)
    await store.write(held)
  }

  async function countWaiting(): Promise<Result<number, ApiProblem>> {
    let count = 0
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<Api['approvals']>> = await api.approvals({
        role: 'approver',
        status: 'pending',
        limit: PAGE_SIZE,
        ...(cursor === null ? {} : { cursor }),
      })
      if (!page.ok) return page
      count += page.value.items.filter(({ mayDecide }) => mayDecide).length
      cursor = page.value.nextCursor
    } while (cursor !== null && count < MOST_COUNTED)
    return success(Math.min(count, MOST_COUNTED))
  }

  const refresh = single(async (): Promise<Result<Authority, ApiProblem>> => {
    const [me, waiting] = await Promise.all([api.me(), countWaiting()])
    if (!me.ok) return me
    if (!waiting.ok) return waiting
    const authority = authorityOf(me.value, waiting.value)
    await hold(authority, platform.time.nowMs())
    return success(authority)
  })

  async function wake(): Promise<void> {
    if ((await session.current()) === null) return
    const found = await known()
    if (found !== null) changes.tell(found.authority)
    const patienceMs = found?.authority.decides === false ? RENEWED_AFTER_MS_WITHOUT : RENEWED_AFTER_MS
    const ageMs = found === null ? Infinity : platform.time.nowMs() - found.receivedAtMs
    if (ageMs < 0 || ageMs >= patienceMs) await refresh()
  }

  return {
    current: async () => (await known())?.authority ?? null,
    refresh,
    onChange: changes.add,

    async decided() {
      const found = await known()
      if (found === null) return
      const { authority, receivedAtMs } = found
      await hold({ ...authority, waiting: Math.max(0, authority.waiting - 1) }, receivedAtMs)
    },

    async forget() {
      held = null
      await store.forget()
    },

    start() {
      const stops = [platform.lifecycle.onShow(() => void wake()), contexts.onChange(() => void wake())]
      void wake()
      return () => stops.forEach((stop) => stop())
    },
  }
}

function authorityOf({ employee, permissions, roles }: MeReply, waiting: number): Authority {
  const readsTeam = permissions.includes('team.read')
  return {
    employeeId: employee.id,
    decides: waiting > 0 || readsTeam || permissions.includes('approvals.decide'),
    readsTeam,
    isCompanyWide: roles.some(
      ({ role, scopeDepartmentId }) => (role === 'hr' || role === 'admin') && scopeDepartmentId === null,
    ),
    waiting,
  }
}
