/** Photos of somebody else's check-in: only for who may see places and photos, and each look leaves a record. */
import { failure, success, type Result } from '../result'
import type { Api } from './api'
import type { ApiProblem } from './transport'

/** `hidden`: the server shows them to this person no (or not yet): it does not say which. */
export type PhotosProblem = { readonly kind: 'hidden' } | { readonly kind: 'failed'; readonly problem: ApiProblem }

export interface ApprovalPhotos {
  /** Short-lived addresses of the verified photos, in the order of the check-in. */
  show(attemptId: string): Promise<Result<readonly string[], PhotosProblem>>
}

const HIDDEN_STATUSES = [403, 404]

export function createApprovalPhotos(api: Pick<Api, 'photos' | 'photoView'>): ApprovalPhotos {
  return {
    async show(attemptId) {
      const list = await api.photos(attemptId)
      if (!list.ok) return failure(problemOf(list.problem))
      const verified = list.value.items.filter(({ state }) => state === 'verified')
      const views = await Promise.all(verified.map(({ sha256 }) => api.photoView(attemptId, sha256, 'display')))
      const failed = views.find((view) => !view.ok)
      if (failed !== undefined && !failed.ok) return failure(problemOf(failed.problem))
      const urls = views.flatMap((view) => (view.ok ? [view.value.url] : []))
      return urls.length === 0 ? failure({ kind: 'hidden' }) : success(urls)
    },
  }
}

function problemOf(problem: ApiProblem): PhotosProblem {
  const isHidden = problem.kind === 'refused' && HIDDEN_STATUSES.includes(problem.status)
  return isHidden ? { kind: 'hidden' } : { kind: 'failed', problem }
}
