/** People whom stories and screens add to the demo company, so that none depends on another. */
import type { Page, RecordItem } from '#contract/api'
import { seedEmployee, seedRoster, seedRule } from '../../../prisma/seed/builders'
import { demoEmployeeId } from '../../../prisma/seed/demo/rules'
import { DEMO_CUSTOMERS, DEMO_SITE_IDS } from '../../../prisma/seed/demo/sites'
import type { PhonePlace } from '../../preview/settings'
import type { Transaction } from '../../src/adapters/database/database'
import type { Platform } from '../../src/wiring'
import { loginByApi, type ApiPerson } from './api-person'
import type { DemoServer } from './demo-server'

export interface CompanyPerson {
  readonly userId: string
  readonly name: string
}

export interface EngineerOptions {
  /** Versions of the notice that were agreed to; the one in force unless told otherwise. */
  readonly consents?: readonly number[]
  /** 王建国 unless told otherwise. */
  readonly leader?: CompanyPerson
  /** Whether each check-in needs a photo. */
  readonly photos?: boolean
  /** Whether today is a day off. */
  readonly rests?: boolean
}

export interface Company {
  /** A field engineer who joined yesterday and has used no phone yet. */
  engineer(name: string, options?: EngineerOptions): Promise<CompanyPerson>
  /** Somebody who leads engineers and nobody else. */
  leader(name: string): Promise<CompanyPerson>
  api(person: { readonly userId: string }): Promise<ApiPerson>
  /** This person's check-ins as the server knows them, newest first. */
  records(person: { readonly userId: string }): Promise<readonly RecordItem[]>
}

/** 华东服务一部. */
const DEPARTMENT = '21'
const HEAD_OF_DEPARTMENT: CompanyPerson = { userId: 'WangJianGuo', name: '王建国' }
const DAY_MS = 86_400_000
const RULES_FROM = '2026-11-01'

export function createCompany(demo: DemoServer, { database }: Platform): Company {
  let people = 0
  const nextPerson = (name: string): CompanyPerson => {
    people += 1
    return { userId: `Story${people}`, name }
  }
  const joined = ({ userId, name }: CompanyPerson) => ({
    id: demoEmployeeId(userId),
    userId,
    name,
    departmentId: DEPARTMENT,
    createdAt: new Date(demo.sources.clock.nowMs() - DAY_MS),
  })
  return {
    async engineer(name, { consents = [1], leader = HEAD_OF_DEPARTMENT, photos = false, rests = false } = {}) {
      const person = nextPerson(name)
      await database.write(async (tx) => {
        const leaders = [demoEmployeeId(leader.userId)]
        await seedEmployee(tx, { ...joined(person), position: '外勤工程师', leaders, consents })
        if (photos) await seedPhotoRule(tx, person)
        if (rests) await seedRestRule(tx, person)
      })
      return person
    },

    async leader(name) {
      const person = nextPerson(name)
      const roles = [['leader', DEPARTMENT] as const]
      await database.write((tx) => seedEmployee(tx, { ...joined(person), position: '服务主管', roles, consents: [1] }))
      return person
    },

    api: ({ userId }) => loginByApi(demo.url, userId),

    async records({ userId }) {
      const person = await loginByApi(demo.url, userId)
      return (await person.get<Page<RecordItem>>('/records')).items
    },
  }
}

/** The middle of a customer of the demo. */
export function customerPlace(wanted: string): PhonePlace {
  const customer = DEMO_CUSTOMERS.find(({ name }) => name === wanted)
  if (customer === undefined) throw new Error(`the demo has no customer ${wanted}`)
  return { name: wanted, mainlandChina: true, ...customer.fence.centre }
}

/** As for 外勤服务, with a photo of each check-in. */
async function seedPhotoRule(tx: Transaction, { userId, name }: CompanyPerson): Promise<void> {
  const { weekJson } = await tx.ruleVersion.findFirstOrThrow({
    where: { rule: { name: '外勤服务' } },
    select: { weekJson: true },
  })
  await seedRule(tx, {
    name: `${name}，要拍照`,
    week: JSON.parse(weekJson) as (string | null)[],
    followsCalendar: true,
    sites: Object.values(DEMO_SITE_IDS),
    policy: { photoFor: ['early', 'visit', 'late'] },
    assignTo: [{ kind: 'employee', id: demoEmployeeId(userId), validFrom: RULES_FROM }],
  })
}

/** By a roster that gives this day no shift. */
async function seedRestRule(tx: Transaction, { userId, name }: CompanyPerson): Promise<void> {
  const target = { kind: 'employee', id: demoEmployeeId(userId) } as const
  await seedRule(tx, {
    name: `${name}，轮休`,
    scheduleKind: 'roster',
    sites: Object.values(DEMO_SITE_IDS),
    assignTo: [{ ...target, validFrom: RULES_FROM }],
  })
  await seedRoster(tx, { target, days: { '2026-11-17': null, '2026-11-18': null, '2026-11-19': null } })
}
