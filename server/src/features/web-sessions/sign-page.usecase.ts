import { AppError } from '../../app-error'
import type { JsSignature, JsSignatures } from '../../ports/web-login'
import { isOwnPage } from './own-pages.rules'

export type SignPage = (kind: 'config' | 'agentConfig', url: string) => Promise<JsSignature>

/**
 * Signs a page of ours for JS-SDK; a signature for another page would lend it our app's rights.
 * @throws AppError QUERY_INVALID, WECOM_UNAVAILABLE, WECOM_REFUSED
 */
export function createSignPage(dependencies: {
  readonly jsSignatures: JsSignatures
  readonly ownOrigin: () => string
}): SignPage {
  return async (kind, url) => {
    if (!isOwnPage(url, dependencies.ownOrigin())) {
      throw new AppError('QUERY_INVALID', { details: [{ path: 'url', problem: 'a page of this server' }] })
    }
    return dependencies.jsSignatures.sign(kind, url)
  }
}
