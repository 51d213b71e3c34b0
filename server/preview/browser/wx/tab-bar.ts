import { call, WxFault, type Call } from './api'
import type { WxParts } from './index'

interface IndexOptions {
  readonly index: number
}

interface ItemOptions extends IndexOptions {
  readonly text?: string
  readonly iconPath?: string
  readonly selectedIconPath?: string
}

/** As on phones these work only while the page of a tab is on top, and for tabs that there are. */
export function tabBarCalls({
  app,
  stack,
  tabMarks,
  repaint,
}: Pick<WxParts, 'app' | 'stack' | 'tabMarks' | 'repaint'>) {
  const tabs = app.app.tabBar?.list ?? []
  const marking = <Options extends IndexOptions>(
    name: string,
    changes: (options: Options) => Parameters<typeof tabMarks.mark>[1],
  ): Call<Options, void> =>
    call<Options, void>(name, (options) => {
      if (!tabs.some(({ pagePath }) => pagePath === stack.top()?.path)) throw new WxFault('not TabBar page')
      if (tabs[options.index] === undefined) throw new WxFault('tabbar item not found')
      tabMarks.mark(options.index, changes(options))
      repaint()
    })
  return {
    setTabBarBadge: marking<IndexOptions & { readonly text: string }>('setTabBarBadge', ({ text }) => ({
      badge: text,
      hasDot: false,
    })),
    removeTabBarBadge: marking('removeTabBarBadge', () => ({ badge: undefined })),
    showTabBarRedDot: marking('showTabBarRedDot', () => ({ hasDot: true, badge: undefined })),
    hideTabBarRedDot: marking('hideTabBarRedDot', () => ({ hasDot: false })),
    setTabBarItem: marking<ItemOptions>('setTabBarItem', ({ text, iconPath, selectedIconPath }) => ({
      ...(text === undefined ? {} : { text }),
      ...(iconPath === undefined ? {} : { iconPath }),
      ...(selectedIconPath === undefined ? {} : { selectedIconPath }),
    })),
  }
}
