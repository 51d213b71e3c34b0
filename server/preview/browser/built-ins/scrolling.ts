import { emit, isYes, setAttribute, type BuiltInTag } from '../framework/register-built-ins'

export const scrollViewTag: BuiltInTag = {
  properties: {
    scrollX: false,
    scrollY: false,
    scrollTop: 0,
    scrollLeft: 0,
    scrollIntoView: '',
    lowerThreshold: 50,
    upperThreshold: 50,
    refresherEnabled: false,
    refresherTriggered: false,
    enhanced: false,
    showScrollbar: true,
    scrollWithAnimation: false,
    enableFlex: false,
    bounces: true,
  },
  attach(node) {
    const element = node.getBackendElement()
    let isLow = false
    let top = 0
    let into = ''
    element.addEventListener('scroll', (event) => {
      event.stopPropagation()
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = element
      emit(node, 'scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth })
      const low = scrollTop + clientHeight >= scrollHeight - Number(node.data['lowerThreshold'])
      if (low && !isLow) emit(node, 'scrolltolower', { direction: 'bottom' })
      isLow = low
    })
    return {
      update() {
        const { scrollX, scrollY, scrollTop, scrollIntoView } = node.data
        setAttribute(element, 'scroll-x', isYes(scrollX))
        setAttribute(element, 'scroll-y', isYes(scrollY))
        if (Number(scrollTop) !== top) element.scrollTop = top = Number(scrollTop)
        if (String(scrollIntoView) !== into) {
          into = String(scrollIntoView)
          // What it names may be drawn in the same step.
          setTimeout(() => (into === '' ? null : element.querySelector(`#${CSS.escape(into)}`)?.scrollIntoView()))
        }
      },
    }
  },
}

export const swiperTag: BuiltInTag = {
  properties: {
    current: 0,
    autoplay: false,
    interval: 5000,
    duration: 500,
    circular: false,
    vertical: false,
    indicatorDots: false,
  },
  attach(node) {
    const element = node.getBackendElement()
    let current = 0
    element.addEventListener('scroll', (event) => {
      event.stopPropagation()
      const index = Math.round(element.scrollLeft / (element.clientWidth || 1))
      if (index === current) return
      current = index
      emit(node, 'change', { current, source: 'touch' })
    })
    return {
      update() {
        current = Number(node.data['current'])
        requestAnimationFrame(() => (element.scrollLeft = current * element.clientWidth))
      },
    }
  },
}

export const swiperItemTag: BuiltInTag = { properties: { itemId: '', skipHiddenItemLayout: false } }
