/** Photos of somebody else's check-in: for whoever is asked about it or may see photos; each look leaves a record. */
import type { PhotoReply } from '../contract/api-photos'
import { failure, success, type Result } from '../result'
import type { Api } from './api'
import type { ApiProblem } from './transport'

/** `hidden`: the server shows them to this person no (or not yet): it does not say which. */
export type PhotosProblem = { readonly kind: 'hidden' } | { readonly kind: 'failed'; readonly problem: ApiProblem }

export interface ShownPhotos {
  /** In the order of the check-in. */
  readonly photos: readonly PhotoReply[]
  /** Addresses of the verified ones by hash, good for minutes. */
  readonly urls: Readonly<Record<string, string>>
}

export interface ApprovalPhotos {
  show(attemptId: string): Promise<Result<ShownPhotos, PhotosProblem>>
}

const HIDDEN_STATUSES = [403, 404]

export function createApprovalPhotos(api: Pick<Api, 'photos' | 'photoView'>): ApprovalPhotos {
  return {
    async show(attemptId) {
      const list = await api.photos(attemptId)
      if (!list.ok) return failure(problemOf(list.problem))
      const photos = list.value.items
      const verified = photos.filter(({ state }) => state === 'verified')
      const views = await Promise.all(verified.map(({ sha256 }) => api.photoView(attemptId, sha256, 'display')))
      const failed = views.find((view) => !view.ok)
      if (failed !== undefined && !failed.ok) return failure(problemOf(failed.problem))
      const urls = verified.flatMap(({ sha256 }, index) => {
        const view = views[index]
        return view?.ok === true ? [[sha256, view.value.url] as const] : []
      })
      return success({ photos, urls: Object.fromEntries(urls) })
    },
  }
}

function problemOf(problem: ApiProblem): PhotosProblem {
  const isHidden = problem.kind === 'refused' && HIDDEN_STATUSES.includes(problem.status)
  return isHidden ? { kind: 'hidden' } : { kind: 'failed', problem }
}
