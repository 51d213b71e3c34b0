import type { CompiledApp } from '../../compiled-app'
import type { CodeSpace } from './code-space'
import type { EventChannel } from './event-channel'
import type { UnitInstance, UnitRoot } from './glass-easel'
import { parseUrl } from './parse-url'

/** One page that is alive: in the stack, or a tab that was left. */
export interface OpenPage {
  readonly path: string
  /** With its question mark; empty without a query. */
  readonly query: string
  readonly instance: UnitInstance
  readonly root: UnitRoot
  /** The page's area, and inside it what scrolls. */
  readonly view: HTMLElement
  readonly scroller: HTMLElement
  /** Set by `wx.setNavigationBarTitle`. */
  title: string | null
}

export interface PageStack {
  /** Bottom first. */
  readonly pages: readonly OpenPage[]
  open(url: string, opener?: EventChannel): OpenPage
  replace(url: string): void
  relaunch(url: string): void
  switchTab(url: string): void
  back(count: number): void
  top(): OpenPage | undefined
  show(): void
  hide(): void
}

/** A way to a page that is none; the text goes into `errMsg`. */
export class NavigationFault extends Error {}

const MOST_PAGES = 10

export interface StackOptions {
  readonly app: CompiledApp
  readonly code: CodeSpace
  readonly host: HTMLElement
  /** The stack or the page's look changed. */
  readonly changed: () => void
  readonly onError: (error: unknown) => void
}

export function createPageStack({ app, code, host, changed, onError }: StackOptions): PageStack {
  const stack: OpenPage[] = []
  const tabs = new Map<string, OpenPage>()
  const isTab = (path: string) => app.app.tabBar?.list.some(({ pagePath }) => pagePath === path) ?? false
  const top = () => stack.at(-1)

  function call(page: OpenPage, name: string, ...parameters: unknown[]): void {
    const method = page.instance[name]
    if (typeof method !== 'function') return
    try {
      const result: unknown = (method as (...given: unknown[]) => unknown).apply(page.instance, parameters)
      if (result instanceof Promise) result.catch(onError)
    } catch (error) {
      onError(error)
    }
  }
  const show = (page: OpenPage | undefined) => {
    if (page === undefined) return
    call(page, 'onShow')
    page.root.getComponent().triggerPageLifetime('show', [])
  }
  const hide = (page: OpenPage | undefined) => {
    if (page === undefined) return
    call(page, 'onHide')
    page.root.getComponent().triggerPageLifetime('hide', [])
  }

  function create(url: string, opener?: EventChannel): OpenPage {
    const { path, query, parameters } = parseUrl(url)
    if (!app.pages.includes(path)) throw new NavigationFault(`page "${path}" is not found`)
    const view = document.createElement('div')
    view.className = 'page-view'
    view.dataset['page'] = path
    const scroller = document.createElement('div')
    scroller.className = 'page-scroller'
    const placeholder = document.createElement('span')
    scroller.append(placeholder)
    view.append(scroller)
    host.append(view)
    const root = code.createRoot('page', path)
    const instance = root.get()
    instance.route = path
    instance.options = parameters
    instance.getOpenerEventChannel = () => opener ?? {}
    const page: OpenPage = { path, query, instance, root, view, scroller, title: null }
    attachTabBar(page)
    followScrolling(page)
    stack.push(page)
    call(page, 'onLoad', parameters)
    root.attach(scroller, placeholder)
    return page
  }

  function attachTabBar({ path, view, instance }: OpenPage): void {
    if (app.app.tabBar?.custom !== true || !isTab(path)) return
    const placeholder = document.createElement('span')
    view.append(placeholder)
    const bar = code.createRoot('custom-tab-bar', 'custom-tab-bar/index')
    bar.attach(view, placeholder)
    instance.getTabBar = () => bar.get()
  }

  function followScrolling(page: OpenPage): void {
    let wasLow = false
    page.scroller.addEventListener('scroll', () => {
      const { scrollTop, clientHeight, scrollHeight } = page.scroller
      call(page, 'onPageScroll', { scrollTop })
      const isLow = scrollTop + clientHeight >= scrollHeight - 50
      if (isLow && !wasLow) call(page, 'onReachBottom')
      wasLow = isLow
    })
  }

  function enter(page: OpenPage): void {
    changed()
    show(page)
    call(page, 'onReady')
    page.root.getComponent().triggerPageLifetime('ready', [])
  }
  function drop(page: OpenPage): void {
    tabs.delete(page.path)
    call(page, 'onUnload')
    page.root.release()
    page.view.remove()
  }

  return {
    pages: stack,
    top,
    show: () => show(top()),
    hide: () => hide(top()),
    open(url, opener) {
      const { path } = parseUrl(url)
      if (isTab(path) && stack.length > 0) throw new NavigationFault('can not navigateTo a tabbar page')
      if (stack.length >= MOST_PAGES) throw new NavigationFault('webview count limit exceed')
      const before = top()
      const page = create(url, opener)
      hide(before)
      if (isTab(path)) tabs.set(path, page)
      enter(page)
      return page
    },
    replace(url) {
      if (isTab(parseUrl(url).path)) throw new NavigationFault('can not redirectTo a tabbar page')
      const before = stack.pop()
      const page = create(url)
      if (before !== undefined) drop(before)
      enter(page)
    },
    relaunch(url) {
      const before = new Set([...stack.splice(0), ...tabs.values()])
      const page = create(url)
      for (const old of before) drop(old)
      if (isTab(page.path)) tabs.set(page.path, page)
      enter(page)
    },
    switchTab(url) {
      const { path } = parseUrl(url)
      if (!isTab(path)) throw new NavigationFault('can not switch to no-tabBar page')
      const before = top()
      if (before?.path === path && stack.length === 1) return
      for (const page of stack.splice(0)) {
        if (page === before) hide(page)
        if (!isTab(page.path)) drop(page)
      }
      const known = tabs.get(path)
      if (known === undefined) {
        const page = create(url)
        tabs.set(path, page)
        return enter(page)
      }
      stack.push(known)
      changed()
      show(known)
    },
    back(count) {
      const dropped = stack.splice(Math.max(1, stack.length - Math.max(1, count)))
      if (dropped.length === 0) throw new NavigationFault('cannot navigate back at first page')
      for (const page of dropped.reverse()) drop(page)
      changed()
      show(top())
    },
  }
}
