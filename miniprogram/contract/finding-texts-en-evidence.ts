import type { FindingCode } from './finding-codes'
import type { CasedWords } from './finding-texts'

/** English: checks 6 to 8. */
export const EVIDENCE_TEXTS_EN = {
  OUT_OF_RANGE: {
    title: 'Out of range',
    sentence: 'Not within {siteName}, {missingMetres:distance} short',
    asked: 'Within {siteName}, tolerance {toleranceMetres} m',
    seen: '{distanceMetres:distance} outside, {missingMetres:distance} short, accuracy {accuracyMetres} m',
    next: 'Go nearer, or connect to {wifiName}',
    cases: {
      no_wifi: { next: 'Go nearer, or apply to check in here' },
      no_site: {
        sentence: 'No place is open to you for checking in today',
        asked: 'A place open to you today',
        seen: 'None',
        next: 'Ask your leader for a field plan, or apply to check in here',
      },
    },
  },
  LOCATION_MISSING: {
    title: 'No location',
    sentence: 'The location could not be read',
    asked: 'The phone’s location',
    seen: 'Not readable',
    next: 'Turn on location, or connect to the company’s Wi-Fi and check in',
  },
  LOCATION_IMPRECISE: {
    title: 'Location not precise',
    sentence: 'The location is not precise (about {accuracyMetres} m, asked: within {maxAccuracyMetres} m)',
    asked: 'Accuracy ≤ {maxAccuracyMetres} m',
    seen: 'Accuracy {accuracyMetres} m',
    next: 'Try by a window or outdoors',
    cases: {
      unknown: {
        sentence: 'The location is not precise (the phone gave no accuracy, asked: within {maxAccuracyMetres} m)',
        seen: 'No accuracy given',
      },
    },
  },
  WIFI_NOT_ALLOWED: {
    title: 'Not a Wi-Fi of this place',
    sentence: '“{ssid}” is not a Wi-Fi of this place',
    asked: '{wifiName}',
    seen: '{ssid}',
    next: 'Connect to {wifiName}',
    cases: {
      unnamed: { sentence: 'The phone is not on a Wi-Fi of this place', seen: 'A Wi-Fi without a name' },
      same_name: {
        sentence: 'This “{ssid}” is not a registered access point of {siteName}',
        seen: '{ssid}, not a registered access point',
      },
    },
  },
  WIFI_UNREADABLE: {
    title: 'Wi-Fi not readable',
    sentence: 'The Wi-Fi that the phone is on could not be read',
    asked: '{wifiName}',
    seen: 'Not readable',
    next: 'Connect to {wifiName}, turn on location and check in',
  },
  PRESENCE_PROOF_MISSING: {
    title: 'No network signature',
    sentence: 'No network signature of {siteName} was received',
    asked: 'Network signature of {siteName}',
    seen: 'None',
    next: 'Connect to {wifiName}, turn off VPN and check in',
  },
  PRESENCE_PROOF_INVALID: {
    title: 'Network signature not valid',
    sentence: 'The network signature of {siteName} does not fit this check-in',
    asked: 'Network signature of {siteName}',
    seen: 'Not valid',
    next: 'Stay on {wifiName} and tap check in again',
  },
  PHOTO_REQUIRED: {
    title: 'Photo needed',
    sentence: 'This check-in needs photos of the place: {photoCountAsked}',
    asked: 'Photos of the place: {photoCountAsked}',
    seen: '{photoCount}',
    next: 'Take a photo, then check in',
  },
  PHOTO_NOT_UPLOADED: {
    title: 'Photo did not arrive',
    sentence: 'The photo did not arrive by {deadline:day}, {deadline:time}',
    asked: 'By {deadline:day}, {deadline:time}',
    seen: 'Not there on {judgedAt:day}, {judgedAt:time}',
    next: 'Ask HR to enter it',
  },
  PHOTO_MISMATCH: {
    title: 'Photo does not fit',
    sentence: 'The photo that arrived is not the one that was registered',
    asked: 'The registered photo',
    seen: 'Another one',
    next: 'Take a new photo on site',
    cases: {
      type: { sentence: 'The file that arrived is not a photo', seen: 'Not a photo' },
      size: { sentence: 'The photo that arrived has another size than the registered one', seen: 'Another size' },
      hash: { sentence: 'The photo that arrived has other content than the registered one', seen: 'Other content' },
      damaged: { sentence: 'The photo that arrived is damaged and cannot be opened', seen: 'Cannot be opened' },
      dimensions: { sentence: 'The photo that arrived is too large or too small', seen: 'Too large or too small' },
      trailing: {
        sentence: 'The file that arrived holds more than the photo',
        seen: 'More than the photo',
      },
    },
  },
  PHOTO_STALE: {
    title: 'Photo not of that time',
    sentence: 'The photo is {apartMinutes} min apart from the check-in; asked: within {withinMinutes} min',
    asked: 'Within {withinMinutes} min of the check-in',
    seen: '{apartMinutes} min apart',
    next: 'Take a new photo on site',
    cases: {
      unreadable: {
        sentence: 'The time of the photo could not be read; asked: within {withinMinutes} min of the check-in',
        seen: 'Not readable',
      },
    },
  },
  PHOTO_REUSED: {
    title: 'Photo used before',
    sentence: 'This photo was used on {usedBeforeAt:day}',
    asked: 'A photo not used before',
    seen: 'Used on {usedBeforeAt:day} at {usedBeforeAt:time}',
    next: 'Take a new photo on site',
  },
  NOTE_REQUIRED: {
    title: 'Note needed',
    sentence: 'This check-in needs a note',
    asked: 'A note',
    seen: '{characters} characters',
    next: 'Write a note, then check in',
    cases: {
      application: {
        sentence: 'The reason needs at least {characterCount} characters',
        asked: 'A reason of at least {characterCount} characters',
        next: 'Write the reason and send it again',
      },
    },
  },
  VISIT_RECORD_REQUIRED: {
    title: 'Visit record needed',
    sentence: 'A visit needs its customer and purpose',
    asked: 'Visit record with customer and purpose',
    seen: 'Not complete',
    next: 'Fill in the visit record, then check in',
  },
  PHOTO_AWAITED: {
    title: 'Waiting for the photo',
    sentence: 'Noted; the photo counts until {deadline:day}, {deadline:time}',
    asked: 'By {deadline:day}, {deadline:time}',
    seen: 'Not there yet',
    nextPending: 'Open the mini-program with a network; the photo goes by itself',
    cases: { no_deadline: { sentence: 'Waiting for the photo', asked: 'The photo arrives' } },
  },
  SPEED_IMPOSSIBLE: {
    title: 'Moved too fast',
    sentence: '{travelledMetres:distance} from the check-in at {earlierAt:time}, in {tookSeconds:duration}',
    asked: '≤ {allowedKmh} km/h',
    seen: '{travelledMetres:distance} in {tookSeconds:duration}, since {earlierAt:time}',
  },
  COORDINATES_REPEATED: {
    title: 'Coordinates repeated',
    sentence: 'Exactly these coordinates within {withinDays} days: other people {otherPeople}, other days {otherDays}',
    asked: 'Not exactly as in the last {withinDays} days',
    seen: 'Other people {otherPeople}, other days {otherDays}',
  },
  ACCURACY_CONSTANT: {
    title: 'Accuracy never changes',
    sentence: 'The last {fixCount} fixes all have an accuracy of {accuracyMetres} m',
    asked: '{fixCount} fixes not all alike',
    seen: 'All {accuracyMetres} m',
  },
  FENCE_CENTRE_EXACT: {
    title: 'Exactly in the centre',
    sentence: 'The place agrees with the centre of {siteName} in {decimals} decimals',
    asked: 'Not the same in {decimals} decimals',
    seen: 'The centre of {siteName}',
  },
  FIX_REPEATED: {
    title: 'Location not refreshed',
    sentence: 'The location has not changed for {ageSeconds:duration}',
    asked: '≤ {allowedSeconds} s',
    seen: '{ageSeconds:duration}',
    cases: { unreadable: { sentence: 'The age of the location is not known', seen: 'Not readable' } },
  },
  HANDSET_SHARED: {
    title: 'One handset, several people',
    sentence: 'Within {withinMinutes} min, other people on the same kind of phone and network: {otherPeople}',
    asked: 'Nobody else within {withinMinutes} min',
    seen: 'Other people: {otherPeople}',
  },
  WIFI_FAR_FROM_FIX: {
    title: 'Wi-Fi far from location',
    sentence: 'On the Wi-Fi of {siteName}, but the location is {apartMetres:distance} away',
    asked: '≤ {withinMetres:distance} apart',
    seen: '{apartMetres:distance} from {siteName}',
  },
  NETWORK_OF_OTHER_SITE: {
    title: 'Network of another site',
    sentence: 'Checked in at {siteName} over the network of {networkSiteName}',
    asked: 'The network of {siteName}, or a mobile network',
    seen: 'The network of {networkSiteName}',
  },
  PHOTO_SIMILAR: {
    title: 'Photo looks the same',
    sentence: 'The photo is nearly the same as one of the last {withinDays} days',
    asked: 'More than {similarUpToBits} bits from photos of {withinDays} days',
    seen: '{nearestBits} bits apart',
  },
  GATEWAY_CLOCK_WRONG: {
    title: 'Gateway clock is off',
    sentence: 'The gateway clock of {siteName} is off by {skewSeconds:duration}; the access point list was used',
    asked: 'Off by ≤ {allowedSeconds} s',
    seen: 'Off by {skewSeconds:duration}',
    cases: {
      unreadable: {
        sentence: 'The gateway clock of {siteName} is not right; the access point list was used',
        seen: 'Not readable',
      },
    },
  },
} as const satisfies Partial<Record<FindingCode, CasedWords>>
