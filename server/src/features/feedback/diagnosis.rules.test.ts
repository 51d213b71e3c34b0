import type { Diagnosis } from '#contract/api-feedback'
import { placesIn } from './diagnosis.rules'

describe('placesIn', () => {
  it.each<[string, Diagnosis, string[]]>([
    ['nothing', {}, []],
    [
      'network, permissions, figures and versions',
      {
        networkType: 'wifi',
        locationPermission: 'denied',
        locationEnabled: true,
        fixAccuracyMetres: 12.345,
        platform: 'android',
        clientVersion: '0.1.0',
        wecomVersion: '4.1.36.6011',
        latencyMs: 183.25,
        longestWaitMs: 4_000,
        positionPermission: false,
      },
      [],
    ],
    ['a latitude', { latitude: 31.20413 }, ['latitude']],
    ['a latitude as text', { latitude: '31.2' }, ['latitude']],
    ['both in short', { lat: 31, lng: 121 }, ['lat', 'lng']],
    ['within a longer name', { fixLatitude: 31.2, 'last.longitude': 121.5 }, ['fixLatitude', 'last.longitude']],
    ['in capitals', { LAT: 1, GPS: '31' }, ['LAT', 'GPS']],
    ['by another word', { location: '张江', place: 'x', position: 3 }, ['location', 'place', 'position']],
    ['whether there is one', { location: true, gps: false }, []],
    ['a pair under a harmless name', { last: '31.20413, 121.59071' }, ['last']],
    ['a pair in JSON', { last: '{"a":31.2041,"b":121.5907}' }, ['last']],
    ['a version that is no pair', { last: '31.2, 121.5' }, []],
  ])('%s', (_name, diagnosis, expected) => {
    expect(placesIn(diagnosis)).toEqual(expected)
  })
})
