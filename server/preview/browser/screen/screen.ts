/** The phone's own surfaces above the pages: sheets, dialogs, toasts. */
export interface Screen {
  /** Slides something up over the page. @returns takes it away */
  sheet(build: (box: HTMLElement, close: () => void) => void, className?: string): () => void
  toast(text: string, durationMs: number | null): void
  hideToast(): void
}

export function createScreen(host: HTMLElement): Screen {
  let toast: HTMLElement | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const hideToast = () => {
    clearTimeout(timer)
    toast?.remove()
    toast = null
  }
  return {
    hideToast,
    sheet(build, className = 'phone-sheet') {
      const cover = element('div', `phone-cover ${className}`)
      const box = element('div', 'phone-box')
      cover.append(box)
      const close = () => cover.remove()
      build(box, close)
      // The tap that opened it goes on as a click, which may not reach the sheet's own buttons.
      setTimeout(() => host.append(cover), SHEET_DELAY_MS)
      return close
    },
    toast(text, durationMs) {
      hideToast()
      toast = element('div', 'phone-toast', text)
      toast.setAttribute('role', 'status')
      host.append(toast)
      if (durationMs !== null) timer = setTimeout(hideToast, durationMs)
    },
  }
}

const SHEET_DELAY_MS = 60

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = '',
  text = '',
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag)
  if (className !== '') created.className = className
  if (text !== '') created.textContent = text
  return created
}

export function button(text: string, className: string, press: () => void): HTMLButtonElement {
  const created = element('button', className, text)
  created.type = 'button'
  created.addEventListener('click', press)
  return created
}
