import { createEventChannel } from '../framework/event-channel'
import { NavigationFault } from '../framework/page-stack'
import { call, WxFault } from './api'
import type { WxParts } from './index'

interface UrlOptions {
  readonly url: string
  readonly events?: Readonly<Record<string, (...parameters: unknown[]) => void>>
}

export function navigationCalls({ stack, repaint }: Pick<WxParts, 'stack' | 'repaint'>) {
  const absolute = (url: string) => {
    if (url.startsWith('/')) return url
    const { pathname, search } = new URL(url, new URL(stack.top()?.path ?? '', 'http://app.invalid/'))
    return pathname + search
  }
  const moving = <Result extends object | void>(name: string, move: (options: UrlOptions) => Result) =>
    call<UrlOptions, Result>(name, (options) => {
      try {
        return move(options)
      } catch (error) {
        throw error instanceof NavigationFault ? new WxFault(error.message) : error
      }
    })
  return {
    navigateTo: moving('navigateTo', ({ url, events }) => {
      const eventChannel = createEventChannel(events)
      stack.open(absolute(url), eventChannel)
      return { eventChannel }
    }),
    redirectTo: moving('redirectTo', ({ url }) => stack.replace(absolute(url))),
    reLaunch: moving('reLaunch', ({ url }) => stack.relaunch(absolute(url))),
    switchTab: moving('switchTab', ({ url }) => stack.switchTab(absolute(url))),
    navigateBack: call<{ delta?: number }, void>('navigateBack', ({ delta = 1 }) => {
      try {
        stack.back(delta)
      } catch (error) {
        throw error instanceof NavigationFault ? new WxFault(error.message) : error
      }
    }),
    setNavigationBarTitle: call<{ title: string }, void>('setNavigationBarTitle', ({ title }) => {
      const page = stack.top()
      if (page !== undefined) page.title = title
      repaint()
    }),
    setNavigationBarColor: call('setNavigationBarColor', () => undefined),
    showNavigationBarLoading: call('showNavigationBarLoading', () => undefined),
    hideNavigationBarLoading: call('hideNavigationBarLoading', () => undefined),
    pageScrollTo: call<{ scrollTop?: number; selector?: string }, void>('pageScrollTo', ({ scrollTop, selector }) => {
      const scroller = stack.top()?.scroller
      if (selector !== undefined) scroller?.querySelector(selector)?.scrollIntoView()
      else scroller?.scrollTo(0, scrollTop ?? 0)
    }),
    startPullDownRefresh: call('startPullDownRefresh', () => {
      const instance = stack.top()?.instance
      const refresh = instance?.['onPullDownRefresh']
      if (typeof refresh === 'function') (refresh as () => void).call(instance)
    }),
    stopPullDownRefresh: call('stopPullDownRefresh', () => undefined),
    enableAlertBeforeUnload: call('enableAlertBeforeUnload', () => undefined),
    disableAlertBeforeUnload: call('disableAlertBeforeUnload', () => undefined),
    exitMiniProgram: call('exitMiniProgram', () => undefined),
  }
}
