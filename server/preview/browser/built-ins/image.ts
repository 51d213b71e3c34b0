import type { TagNode } from '../framework/glass-easel'
import { emit, type BuiltInTag } from '../framework/register-built-ins'
import type { Phone } from '../phone'

const FITS: Readonly<Record<string, string>> = { aspectFit: 'contain', aspectFill: 'cover', center: 'none' }

export function imageTag({ files }: Pick<Phone, 'files'>): BuiltInTag {
  return {
    properties: { src: '', mode: 'scaleToFill', lazyLoad: false, webp: false, showMenuByLongpress: false },
    attach(node) {
      const element = node.getBackendElement()
      const picture = document.createElement('img')
      picture.alt = ''
      element.append(picture)
      picture.addEventListener('load', (event) => {
        event.stopPropagation()
        emit(node, 'load', { width: picture.naturalWidth, height: picture.naturalHeight })
      })
      picture.addEventListener('error', (event) => {
        event.stopPropagation()
        emit(node, 'error', { errMsg: `${String(node.data['src'])} cannot be loaded` })
      })
      return {
        update() {
          const { src, mode, ariaLabel } = node.data
          const address = files.addressOf(String(src ?? ''), unitOf(node))
          if (picture.getAttribute('src') !== address) {
            if (address === '') picture.removeAttribute('src')
            else picture.setAttribute('src', address)
          }
          picture.alt = String(ariaLabel ?? '')
          picture.style.objectFit = FITS[String(mode)] ?? 'fill'
          element.setAttribute('mode', String(mode))
        },
      }
    },
  }
}

/** The page or component in whose template the tag stands. */
export function unitOf(node: TagNode): string {
  return node.ownerShadowRoot?.getHostNode().is ?? ''
}
