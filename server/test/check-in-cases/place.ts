/** Cases of check 6: fence, Wi-Fi, presence proof. */
import {
  checkIn,
  fix,
  fixOutside,
  GATEWAY_SITE,
  MINUTE,
  NOW,
  OFFICE_WIFI,
  OTHER_WIFI,
  photo,
  SECOND,
  withProof,
  type Changes,
} from '../check-in-builders'
import { absent, found, type Cases } from './case'

/** Off the fence by so many metres with an accuracy of 12 m. */
const outside = (metres: number, changes: Changes = {}) =>
  checkIn({ ...changes, attempt: { fix: fixOutside(metres), ...changes.attempt } })
const withAccuracy = (accuracyMetres: number | null, metresOutside = -115) =>
  checkIn({ attempt: { fix: fixOutside(metresOutside, { accuracyMetres }) } })
const application = { applicationReason: '地下车库没信号', photos: [photo()] }
const onWifi = (wifi: { ssid: string; bssid: string }, changes: Changes = {}) =>
  outside(900, { ...changes, attempt: { wifi, ...changes.attempt } })
/** No fix: the Wi-Fi alone can show presence. */
const wifiOnly = (changes: Changes = {}) => checkIn({ ...changes, attempt: { fix: null, ...changes.attempt } })
const unreadable = (bssid: string) => wifiOnly({ attempt: { wifi: { ssid: 'CJ-Office', bssid } } })
const gateway = (changes: Changes = {}) => wifiOnly({ ...changes, site: { ...GATEWAY_SITE, ...changes.site } })
const proofOnly = (msBeforeReceipt: number, changes: Changes = {}) => wifiOnly(withProof(msBeforeReceipt, changes))
const INVALID = { presenceProof: { result: 'invalid', reason: 'signature' } } as const

