/** Cases of check 8: signs. */
import type { RiskFacts } from '../../src/features/check-in/check-in-facts.rules'
import {
  CAPTURED,
  CENTRE,
  checkIn,
  DAY,
  earlierFix,
  fix,
  fixOutside,
  GATEWAY_SITE,
  HOUR,
  MINUTE,
  north,
  OFFICE_WIFI,
  OTHER_WIFI,
  photo,
  photoFacts,
  site,
  withProof,
  type Changes,
} from '../check-in-builders'
import { absent, found, type Cases } from './case'

/** An earlier fix so far away and so long ago; both accuracies are 10 m. */
const came = (metres: number, tookMs: number) =>
  checkIn({
    attempt: { fix: fix({ ...CENTRE, latitude: CENTRE.latitude + 0.0001, accuracyMetres: 10 }) },
    risk: {
      earlierFixes: [
        earlierFix({
          capturedAtMs: CAPTURED - tookMs,
          coordinates: north({ ...CENTRE, latitude: CENTRE.latitude + 0.0001 }, -metres - 20),
        }),
      ],
    },
  })
const repeated = (sameCoordinates: RiskFacts['sameCoordinates'], accuracyMetres = 12, changes: Changes = {}) =>
  checkIn({ ...changes, risk: { sameCoordinates }, attempt: { fix: fix({ accuracyMetres }), ...changes.attempt } })
const accuracies = (...earlier: number[]) =>
  checkIn({
    attempt: { fix: fix({ accuracyMetres: 20 }) },
    risk: {
      earlierFixes: earlier.map((accuracyMetres, index) =>
        earlierFix({ accuracyMetres, capturedAtMs: CAPTURED - DAY - index }),
      ),
    },
  })
const aged = (sameFixForMs: number, askedMsAgo = 0) => checkIn({ attempt: { fix: fix({ sameFixForMs, askedMsAgo }) } })
const shared = (otherPeople: number, networkAddressKnownSiteId: string | null = null) =>
  checkIn({ risk: { sharedHandset: { otherPeople, networkAddressKnownSiteId } } })
/** On the office's Wi-Fi with a fix so far beyond the fence's edge. */
const wifiWithFix = (metresOutside: number, accuracyMetres = 12) =>
  checkIn({ attempt: { wifi: OFFICE_WIFI, fix: fixOutside(metresOutside, { accuracyMetres }) } })
const network = (networkSiteId: string | null) =>
  checkIn({ risk: { networkSiteId, networkSiteName: networkSiteId === null ? null : '苏州工厂' } })
const similar = (nearestDistance: number | null) =>
  checkIn({ attempt: { photos: [photo()] }, facts: { photos: [photoFacts({ nearestDistance })] } })
const clock = (gateway: { skewMs: number; clockWrong: boolean }, changes: Changes = {}) =>
  checkIn({
    ...changes,
    site: { ...GATEWAY_SITE, gateway },
    attempt: { fix: null, wifi: OFFICE_WIFI, ...changes.attempt },
  })

