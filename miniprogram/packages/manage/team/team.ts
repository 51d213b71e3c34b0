import type { TeamTodayReply } from '../../../contract/api-team'
import { PAGE_STYLE } from '../../../components/page-scale'
import { changedParts } from '../../../pages/changed-parts'
import { platform, services } from '../../../services/app'
import { createPagedList } from '../../../services/approvals-paging'
import type { ApiProblem } from '../../../services/transport'
import { clockText, offsetMinutesOf } from '../../../texts/format'
import { texts } from '../../../texts/texts'
import { filterOf, teamView, type TeamFilter, type TeamView } from './team.view'

const PAGE_SIZE = 100
/** One tap reads on at most this far for a filter that finds few: the server allows 30 requests a minute. */
const MOST_PAGES_AT_ONCE = 3
/** Fewer do not fill a screen. */
const ENOUGH = 8
const FRESH_MS = 10_000

/** Beside the page: what the page holds itself is copied when it is made. */
let first: TeamTodayReply | null = null
let filter: TeamFilter = 'all'
let search = ''
let readerId = ''
let list = createTeamList()

function createTeamList() {
  return createPagedList(
    platform.time,
    async (cursor) => {
      const page = await services.api.teamToday({ limit: PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) })
      if (page.ok && page.value.summary !== null) first = page.value
      return page
    },
    ({ employee }) => employee.id,
  )
}

/** Everybody within reach today: who is there, who is late, who is missing. No exact places. */
Page({
  data: {
    style: PAGE_STYLE,
    words: texts.team,
    retry: texts.home.retry,
    view: null as TeamView | null,
    failure: '',
    stale: '',
    isReading: false,
  },

  async onShow() {
    const employeeId = (await services.session.current())?.employee.id ?? ''
    if (employeeId !== readerId) {
      readerId = employeeId
      first = null
      list = createTeamList()
    }
    this.render()
    const loadedAtMs = list.loadedAtMs()
    if (loadedAtMs === null || platform.time.nowMs() - loadedAtMs >= FRESH_MS) await this.load()
  },

  onPullDownRefresh() {
    void this.load().then(() => platform.screen.endPullDown())
  },

  onReachBottom() {
    void this.more()
  },

  async load() {
    this.tell(await list.refresh())
    this.render()
    await this.fill()
  },

  async more() {
    if (!list.hasMore()) return
    this.setData({ isReading: true })
    this.tell(await list.more())
    this.setData({ isReading: false })
    this.render()
  },

  /** A filter may find few among those that were read: reads on a little. */
  async fill() {
    for (let pages = 0; pages < MOST_PAGES_AT_ONCE; pages++) {
      const found = this.data.view?.members.length ?? 0
      if (!list.hasMore() || found >= ENOUGH || this.data.stale !== '') return
      await this.more()
    }
  },

  tell(problem: ApiProblem | null) {
    const isFirst = list.items() === null
    const stale = problem === null || isFirst ? '' : staleText(problem)
    this.setData({ failure: problem !== null && isFirst ? failureText(problem) : '', stale })
  },

  render() {
    const members = list.items()
    if (members === null || first === null || first.summary === null) return
    const { summary, serverTime } = first
    const view = teamView({ members, summary, serverTime, filter, search, hasMore: list.hasMore() })
    const parts = changedParts('view', this.data.view, view)
    if (parts !== null) this.setData(parts)
  },

  onFilter(event: WechatMiniprogram.TouchEvent) {
    filter = filterOf(event.currentTarget.dataset['key'])
    this.render()
    void this.fill()
  },

  onSearch(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    search = event.detail.value
    this.render()
  },

  onMore() {
    void this.more()
  },

  onRetry() {
    void this.load()
  },

  onUnload() {
    filter = 'all'
    search = ''
  },
})

function failureText(problem: ApiProblem): string {
  if (problem.kind === 'refused' && problem.status === 403) return texts.team.notAllowed
  return isTooOften(problem) ? texts.team.tooOften : texts.team.failed
}

function staleText(problem: ApiProblem): string {
  if (isTooOften(problem)) return texts.team.tooOften
  const loadedAtMs = list.loadedAtMs() ?? platform.time.nowMs()
  const offset = offsetMinutesOf(first?.serverTime ?? '')
  return texts.team.stale(clockText(loadedAtMs, offset).slice(0, 5))
}

function isTooOften(problem: ApiProblem): boolean {
  return problem.kind === 'refused' && problem.status === 429
}
