/** People who try what should not work, or look as if they did. */
import { randomUUID } from 'node:crypto'
import type { Happening } from './timeline'
import type { Picture } from '../picture'
import type { DayPlace } from './field-phone'
import { about, arrive, happenings, leave, phoneOf, type Day, type DayStaff, type Scene } from './scene'

/** Sits at home with the office's BSSID copied: no gateway signs for it. Goes to work after all. */
export const copiedWifi: Scene = (day, staff) => {
  const { guardedWifi } = day
  const changes = { wifi: guardedWifi, networkType: 'wifi' as const }
  return happenings(staff, phoneOf(day, staff), [
    [
      about(day, staff, '08:00', 20),
      (phone) => phone.checkIn({ kind: 'early', at: staff.office, outside: true, changes }),
    ],
    [about(day, staff, '09:20', 30), arrive(staff)],
    [about(day, staff, '18:01', 90), leave(staff)],
  ])
}

/** In the office, and half an hour later a thousand kilometres away. */
export const impossibleTraveller: Scene = (day, staff) =>
  happenings(staff, phoneOf(day, staff), [
    [about(day, staff, '08:30', 20), arrive(staff)],
    [about(day, staff, '09:05', 10), (phone) => phone.checkIn({ kind: 'visit', at: day.farAway })],
    [about(day, staff, '18:01', 90), leave(staff)],
  ])

/** Names a photo that never comes. */
export const forgottenPhoto: Scene = (day, staff) =>
  happenings(staff, phoneOf(day, staff), [
    [about(day, staff, '08:15', 44), arrive(staff)],
    [
      about(day, staff, '10:00', 90),
      async (phone) => {
        const { claim } = await phone.takePicture()
        await phone.checkIn({ kind: 'visit', at: staff.customers[0] as DayPlace, changes: { photos: [claim] } })
      },
    ],
  ])

/** The morning's picture once more in the afternoon, said to be just taken. */
export const reusedPicture: Scene = (day, staff) => {
  const phone = phoneOf(day, staff)
  let taken: Picture | null = null
  const visitWithIt = async (at: DayPlace) => {
    taken ??= await phone.takePicture()
    const claim = { ...taken.claim, takenAtMs: day.clock.nowMs() }
    await phone.checkIn({ kind: 'visit', at, pictures: [{ ...taken, claim }] })
  }
  return happenings(staff, phone, [
    [about(day, staff, '08:15', 44), arrive(staff)],
    [about(day, staff, '10:00', 60), () => visitWithIt(staff.customers[0] as DayPlace)],
    [about(day, staff, '15:30', 60), () => visitWithIt(staff.customers[1] as DayPlace)],
  ])
}

/** Lends the phone to a colleague, who sends a check-in signed by it in his own session; each then uses his own. */
export const borrowedPhone = (day: Day, owner: DayStaff, borrower: DayStaff): Happening[] => {
  const [own, other] = [phoneOf(day, owner), phoneOf(day, borrower)]
  return [
    ...happenings(owner, own, [
      [about(day, owner, '08:15', 20), arrive(owner)],
      [
        about(day, owner, '08:40', 10),
        async () => {
          await other.open()
          await own.open()
          const signed = own.sign({ kind: 'late', at: owner.office })
          await other.submit(signed)
        },
      ],
    ]),
    ...happenings(borrower, other, [[about(day, borrower, '08:55', 4), arrive(borrower)]]),
  ]
}

/** Somebody caught a signed request on its way, and sends it again with a request id of his own. */
export const replay: Scene = (day, staff) => {
  const phone = phoneOf(day, staff)
  return happenings(staff, phone, [
    [
      about(day, staff, '08:15', 44),
      async () => {
        await phone.open()
        const signed = phone.sign({ kind: 'early', at: staff.office })
        await phone.submit(signed)
        const changed = JSON.stringify({ ...(JSON.parse(signed.body) as object), requestId: randomUUID() })
        await phone.submit({ ...signed, body: changed })
      },
    ],
    [about(day, staff, '18:01', 90), leave(staff)],
  ])
}

/** Takes the consent back, and tries all the same. */
export const withdrawnConsent: Scene = (day, staff) =>
  happenings(staff, phoneOf(day, staff), [
    [about(day, staff, '08:15', 44), arrive(staff)],
    [
      about(day, staff, '18:01', 60),
      async (phone) => {
        await phone.open()
        const signed = phone.sign({ kind: 'late', at: staff.office })
        await phone.disagree()
        await phone.submit(signed)
      },
    ],
  ])
