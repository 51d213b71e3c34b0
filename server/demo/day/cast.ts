/** Who plays what: a few of each special kind, the rest spend an ordinary day. */
import {
  borrowedPhone,
  copiedWifi,
  forgottenPhoto,
  impossibleTraveller,
  replay,
  reusedPicture,
  withdrawnConsent,
} from './doubtful-scenes'
import {
  applicant,
  badFix,
  doubleTapper,
  fieldDay,
  leaderDecides,
  officeDay,
  offline,
  phoneChange,
  tooLate,
  wrongClock,
} from './honest-scenes'
import { HOUR_MS, type Day, type DayStaff, type Scene } from './scene'
import type { Happening } from './timeline'

/** Special kinds by how many of a hundred play them; at least one does. */
const SPECIAL: readonly (readonly [Scene, number])[] = [
  [offline, 5],
  [wrongClock, 3],
  [tooLate, 1],
  [doubleTapper, 3],
  [badFix, 2],
  [applicant('客户地下机房，定位不到'), 2],
  [applicant('睡过头了，在家补签'), 1],
  [phoneChange('旧手机进水，换了一部'), 1],
  [phoneChange('借来的手机，想在上面签'), 1],
  [copiedWifi, 2],
  [impossibleTraveller, 1],
  [replay, 1],
  [withdrawnConsent, 1],
  [forgottenPhoto, 1],
  [reusedPicture, 1],
]

/** Every third ordinary day has visits. */
const FIELD_SHARE = 3
/** Hours of the day at which leaders look at what waits. */
const LEADERS_LOOK_AT = [10.25, 15, 20.5]

/**
 * @param leaders decide, and spend an ordinary day besides
 * @param others in any order; at least as many as there are special kinds
 */
export function castDay(day: Day, leaders: readonly DayStaff[], others: readonly DayStaff[]): Happening[] {
  const free = [...others]
  const take = () => {
    const staff = free.shift()
    if (staff === undefined) throw new RangeError('too few people for the special kinds')
    return staff
  }
  const happenings: Happening[] = [...borrowedPhone(day, take(), take())]
  for (const [scene, percent] of SPECIAL) {
    const count = Math.max(1, Math.round((others.length * percent) / 100))
    for (let played = 0; played < count; played++) happenings.push(...scene(day, take()))
  }
  const ordinary = [...leaders, ...free]
  happenings.push(...ordinary.flatMap((staff, index) => (index % FIELD_SHARE === 0 ? fieldDay : officeDay)(day, staff)))
  const looks = LEADERS_LOOK_AT.flatMap((hours) =>
    leaders.map((leader) => leaderDecides(day, leader, day.startMs + hours * HOUR_MS)),
  )
  return [...happenings, ...looks]
}
