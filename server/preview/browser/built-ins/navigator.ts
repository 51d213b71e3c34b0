import type { BuiltInTag } from '../framework/register-built-ins'
import { unitOf } from './image'

const METHODS: Readonly<Record<string, string>> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
}

export const navigatorTag: BuiltInTag = {
  properties: { url: '', openType: 'navigate', delta: 1, hoverClass: 'navigator-hover', target: 'self' },
  attach: (node) => ({
    tap() {
      const { url, openType, delta } = node.data
      const { pathname, search } = new URL(String(url), new URL(unitOf(node), 'http://app.invalid/'))
      const router = (globalThis as unknown as { wx: Record<string, (options: unknown) => unknown> }).wx
      router[METHODS[String(openType)] ?? 'navigateTo']?.({ url: pathname + search, delta })
    },
  }),
}
