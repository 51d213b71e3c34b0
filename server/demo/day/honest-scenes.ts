/** People who do nothing wrong, whatever happens to them. */
import type { Happening } from './timeline'
import type { DayPlace } from './field-phone'
import { isApiProblem } from '../http-json'
import {
  about,
  arrive,
  dice,
  happenings,
  HOUR_MS,
  leave,
  phoneOf,
  shot,
  visit,
  type Day,
  type DayStaff,
  type Scene,
} from './scene'

const MINUTE_MS = 60_000

/** To the office and home again; now and then late. */
export const officeDay: Scene = (day, staff) =>
  happenings(staff, phoneOf(day, staff), [
    [about(day, staff, dice(staff, 'late') < 0.06 ? '09:02' : '08:15', 44), arrive(staff)],
    [about(day, staff, '18:01', 90), leave(staff)],
  ])

/** Two customers between the office's doors; what falls into the outage is kept and sent after it. */
export const fieldDay: Scene = (day, staff) =>
  happenings(staff, phoneOf(day, staff), [
    [about(day, staff, '08:15', 44), arrive(staff)],
    [about(day, staff, '10:00', 90), visit(staff, 0)],
    [about(day, staff, '12:00', 20), (phone) => phone.open(staff.customers[1]?.near)],
    [about(day, staff, '12:45', 120), visit(staff, 1)],
    [Math.max(day.outage.untilMs, about(day, staff, '15:00', 30)), (phone) => phone.sendKept()],
    [about(day, staff, '18:01', 90), leave(staff)],
  ])

/** A clock that is two hours off harms nobody. */
export const wrongClock: Scene = (day, staff) =>
  happenings(staff, phoneOf(day, staff, { nowMs: () => day.clock.nowMs() + 2 * HOUR_MS }), [
    [about(day, staff, '08:15', 44), arrive(staff)],
    [about(day, staff, '18:01', 90), leave(staff)],
  ])

/** Underground all day: everything is sent in the evening. */
export const offline: Scene = (day, staff) =>
  happenings(staff, phoneOf(day, staff), [
    [about(day, staff, '08:00', 20), (phone) => phone.open(staff.customers[0]?.near)],
    [about(day, staff, '08:25', 30), async (phone) => phone.keep({ kind: 'early', at: staff.office })],
    [
      about(day, staff, '11:00', 60),
      async (phone) => phone.keep({ kind: 'visit', at: staff.customers[0] as DayPlace, ...(await shot(staff, phone)) }),
    ],
    [about(day, staff, '18:05', 60), async (phone) => phone.keep({ kind: 'late', at: staff.office })],
    [about(day, staff, '20:00', 120), (phone) => phone.sendKept()],
  ])

/** Comes home with signal only after midnight. */
export const tooLate: Scene = (day, staff) =>
  happenings(staff, phoneOf(day, staff), [
    [about(day, staff, '08:15', 44), arrive(staff)],
    [about(day, staff, '18:10', 30), async (phone) => phone.keep({ kind: 'late', at: staff.office })],
    [day.startMs + 24 * HOUR_MS + 20 * MINUTE_MS, (phone) => phone.sendKept()],
  ])

/** Taps twice, and once more with a new attempt. */
export const doubleTapper: Scene = (day, staff) =>
  happenings(staff, phoneOf(day, staff), [
    [
      about(day, staff, '08:15', 44),
      async (phone) => {
        await phone.open()
        const signed = phone.sign({ kind: 'early', at: staff.office })
        await Promise.all([phone.submit(signed), phone.submit(signed)])
        await phone.checkIn({ kind: 'early', at: staff.office })
      },
    ],
    [about(day, staff, '18:01', 90), leave(staff)],
  ])

/** A bad fix first, a good one later. */
export const badFix: Scene = (day, staff) => {
  const phone = phoneOf(day, staff)
  return happenings(staff, phone, [
    [
      about(day, staff, '08:20', 30),
      async () => {
        const context = await phone.open()
        const centre = staff.office.near
        const fix = { ...centre, system: 'gcj02', accuracyMetres: 1_200, sameFixForMs: 0, askedMsAgo: 500 } as const
        if (context.slots.length > 0) await phone.checkIn({ kind: 'early', at: staff.office, changes: { fix } })
      },
    ],
    [about(day, staff, '08:51', 6), arrive(staff)],
    [about(day, staff, '18:01', 90), leave(staff)],
  ])
}

/** Far from where the work is, and applies with a photo; the leader decides. */
export const applicant =
  (reason: string): Scene =>
  (day, staff) =>
    happenings(staff, phoneOf(day, staff), [
      [
        about(day, staff, '08:25', 25),
        async (phone) =>
          phone.checkIn({
            kind: 'early',
            at: staff.office,
            outside: true,
            changes: { application: { reason } },
            pictures: [await phone.takePicture()],
          }),
      ],
      [about(day, staff, '18:01', 90), leave(staff)],
    ])

/** A new phone in the morning: its check-in is held until the leader has decided; the old one is then refused. */
export const phoneChange =
  (reason: string): Scene =>
  (day, staff) => {
    const old = phoneOf(day, staff)
    const fresh = phoneOf(day, staff, {
      facts: { brand: 'Xiaomi', model: `24031PN0DC ${staff.userId}`, platform: 'android', system: 'Android 15' },
    })
    return [
      ...happenings(staff, old, [[about(day, staff, '07:30', 10), () => old.open()]]),
      {
        ...(happenings(staff, fresh, [
          [about(day, staff, '08:30', 15), () => fresh.askForChange(reason)],
        ])[0] as Happening),
        // Asking needs a login of the last five minutes.
        alone: true,
      },
      ...happenings(staff, fresh, [
        [
          about(day, staff, '08:46', 10),
          async () => fresh.checkIn({ kind: 'early', at: staff.office, pictures: [await fresh.takePicture()] }),
        ],
      ]),
      ...happenings(staff, old, [
        [
          about(day, staff, '18:01', 60),
          async () => {
            const signed = old.sign({ kind: 'late', at: staff.office })
            await old.logInAgain()
            await old.submit(signed)
          },
        ],
      ]),
    ]
  }

/** A colleague was faster, or a photo came in meanwhile: it is looked at again the next time. */
const OVERTAKEN: ReadonlySet<string | null> = new Set(['APPROVAL_ALREADY_DECIDED', 'VERSION_CONFLICT'])

/** A leader looks at what waits; those who overslept are told so. */
export function leaderDecides(day: Day, leader: DayStaff, atMs: number): Happening {
  const phone = phoneOf(day, leader)
  return {
    atMs,
    actor: leader.userId,
    alone: true,
    run: async () => {
      await phone.logInAgain()
      for (const { id, reason, subjectVersion } of (await phone.approvalsToDecide()).items) {
        const decision = reason.includes('睡过头') || reason.includes('借来') ? 'reject' : 'approve'
        try {
          await phone.decide(id, { decision, subjectVersion })
        } catch (error) {
          if (!isApiProblem(error) || !OVERTAKEN.has(error.code)) throw error
        }
      }
    },
  }
}