export const RISK_CASES = {
  SPEED_IMPOSSIBLE: [
    found('review', '20 km in 5 minutes', came(20_000, 5 * MINUTE)),
    absent('20 km in 6 minutes: 200 km/h', came(20_000 - 1, 6 * MINUTE)),
    absent('60 km at 300 km/h: a train', came(60_000, 12 * MINUTE)),
    found('review', '49.9 km at 300 km/h', came(49_900, 10 * MINUTE)),
    absent('1 000 km in an hour: a plane', came(999_999, HOUR)),
    found('review', '1 001 km in an hour', came(1_001_000, HOUR)),
    found('review', '100 m in no time', came(100, 0)),
    absent('apart by no more than both accuracies', came(-1, 0)),
    absent('no earlier fix', checkIn()),
  ],
  COORDINATES_REPEATED: [
    found('note', 'one other day', repeated({ otherPeople: 0, otherDays: 1 })),
    absent('never before', repeated({ otherPeople: 0, otherDays: 0 })),
    found('review', 'the third day', repeated({ otherPeople: 0, otherDays: 2 })),
    found('review', 'a second person', repeated({ otherPeople: 1, otherDays: 0 })),
    found('note', 'accuracy of 20 m', repeated({ otherPeople: 3, otherDays: 3 }, 20)),
    found('review', 'accuracy under 20 m', repeated({ otherPeople: 3, otherDays: 3 }, 19.9)),
    found(
      'note',
      'with a Wi-Fi proof',
      repeated({ otherPeople: 3, otherDays: 3 }, 12, { attempt: { wifi: OFFICE_WIFI } }),
    ),
    found(
      'review',
      'on a Wi-Fi that proves nothing',
      repeated({ otherPeople: 3, otherDays: 3 }, 12, { attempt: { wifi: OTHER_WIFI } }),
    ),
  ],
  ACCURACY_CONSTANT: [
    found('note', 'the last five and this one alike', accuracies(20, 20, 20, 20, 20)),
    absent('only four before', accuracies(20, 20, 20, 20)),
    absent('one of five differs by a little', accuracies(20, 20, 20, 20, 20.001)),
    found('note', 'the sixth before does not count', accuracies(20, 20, 20, 20, 20, 8)),
  ],
  FENCE_CENTRE_EXACT: [
    found('review', 'the centre itself', checkIn({ attempt: { fix: fix({ ...CENTRE }) } })),
    absent(
      'the fifth decimal differs',
      checkIn({ attempt: { fix: fix({ ...CENTRE, longitude: CENTRE.longitude + 0.00001 }) } }),
    ),
    found(
      'review',
      'the same in five decimals',
      checkIn({ attempt: { fix: fix({ ...CENTRE, latitude: CENTRE.latitude + 0.000004 }) } }),
    ),
    found(
      'review',
      'the centroid of another open site’s polygon',
      checkIn({
        facts: {
          sites: [
            site(),
            site({
              id: 'site-square',
              name: '方形仓库',
              fence: {
                kind: 'polygon',
                rings: [
                  [
                    [31.25, 121.25],
                    [31.25, 121.5],
                    [31.5, 121.5],
                    [31.5, 121.25],
                  ].map(([latitude = 0, longitude = 0]) => ({ latitude, longitude })),
                ],
              },
            }),
          ],
        },
        attempt: { fix: fix({ latitude: 31.375, longitude: 121.375 }) },
      }),
    ),
  ],
  FIX_REPEATED: [
    found('note', 'a moment over 60 s', aged(60_001)),
    absent('60 s', aged(60_000)),
    found('note', '10 minutes', aged(600_000)),
    found('review', 'a moment over 10 minutes', aged(600_001)),
    found('note', 'asked for over 60 s ago', aged(0, 60_001)),
    found('review', 'no number', aged(Number.NaN)),
    found('review', 'in the future', aged(0, -1)),
  ],
  HANDSET_SHARED: [
    found('review', 'another person', shared(1)),
    absent('nobody else', shared(0)),
    found('note', 'at a site’s known address', shared(1, 'site-zhangjiang')),
  ],
  WIFI_FAR_FROM_FIX: [
    found('review', 'over 2 km beyond accuracy', wifiWithFix(2_013)),
    absent('2 km beyond accuracy', wifiWithFix(2_011.9)),
    absent('2 100 m with an accuracy of 150 m', wifiWithFix(2_100, 150)),
    absent('far away on another Wi-Fi', checkIn({ attempt: { wifi: OTHER_WIFI, fix: fixOutside(5_000) } })),
    found(
      'review',
      'a proof relayed by a helper inside',
      checkIn(withProof(2_000, { attempt: { fix: fixOutside(300_000) } })),
    ),
    found(
      'review',
      'a fix without an accuracy',
      checkIn({
        attempt: { wifi: OFFICE_WIFI, fix: fixOutside(2_100, { accuracyMetres: null }) },
      }),
    ),
  ],
  NETWORK_OF_OTHER_SITE: [
    found('note', 'the public address of the factory', network('site-suzhou')),
    absent('the site’s own address', network('site-zhangjiang')),
    absent('an address that is not known', network(null)),
  ],
  PHOTO_SIMILAR: [
    found('review', 'distance 8', similar(8)),
    absent('distance 9', similar(9)),
    absent('not known yet', similar(null)),
  ],
  GATEWAY_CLOCK_WRONG: [
    found('review', 'presence rests on the list', clock({ skewMs: 125_000, clockWrong: true })),
    absent('the clock is right', checkIn(withProof(2_000, { attempt: { fix: null } }))),
    found('review', 'a moment over 120 s', clock({ skewMs: -120_001, clockWrong: false })),
    absent('120 s', clock({ skewMs: 120_000, clockWrong: false })),
    absent(
      'inside the fence it was not needed',
      clock({ skewMs: 125_000, clockWrong: true }, { attempt: { fix: fix() } }),
    ),
    found('review', 'the skew is no number', clock({ skewMs: Number.NaN, clockWrong: false })),
    absent('another access point', clock({ skewMs: 125_000, clockWrong: true }, { attempt: { wifi: OTHER_WIFI } })),
  ],
} as const satisfies Record<string, Cases>
