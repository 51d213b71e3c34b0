/**
 * A browser makes a click of a tap only after the tap itself, at the same point of the screen. By then a tap that changed
 * the page has put something else there, e.g. the tab bar where a page's foot button was. A click is dropped when what
 * the finger touched has left the screen.
 */
export function dropLateClicks(host: HTMLElement): void {
  let touched: Element | null = null
  host.addEventListener(
    'touchstart',
    ({ target }) => {
      touched = target instanceof Element ? target : null
    },
    { capture: true, passive: true },
  )
  host.addEventListener(
    'click',
    (event) => {
      const isLate = touched !== null && touched !== event.target && hasLeft(touched)
      touched = null
      if (!isLate) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    { capture: true },
  )
}

function hasLeft(element: Element): boolean {
  return !element.isConnected || element.closest('[hidden]') !== null
}
