import { summaryReply } from '../../test/approvals'
import { teamShares } from './team-bar.view'

it('shares the team between what is there, each person once', () => {
  const shares = teamShares(summaryReply())
  expect(shares.map(({ name, count }) => `${name} ${count}`)).toEqual([
    '准时 11',
    '外勤 6',
    '迟到 2',
    '休息 1',
    '未签 3',
  ])
})

it('says that nobody is missing, and leaves out what is nobody', () => {
  const shares = teamShares(
    summaryReply({ accepted: 0, acceptedWithVisits: 0, late: 0, off: 0, missing: 0, waiting: 5 }),
  )
  expect(shares.map(({ name, count }) => `${name} ${count}`)).toEqual(['准时 0', '未到时 5', '未签 0'])
})
