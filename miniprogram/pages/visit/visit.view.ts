/** A new visit: which customer, whether the phone is there, what was done, and what is missing still. */
import type { ContextReply, OpenSiteReply, SlotReply } from '../../contract/api'
import type { ChipView } from '../../components/chip/chip.view'
import { draftTiles, type PhotoTile } from '../../components/photo-strip/photo-strip.view'
import { LONGEST, type DraftContent } from '../../services/drafts-content'
import type { PlaceState } from '../../services/place-state'
import { MOST_PHOTOS } from '../../contract/photos'
import { isStale } from '../../services/take-photo'
import { metresText } from '../../texts/format'
import { texts } from '../../texts/texts'
import { needsOf, reasonShortBy, SHORTEST_REASON } from '../application/application.view'
import { verdictView, type VerdictView } from '../home/verdict.view'
import { fieldsView, isFilled, isRecordBegun, type FieldsView } from './visit-fields.view'

const GUTTER_PIXELS = 16
export const FIGURE_HEIGHT_PIXELS = 168

export interface VisitView {
  readonly kind: 'new' | 'record'
  /** Of the check-in that the record belongs to. */
  readonly status: { readonly chip: ChipView; readonly text: string } | null
  readonly note: { readonly title: string; readonly text: string; readonly action: string } | null
  readonly verdict: VerdictView | null
  readonly customer: {
    readonly name: string
    readonly detail: string
    readonly canChoose: boolean
    readonly isTyped: boolean
  }
  readonly hasRecord: boolean
  readonly recordHint: string
  readonly canEdit: boolean
  readonly fields: FieldsView
  readonly purposeNeeded: boolean
  readonly notesNeeded: boolean
  readonly reason: { readonly lead: string; readonly hint: string; readonly count: string } | null
  readonly photos: {
    readonly count: string
    readonly rule: string
    readonly tiles: readonly PhotoTile[]
    readonly canTake: boolean
  } | null
  readonly history: readonly { readonly key: string; readonly title: string; readonly text: string }[]
  readonly foot: {
    readonly act: 'submit' | 'ways' | 'save' | 'none'
    readonly text: string
    readonly isReady: boolean
    readonly canTake: boolean
    readonly takeText: string
    /** Said under the button. */
    readonly missing: string
  }
  readonly canDiscard: boolean
}

export interface VisitInput {
  readonly context: ContextReply
  readonly slot: SlotReply
  readonly content: DraftContent
  readonly place: PlaceState
  readonly isHeld: boolean
  readonly isSending: boolean
  readonly phoneNowMs: number
  readonly windowWidthPixels: number
}

const words = texts.visit

export function siteOf({ context, content }: Pick<VisitInput, 'context' | 'content'>): OpenSiteReply | null {
  if (content.isUnlisted) return null
  return context.sites.find(({ id }) => id === content.siteId) ?? null
}

/** Pure. */
export function visitView(input: VisitInput): VisitView {
  const { context, slot, content, place, isSending, phoneNowMs } = input
  const { policy, capabilities } = context
  const site = siteOf(input)
  const needs = needsOf(slot, context, content.applies, input.isHeld)
  const isAsked = site !== null || content.isUnlisted
  const hasRecord = capabilities.visitRecords || policy.visitRecordRequired
  const hasPhotos = capabilities.photoUpload || needs.photo
  const canTake = hasPhotos && content.photos.length < MOST_PHOTOS && !isSending
  const begun = isRecordBegun(content)
  return {
    kind: 'new',
    status: null,
    note: null,
    verdict: isAsked
      ? verdictView({
          context,
          slot,
          place,
          figureWidthPixels: input.windowWidthPixels - 2 * GUTTER_PIXELS,
          figureHeightPixels: FIGURE_HEIGHT_PIXELS,
        })
      : null,
    customer: customerView(input, site),
    hasRecord,
    recordHint: policy.visitRecordRequired || begun ? '' : words.recordOptional,
    canEdit: !isSending,
    fields: fieldsView(content),
    purposeNeeded: policy.visitRecordRequired || begun || content.isUnlisted,
    notesNeeded: needs.note,
    reason: content.applies ? reasonView(context, content.reason) : null,
    photos: hasPhotos
      ? {
          count:
            content.photos.length > 0
              ? texts.photos.count(content.photos.length)
              : needs.photo
                ? texts.photos.required
                : texts.photos.optional,
          rule: content.photos.length < MOST_PHOTOS ? texts.photos.rule : texts.photos.enough,
          tiles: draftTiles(content.photos, phoneNowMs, isSending),
          canTake: canTake && content.photos.length === 0,
        }
      : null,
    history: [],
    foot: footOf(input, canTake),
    canDiscard: !isSending && (begun || content.photos.length > 0 || isFilled(content.reason)),
  }
}

