/** The day's field plan: each place can be chosen as the one that is visited now. */
import type { ContextReply, SlotReply } from '../../contract/api'
import { texts } from '../../texts/texts'

export interface PlanRow {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly canChoose: boolean
  readonly isChosen: boolean
  /** Read aloud. */
  readonly label: string
}

/** Pure. @param slot that the slab speaks of */
export function planView(
  { plans, sites, slots }: Pick<ContextReply, 'plans' | 'sites' | 'slots'>,
  slot: SlotReply | null,
  chosenSiteId: string | null,
): readonly PlanRow[] {
  const hasVisits = slots.some(({ kind }) => kind === 'visit')
  return plans.map(({ siteId, siteName, note }) => {
    const site = sites.find(({ id }) => id === siteId)
    const isChosen = slot?.kind === 'visit' && siteId === chosenSiteId
    return {
      id: siteId,
      name: siteName,
      text: note ?? site?.address ?? '',
      canChoose: hasVisits && site !== undefined,
      isChosen,
      label: isChosen ? texts.home.planChosenLabel(siteName) : siteName,
    }
  })
}
