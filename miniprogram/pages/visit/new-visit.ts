/** A visit before it is checked in: its draft, the chosen site and whether the phone is there. */
import type { ContextReply, SlotReply } from '../../contract/api'
import { slotKey } from '../../contract/work-day'
import type { Stop } from '../../platform/platform'
import { permissionPage } from '../../routes'
import { platform, services } from '../../services/app'
import type { OpenDraft } from '../../services/drafts'
import { texts } from '../../texts/texts'
import { createLeaving } from '../application/leaving'
import { nearPlace, submitDraft, takePhotoInto } from '../application/submitting'
import { cellOf } from '../home/home-state'
import type { WayView } from '../home/verdict.view'
import { sitesView, type SitesView } from './sites.view'
import { visitEvidence } from './visit-evidence'
import { siteOf, visitView } from './visit.view'
import type { Shown, Writing } from './writing'

/** Photos grow old while the page is open. */
const TICK_MS = 10_000

export interface NewVisit extends Writing {
  sites(query: string): SitesView
  /** @param siteId null: the customer is not on the list */
  chooseSite(siteId: string | null): void
  take(page: { createSelectorQuery(): WechatMiniprogram.SelectorQuery }): Promise<void>
  removePhoto(sha256: string): Promise<void>
  /** A way out where presence does not hold. */
  way(act: WayView['act']): Promise<void>
  /** A real attempt all the same: the server judges, and a refused one is a record too. */
  submit(): Promise<void>
  discard(): Promise<void>
}

/** @param siteId chosen before, or empty; @param applies for approval from the start */
export async function startNewVisit(
  start: {
    readonly slot: SlotReply
    readonly context: ContextReply
    readonly siteId: string
    readonly applies: boolean
  },
  shown: Shown,
): Promise<NewVisit> {
  const { slot } = start
  const name = { workDay: slot.workDay, key: slotKey(slot), keepUntilMs: Date.parse(slot.uploadUntil) }
  let { context } = start
  let draft: OpenDraft = await services.drafts.open(name)
  let isSending = false
  let nearCell = ''
  let stops: readonly Stop[] = []
  const leaving = createLeaving()
  let isSiteSettled = draft.content().siteId !== null || draft.content().isUnlisted
  const isHeld = (await services.session.current())?.device === 'candidate'

  function judge(): void {
    const { isUnlisted, siteId } = draft.content()
    services.placeWatch.judgeBy(context, isUnlisted ? null : siteId)
  }

  function choose(siteId: string | null): void {
    isSiteSettled = true
    draft.change(siteId === null ? { siteId, isUnlisted: true } : { siteId, isUnlisted: false })
    judge()
  }

  /** Nothing chosen yet, and the phone is at a customer's: that is the one, until another is chosen. */
  function suggest(): void {
    const { verdict } = services.placeWatch.state()
    const held = verdict?.holds === true ? verdict.judged?.site : undefined
    const site = context.sites.find(({ id }) => id === held?.id)
    if (!isSiteSettled && site !== undefined && (site.planned || site.kind !== 'office')) choose(site.id)
  }

  /** Customers' places are found only near a place that is known. */
  async function loadNear(): Promise<void> {
    const near = nearPlace()
    if (near === null || cellOf(near) === nearCell) return
    nearCell = cellOf(near)
    const loaded = await services.contexts.load({ near })
    if (!loaded.ok) nearCell = ''
  }

  async function submit(): Promise<void> {
    if (isSending) return
    const evidence = visitEvidence(draft.content(), context)
    isSending = true
    shown.render()
    const submitted = await submitDraft(draft, { slot, ...evidence })
    isSending = submitted.kind !== 'blocked'
    shown.render()
    leaving.after(submitted)
  }

  const view = () =>
    visitView({
      context,
      slot,
      content: draft.content(),
      place: services.placeWatch.state(),
      isHeld,
      isSending,
      phoneNowMs: platform.time.nowMs(),
      windowWidthPixels: platform.device.windowWidthPixels,
    })

  if (start.siteId !== '') choose(start.siteId)
  if (start.applies) draft.change({ applies: true })

  function stop(): void {
    stops.forEach((one) => one())
    stops = []
    leaving.hide()
  }

  return {
    view,
    submit,
    content: () => draft.content(),
    change(change) {
      draft.change(change)
      shown.render()
    },
    save: () => draft.save(),

    sites: (query) =>
      sitesView({
        context,
        query,
        near: nearPlace(),
        chosenId: siteOf({ context, content: draft.content() })?.id ?? null,
      }),
    chooseSite(siteId) {
      choose(siteId)
      shown.render()
    },

    async take(page) {
      if (isSending) return
      await takePhotoInto(draft, slot, page)
      shown.render()
    },
    async removePhoto(sha256) {
      if (isSending) return
      await draft.removePhoto(sha256)
      shown.render()
    },

    async way(act) {
      if (act === 'apply') {
        draft.change({ applies: true })
        return shown.render()
      }
      if (act === 'wecom_settings') return platform.navigation.open(permissionPage('wecom_location'))
      if (act === 'precise_settings') return platform.navigation.open(permissionPage('precise'))
      if (act === 'settings') await platform.settings.open()
      await services.placeWatch.refresh()
    },

    async act() {
      if (view().foot.act === 'submit') await submit()
    },

    async discard() {
      const { discardTitle: title, discardText: text, discardAgree: agree, discardKeep: decline } = texts.visit
      if (isSending || !(await platform.screen.ask({ title, text, agree, decline }))) return
      const { siteId, isUnlisted } = draft.content()
      await draft.discard()
      draft = await services.drafts.open(name)
      draft.change({ siteId, isUnlisted })
      shown.refill()
    },

    watch() {
      stop()
      judge()
      stops = [
        services.contexts.onChange((known) => {
          context = known.context
          judge()
          shown.render()
        }),
        services.placeWatch.onChange(() => {
          // Choosing tells of a change itself.
          suggest()
          shown.render()
          void loadNear()
        }),
        services.placeWatch.start(),
        platform.time.every(TICK_MS, () => shown.render()),
      ]
      shown.render()
      leaving.show()
    },
    stop,
  }
}