export const PLACE_CASES = {
  OUT_OF_RANGE: [
    found('refuse', 'a metre beyond the tolerance', outside(13)),
    absent('within the tolerance of its accuracy', outside(11.9)),
    found(
      'refuse',
      'the cap of 50 m holds for a bad fix',
      checkIn({ attempt: { fix: fixOutside(51, { accuracyMetres: 120 }) } }),
    ),
    absent('within the cap', checkIn({ attempt: { fix: fixOutside(49.9, { accuracyMetres: 120 }) } })),
    found(
      'refuse',
      'the policy caps at 20 m',
      checkIn({
        policy: { toleranceCapMetres: 20 },
        attempt: { fix: fixOutside(21, { accuracyMetres: 120 }) },
      }),
    ),
    found('pending', 'an application', outside(900, { attempt: application })),
    found('refuse', 'an application without a photo', outside(900, { attempt: { ...application, photos: [] } })),
    found(
      'refuse',
      'an application with four characters',
      outside(900, { attempt: { ...application, applicationReason: ' 没有信号 ' } }),
    ),
    found(
      'pending',
      'an application with five characters',
      outside(900, { attempt: { ...application, applicationReason: '这里没信号' } }),
    ),
    found(
      'refuse',
      'the policy takes no applications',
      outside(900, { policy: { outOfRange: 'refuse' }, attempt: application }),
    ),
    found('pending', 'the policy lets leaders decide', outside(900, { policy: { outOfRange: 'pending' } })),
    found('note', 'out of the fence, on the Wi-Fi', onWifi(OFFICE_WIFI)),
    found('refuse', 'a site without Wi-Fi', outside(86, { site: { wifi: [] } })),
    found('refuse', 'no site is open', checkIn({ facts: { sites: [] } })),
    found('refuse', '300 km away', outside(300_000)),
  ],
  LOCATION_MISSING: [
    found('refuse', 'neither fix nor Wi-Fi', wifiOnly()),
    absent('no fix, on the Wi-Fi', wifiOnly({ attempt: { wifi: OFFICE_WIFI } })),
    found('refuse', 'exactly (0, 0)', checkIn({ attempt: { fix: fix({ latitude: 0, longitude: 0 }) } })),
    found('refuse', 'NaN', checkIn({ attempt: { fix: fix({ latitude: Number.NaN }) } })),
    found('refuse', 'infinite', checkIn({ attempt: { fix: fix({ longitude: Infinity }) } })),
    found('refuse', 'off the world', checkIn({ attempt: { fix: fix({ latitude: 91 }) } })),
    found(
      'note',
      'unreadable beside a Wi-Fi that holds',
      checkIn({
        attempt: { fix: fix({ latitude: Number.NaN }), wifi: OFFICE_WIFI },
      }),
    ),
    found('refuse', 'no fix, and no site is open', wifiOnly({ facts: { sites: [] } })),
    found('pending', 'an application from a basement', wifiOnly({ attempt: application })),
  ],
  LOCATION_IMPRECISE: [
    found('refuse', 'accuracy a little over 200 m', withAccuracy(200.4)),
    absent('accuracy of 200 m', withAccuracy(200)),
    found('refuse', 'no accuracy', withAccuracy(null)),
    found('refuse', 'zero', withAccuracy(0)),
    found('refuse', 'negative', withAccuracy(-1)),
    found('refuse', 'NaN', withAccuracy(Number.NaN)),
    absent('just above zero, inside', withAccuracy(0.1)),
    found(
      'refuse',
      'the policy asks for 100 m',
      checkIn({
        policy: { maxAccuracyMetres: 100 },
        attempt: { fix: fix({ accuracyMetres: 101 }) },
      }),
    ),
  ],
  WIFI_NOT_ALLOWED: [
    found('refuse', 'no fix, another Wi-Fi', wifiOnly({ attempt: { wifi: OTHER_WIFI } })),
    absent(
      'the listed Wi-Fi with dropped zeros and capitals',
      wifiOnly({
        attempt: { wifi: { ssid: 'CJ-Office', bssid: '3C:6:A7:8F:2A:10' } },
      }),
    ),
    found(
      'refuse',
      'the same name, another access point',
      wifiOnly({ attempt: { wifi: { ...OTHER_WIFI, ssid: 'CJ-Office' } } }),
    ),
    found(
      'refuse',
      'another access point without a name',
      wifiOnly({ attempt: { wifi: { ...OTHER_WIFI, ssid: '' } } }),
    ),
    found('note', 'inside the fence, on another Wi-Fi', checkIn({ attempt: { wifi: OTHER_WIFI } })),
    found('refuse', 'both sides fail', onWifi(OTHER_WIFI)),
    absent('inside the fence, on no Wi-Fi', checkIn()),
    found('refuse', 'a site with a gateway, another Wi-Fi, no proof', gateway({ attempt: { wifi: OTHER_WIFI } })),
    found('pending', 'an application', onWifi(OTHER_WIFI, { attempt: application })),
  ],
  WIFI_UNREADABLE: [
    found('refuse', 'the placeholder of Android', unreadable('02:00:00:00:00:00')),
    absent('readable and listed', unreadable('3c:06:a7:8f:2a:10')),
    found('refuse', 'zeros', unreadable('00:00:00:00:00:00')),
    found('refuse', 'only the name', unreadable('')),
    found('note', 'unreadable inside the fence', checkIn({ attempt: { wifi: { ssid: 'CJ-Office', bssid: '' } } })),
    absent('a site without Wi-Fi does not ask for it', wifiOnly({ site: { wifi: [] } })),
    found(
      'refuse',
      'a listed placeholder never matches',
      wifiOnly({
        site: { wifi: [{ ssid: 'x', bssid: '02:00:00:00:00:00' }] },
        attempt: { wifi: { ssid: 'x', bssid: '02:00:00:00:00:00' } },
      }),
    ),
  ],
  PRESENCE_PROOF_MISSING: [
    found('refuse', 'on the Wi-Fi of a site with a gateway, no proof', gateway({ attempt: { wifi: OFFICE_WIFI } })),
    absent('with its proof', proofOnly(2 * SECOND)),
    found(
      'refuse',
      'the policy asks for both',
      wifiOnly({
        site: { gateway: { skewMs: 0, clockWrong: false } },
        policy: { wifiProof: 'both' },
        attempt: { wifi: OFFICE_WIFI },
      }),
    ),
    absent(
      'the policy asks for the BSSID only',
      gateway({ policy: { wifiProof: 'bssid' }, attempt: { wifi: OFFICE_WIFI } }),
    ),
    found(
      'refuse',
      'a proof of another site',
      wifiOnly({
        site: GATEWAY_SITE,
        attempt: { wifi: OFFICE_WIFI },
        facts: { presenceProof: { result: 'valid', siteId: 'site-other', issuedAtMs: NOW } },
      }),
    ),
    found('refuse', 'BSSID not readable, no proof', gateway({ attempt: { wifi: { ssid: 'CJ-Office', bssid: '' } } })),
    absent(
      'the gateway’s clock is wrong: the list serves',
      gateway({
        site: { gateway: { skewMs: 125_000, clockWrong: true } },
        attempt: { wifi: OFFICE_WIFI },
      }),
    ),
  ],
  PRESENCE_PROOF_INVALID: [
    found('refuse', 'the signature does not fit', gateway({ facts: INVALID, attempt: { wifi: OFFICE_WIFI } })),
    absent('live, 180 s before receipt', proofOnly(180 * SECOND, { challenge: { issuedAtMs: NOW - 170 * SECOND } })),
    found(
      'refuse',
      'live, a moment over 180 s before receipt',
      proofOnly(180 * SECOND + 1, { challenge: { issuedAtMs: NOW - 170 * SECOND } }),
    ),
    absent('120 s before the challenge', proofOnly(160 * SECOND, { challenge: { issuedAtMs: NOW - 40 * SECOND } })),
    found(
      'refuse',
      'a moment over 120 s before the challenge',
      proofOnly(160 * SECOND + 1, { challenge: { issuedAtMs: NOW - 40 * SECOND } }),
    ),
    absent('120 s after receipt', proofOnly(-120 * SECOND)),
    found('refuse', 'a moment over 120 s after receipt', proofOnly(-120 * SECOND - 1)),
    absent(
      'deferred, made soon after the challenge',
      proofOnly(50 * MINUTE, { challenge: { issuedAtMs: NOW - 51 * MINUTE } }),
    ),
    found('refuse', 'its time is no number', proofOnly(Number.NaN)),
    found('note', 'inside the fence', checkIn({ site: GATEWAY_SITE, facts: INVALID, attempt: { wifi: OFFICE_WIFI } })),
  ],
} as const satisfies Record<string, Cases>
