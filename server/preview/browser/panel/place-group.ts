import { placeAt, type PhonePlace } from '../../settings'
import { choose, group, number, row } from './fields'
import type { PaneParts } from './phone-pane'

const NOWHERE = 'nowhere'
const BY_HAND = 'by-hand'

const DISTANCES = [
  { value: 'centre', text: '正中间' },
  { value: 'inside', text: '里面，离边 10 m' },
  { value: 'near', text: '外面 86 m' },
  { value: 'far', text: '外面 2 km' },
] as const

const ACCURACIES = [8, 12, 35, 90, 380, 3_000]

export function placeGroup(parts: PaneParts): HTMLElement {
  const { settings } = parts.phone
  const { world } = parts
  const { place, accuracyMetres } = settings.current
  const site = world.sites.find(({ name }) => name === place?.name)
  const go = (changes: Partial<PhonePlace>) => {
    const { place: now } = settings.current
    const from = now ?? { name: '手填', latitude: 31.2041, longitude: 121.5907, mainlandChina: true }
    settings.change({ place: { ...from, ...changes, name: '手填' } })
  }
  const places = [
    ...world.sites.map(({ id, name }) => ({ value: id, text: name, group: '公司的场所' })),
    { value: BY_HAND, text: '手填坐标', group: '其他' },
    { value: NOWHERE, text: '读不到位置', group: '其他' },
  ]
  const distances = choose('站在', DISTANCES, 'centre', (value) => {
    if (site === undefined) return
    const { edgeMetres } = site
    const north = { centre: 0, inside: edgeMetres - 10, near: edgeMetres + 86, far: edgeMetres + 2_000 }
    settings.change({ place: placeAt(site, north[value as keyof typeof north]) })
  })
  const element = group(
    '人在哪里',
    choose('场所', places, place === null ? NOWHERE : (site?.id ?? BY_HAND), (value) => {
      const chosen = world.sites.find(({ id }) => id === value)
      if (value === NOWHERE) settings.change({ place: null })
      else if (chosen !== undefined) settings.change({ place: placeAt(chosen) })
      else go({})
      element.replaceWith(placeGroup(parts))
    }),
    site === undefined ? null : distances,
    place === null || site !== undefined
      ? null
      : row(
          number('纬度', place.latitude, 0.0001, (latitude) => go({ latitude })),
          number('经度', place.longitude, 0.0001, (longitude) => go({ longitude })),
        ),
    choose(
      '精度',
      ACCURACIES.map((metres) => ({
        value: String(metres),
        text: metres === 3_000 ? '3000 m（精确位置关着）' : `${metres} m`,
      })),
      String(accuracyMetres),
      (value) => settings.change({ accuracyMetres: Number(value) }),
    ),
  )
  return element
}
