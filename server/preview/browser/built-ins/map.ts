import { emit, type BuiltInTag } from '../framework/register-built-ins'
import type { TagNode } from '../framework/glass-easel'
import type { Phone } from '../phone'
import { unitOf } from './image'
import { project, type Place, type Projection } from './map-projection'

interface Circle extends Place {
  readonly radius: number
  readonly color?: string
  readonly fillColor?: string
  readonly strokeWidth?: number
}
interface Polygon {
  readonly points: readonly Place[]
  readonly strokeColor?: string
  readonly fillColor?: string
  readonly strokeWidth?: number
}
interface Line {
  readonly points: readonly Place[]
  readonly color?: string
  readonly width?: number
  readonly dottedLine?: boolean
}
interface Marker extends Place {
  readonly id: number
  readonly iconPath: string
  readonly width?: number
  readonly height?: number
  readonly anchor?: { readonly x: number; readonly y: number }
  readonly label?: Label
}
interface Label {
  readonly content: string
  readonly color?: string
  readonly bgColor?: string
  readonly fontSize?: number
  readonly padding?: number
  readonly borderRadius?: number
  readonly anchorX?: number
  readonly anchorY?: number
}

const SVG = 'http://www.w3.org/2000/svg'
const NO_TILES = '地图底图在真机显示'

/** The shapes that the page gives, to scale on a grid: tiles come from the platform, on real phones alone. */
export function mapTag({ files }: Pick<Phone, 'files'>): BuiltInTag {
  return {
    properties: {
      latitude: 0,
      longitude: 0,
      scale: 16,
      circles: [],
      polygons: [],
      polyline: [],
      markers: [],
      includePoints: [],
      enableZoom: true,
      enableScroll: true,
      enableRotate: false,
      showScale: false,
      showLocation: false,
    },
    attach(node) {
      const element = node.getBackendElement()
      const picture = document.createElementNS(SVG, 'svg')
      const labels = document.createElement('div')
      const note = Object.assign(document.createElement('div'), { className: 'map-note', textContent: NO_TILES })
      element.append(picture, labels, note)
      const draw = () => {
        const { clientWidth: width, clientHeight: height } = element
        if (width === 0 || height === 0) return
        const projection = project(node.data as never, width, height)
        picture.setAttribute('viewBox', `0 0 ${width} ${height}`)
        picture.replaceChildren(...grid(projection, width, height), ...shapes(node, projection))
        labels.replaceChildren(...marks(node, projection, (source) => files.addressOf(source, unitOf(node))))
      }
      const observer = new ResizeObserver(draw)
      observer.observe(element)
      setTimeout(() => emit(node, 'updated', {}))
      return { update: draw, detach: () => observer.disconnect() }
    },
  }
}

function shapes(node: TagNode, { at, pixelsPerMetre }: Projection): SVGElement[] {
  const list = <Shape>(name: string) => (node.data[name] ?? []) as readonly Shape[]
  const path = (points: readonly Place[]) => points.map((place) => at(place).join(' ')).join('L')
  return [
    ...list<Polygon>('polygons').map(({ points, strokeColor, fillColor = 'none', strokeWidth = 1 }) =>
      svg('path', { d: `M${path(points)}Z`, fill: fillColor, stroke: strokeColor, 'stroke-width': strokeWidth }),
    ),
    ...list<Circle>('circles').map(({ radius, color, fillColor = 'none', strokeWidth = 1, ...place }) => {
      const [cx, cy] = at(place)
      const r = radius * pixelsPerMetre
      return svg('circle', { cx, cy, r, fill: fillColor, stroke: color, 'stroke-width': strokeWidth })
    }),
    ...list<Line>('polyline').map(({ points, color, width = 1, dottedLine = false }) =>
      svg('path', {
        d: `M${path(points)}`,
        fill: 'none',
        stroke: color,
        'stroke-width': width,
        'stroke-dasharray': dottedLine ? `${width * 2.5} ${width * 2}` : 'none',
      }),
    ),
  ]
}

function marks(node: TagNode, { at }: Projection, addressOf: (source: string) => string): HTMLElement[] {
  return ((node.data['markers'] ?? []) as readonly Marker[]).flatMap((marker) => {
    const { iconPath, width = 20, height = 20, anchor = { x: 0.5, y: 1 }, label } = marker
    const [left, top] = at(marker)
    const icon = document.createElement('img')
    icon.alt = ''
    icon.src = addressOf(iconPath)
    Object.assign(icon.style, box(left - width * anchor.x, top - height * anchor.y), {
      width: `${width}px`,
      height: `${height}px`,
    })
    return label === undefined ? [icon] : [icon, labelOf(label, left, top)]
  })
}

function labelOf(label: Label, left: number, top: number): HTMLElement {
  const { content, color = '', bgColor = '', fontSize = 12, padding = 0, borderRadius = 0 } = label
  const text = document.createElement('span')
  text.textContent = content
  Object.assign(text.style, box(left + (label.anchorX ?? 0), top + (label.anchorY ?? 0)), {
    color,
    background: bgColor,
    font: `600 ${fontSize}px/1.35 inherit`,
    fontSize: `${fontSize}px`,
    padding: `${padding}px`,
    borderRadius: `${borderRadius}px`,
  })
  return text
}

function box(left: number, top: number) {
  return { position: 'absolute', left: `${left}px`, top: `${top}px` }
}

function grid({ gridPixels, origin }: Projection, width: number, height: number): SVGElement[] {
  const lines: SVGElement[] = []
  for (let x = origin[0] % gridPixels; x < width; x += gridPixels) lines.push(svg('path', { d: `M${x} 0V${height}` }))
  for (let y = origin[1] % gridPixels; y < height; y += gridPixels) lines.push(svg('path', { d: `M0 ${y}H${width}` }))
  lines.forEach((line) => line.setAttribute('class', 'map-grid'))
  return lines
}

function svg(tag: string, attributes: Readonly<Record<string, string | number | undefined>>): SVGElement {
  const created = document.createElementNS(SVG, tag) as SVGElement
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) created.setAttribute(name, String(value))
  return created
}
