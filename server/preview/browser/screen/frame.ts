import type { CompiledApp } from '../../compiled-app'
import type { OpenPage, PageStack } from '../framework/page-stack'
import type { Phone } from '../phone'
import { networkTypeOf } from '../../settings'
import { dropLateClicks } from './late-clicks'
import { button, element } from './screen'
import type { TabMarks } from './tab-marks'
import { themed } from './theme'

const CLOCK_EVERY_MS = 1_000

/** The system's surroundings of a page: status bar, navigation bar with its capsule, tab bar. */
export interface Frame {
  readonly pages: HTMLElement
  paint(stack: PageStack): void
}

export function createFrame(
  host: HTMLElement,
  app: CompiledApp,
  phone: Phone,
  marks: TabMarks,
  stack: () => PageStack,
): Frame {
  const statusBar = element('div', 'status-bar')
  const navigation = element('header', 'navigation-bar')
  const pages = element('main', 'pages')
  const tabs = element('nav', 'tab-bar')
  host.append(statusBar, navigation, pages, tabs)
  dropLateClicks(host)
  const paintStatus = () => paintStatusBar(statusBar, phone)
  setInterval(paintStatus, CLOCK_EVERY_MS)
  phone.settings.watch(paintStatus)
  paintStatus()
  new ResizeObserver(() => pages.style.setProperty('--page-vh', `${pages.clientHeight / 100}px`)).observe(pages)
  window.matchMedia?.('(prefers-color-scheme: dark)').addEventListener?.('change', () => frame.paint(stack()))

  const frame: Frame = {
    pages,
    paint(shown) {
      const page = shown.top()
      if (page === undefined) return
      for (const child of pages.children) (child as HTMLElement).hidden = child !== page.view
      paintNavigation(navigation, app, page, shown)
      paintTabs(tabs, app, page, shown, phone, marks)
    },
  }
  return frame
}

/** The demo company's phones are in China, wherever the browser is. */
const TIME = new Intl.DateTimeFormat('zh-CN', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Shanghai',
})

function paintStatusBar(bar: HTMLElement, { clock, settings }: Phone): void {
  const network = networkTypeOf(settings.current)
  const signal = settings.current.offline ? '无网络' : network === 'wifi' ? 'Wi-Fi' : network.toUpperCase()
  bar.replaceChildren(element('span', '', TIME.format(clock.nowMs())), element('span', '', signal))
}

function paintNavigation(bar: HTMLElement, app: CompiledApp, page: OpenPage, stack: PageStack): void {
  const look = { ...app.app.window, ...app.units[page.path]?.configuration }
  bar.hidden = look.navigationStyle === 'custom'
  const background = themed(app, look.navigationBarBackgroundColor ?? '')
  bar.style.background = background
  bar.style.color = themed(app, look.navigationBarTextStyle ?? '') === 'white' ? '#fff' : ''
  bar.dataset['tone'] = themed(app, look.navigationBarTextStyle ?? 'black')
  const title = element('h1', '', page.title ?? look.navigationBarTitleText ?? '')
  const capsule = element('span', 'capsule', '•••')
  capsule.setAttribute('aria-hidden', 'true')
  bar.replaceChildren(title, capsule)
  if (stack.pages.length > 1) {
    const back = button('‹', 'back', () => stack.back(1))
    back.setAttribute('aria-label', '返回')
    bar.prepend(back)
  }
}

function paintTabs(
  bar: HTMLElement,
  app: CompiledApp,
  page: OpenPage,
  stack: PageStack,
  { files }: Phone,
  marks: TabMarks,
): void {
  const { tabBar } = app.app
  bar.hidden = tabBar === undefined || tabBar.custom === true || !tabBar.list.some((tab) => tab.pagePath === page.path)
  if (tabBar === undefined || bar.hidden) return
  bar.style.background = themed(app, tabBar.backgroundColor ?? '')
  bar.replaceChildren(
    ...tabBar.list.map((item, index) => {
      const { pagePath } = item
      const { badge, hasDot = false, ...changed } = marks.of(index)
      const { text, iconPath = '', selectedIconPath = iconPath } = { ...item, ...changed }
      const isShown = pagePath === page.path
      const tab = button('', 'tab', () => stack.switchTab(`/${pagePath}`))
      tab.style.color = themed(app, (isShown ? tabBar.selectedColor : tabBar.color) ?? '')
      if (isShown) tab.setAttribute('aria-current', 'page')
      const icon = themed(app, isShown ? selectedIconPath : iconPath)
      if (icon !== '') {
        const picture = element('img')
        picture.src = files.addressOf(icon)
        picture.alt = ''
        tab.append(picture)
      }
      tab.append(element('span', '', text))
      if (badge !== undefined || hasDot)
        tab.append(element('span', badge === undefined ? 'tab-dot' : 'tab-badge', badge))
      return tab
    }),
  )
}