function customerView({ content, place }: VisitInput, site: OpenSiteReply | null): VisitView['customer'] {
  if (content.isUnlisted) return { name: '', detail: words.unlistedPlace, canChoose: true, isTyped: true }
  if (site === null) {
    const detail = content.siteId === null ? words.chooseHint : words.siteGone
    return { name: words.chooseCustomer, detail, canChoose: true, isTyped: false }
  }
  const judged = place.verdict?.judged
  const signed = judged?.site.id === site.id ? judged.fence.signedDistanceMetres : null
  const away = signed === null ? '' : signed > 0 ? words.away(metresText(signed)) : words.inside
  const detail = [away, site.address].filter((part) => part !== '').join('，')
  return { name: site.name, detail, canChoose: true, isTyped: false }
}

function reasonView(context: ContextReply, reason: string): VisitView['reason'] {
  const shortBy = reasonShortBy(reason)
  return {
    lead: words.applyLead(context.leaders.join('、') || texts.slab.yourLeader),
    hint: shortBy > 0 && shortBy < SHORTEST_REASON ? words.reasonShort(shortBy) : words.reasonHint,
    count: words.counted(reason.length, LONGEST.reason),
  }
}

function footOf(input: VisitInput, canTake: boolean): VisitView['foot'] {
  const { content, place, isSending } = input
  const common = { canTake, takeText: content.photos.length === 0 ? texts.photos.take : texts.photos.takeAgain }
  if (isSending) return { ...common, act: 'none', text: words.submitting, isReady: false, missing: '' }
  const missing = missingOf(input)
  const text = content.applies ? words.submitApplication : words.submit
  if (missing.length > 0) return { ...common, act: 'none', text, isReady: false, missing: missing.join('，') }
  if (content.applies || place.verdict?.holds === true) {
    return { ...common, act: 'submit', text, isReady: true, missing: '' }
  }
  const isLocating = place.location === null || (!place.location.ok && place.locatingSinceMs !== null)
  if (isLocating) return { ...common, act: 'none', text, isReady: false, missing: words.needLocation }
  return { ...common, act: 'ways', text: words.ways, isReady: true, missing: '' }
}

/** What the person has still to do, in the order of the page. */
export function missingOf(
  input: Pick<VisitInput, 'context' | 'slot' | 'content' | 'isHeld' | 'phoneNowMs'>,
): readonly string[] {
  const { context, slot, content, isHeld, phoneNowMs } = input
  const needs = needsOf(slot, context, content.applies, isHeld)
  const needsRecord = context.policy.visitRecordRequired || content.isUnlisted || isRecordBegun(content)
  return [
    !content.isUnlisted && siteOf(input) === null ? words.needSite : '',
    content.isUnlisted && !isFilled(content.customer) ? words.needCustomer : '',
    needsRecord && !isFilled(content.purpose) ? (content.isOwnPurpose ? words.needOwn : words.needPurpose) : '',
    needs.note && !isFilled(content.notes) ? words.needNotes : '',
    needs.reason && reasonShortBy(content.reason) > 0 ? words.needReason : '',
    needs.photo && content.photos.length === 0 ? words.needPhoto : '',
    content.photos.some((photo) => isStale(photo, phoneNowMs)) ? words.needFresh : '',
  ].filter((part) => part !== '')
}
