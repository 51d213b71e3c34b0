import type { Json } from './answer'
import { openBench, type Bench } from '../../test/wecom-bench'

/** 2026-11-18 09:00 and midnight in Shanghai. */
const NINE = Date.UTC(2026, 10, 18, 1) / 1000
const MIDNIGHT = Date.UTC(2026, 10, 17, 16) / 1000

let bench: Bench
beforeEach(() => {
  bench = openBench()
})

const record = (changes: Json = {}): Json => ({
  userid: 'chenyutong',
  checkin_time: NINE,
  location_title: '昆山仓',
  location_detail: '昆山市前进东路 1 号',
  device_type: 3,
  device_detail: 'waiqin',
  lat: 31_385_000,
  lng: 120_980_000,
  ...changes,
})
const add = (...records: unknown[]) => bench.post('checkin/add_checkin_record', { records })

describe('add_checkin_record', () => {
  it('takes records, which getcheckindata gives back', async () => {
    const off = record({
      checkin_time: NINE + 32_400,
      wifiname: 'Office',
      wifimac: '3c:06:a7:10:2b:01',
      mediaids: ['m1'],
    })
    expect(await add(record(), off)).toEqual({ status: 200, errcode: 0, errmsg: 'ok' })
    expect(bench.sandbox.checkinRecords()).toHaveLength(2)
    const body = { opencheckindatatype: 3, starttime: NINE, endtime: NINE + 86_400, useridlist: ['ChenYuTong'] }
    const { checkindata } = await bench.post('checkin/getcheckindata', body)
    expect(checkindata).toMatchObject([
      { userid: 'ChenYuTong', checkin_type: '上班打卡', checkin_time: NINE, lat: 31_385_000, location_title: '昆山仓' },
      { userid: 'ChenYuTong', checkin_type: '下班打卡', wifiname: 'Office', mediaids: ['m1'] },
    ])
    expect(await bench.post('checkin/getcheckindata', { ...body, opencheckindatatype: 2 })).toMatchObject({
      checkindata: [],
    })
  })

  it.each<[string, number, Json]>([
    ['an unknown member', 301069, { userid: 'nobody' }],
    ['no userid', 301075, { userid: undefined }],
    ['no time', 301075, { checkin_time: undefined }],
    ['milliseconds', 301075, { checkin_time: NINE * 1000 }],
    ['no title', 301075, { location_title: '' }],
    ['a title of 1 025 bytes', 301075, { location_title: 'x'.repeat(1_025) }],
    ['no detail', 301075, { location_detail: undefined }],
    ['a detail of 1 025 bytes', 301075, { location_detail: 'x'.repeat(1_025) }],
    ['Wi-Fi without its address', 301075, { wifiname: 'Office' }],
    ['two pictures', 301075, { mediaids: ['a', 'b'] }],
    ['degrees', 301075, { lat: 31.385 }],
    ['too far north', 301075, { lat: 90_000_001 }],
    ['device type 4', 301075, { device_type: 4 }],
    ['no device', 301075, { device_detail: undefined }],
    ['a device of 41 bytes', 301075, { device_detail: 'x'.repeat(41) }],
  ])('refuses %s (%d), and with it the whole call', async (_what, errcode, changes) => {
    expect(await add(record(), record(changes))).toMatchObject({ errcode })
    expect(bench.sandbox.checkinRecords()).toHaveLength(0)
  })

  it('refuses none, 201 at once, and who is out of the visible range', async () => {
    expect(await add()).toMatchObject({ errcode: 301075 })
    expect(await add(...Array.from({ length: 201 }, () => record()))).toMatchObject({ errcode: 301075 })
    expect(await add('x')).toMatchObject({ errcode: 301075 })
    bench = openBench({ app: { visibleDepartments: [30] } })
    expect(await add(record())).toMatchObject({ errcode: 301002 })
  })

  it('takes 60 calls a minute (45009), then bars for a minute', async () => {
    for (let count = 0; count < 60; count += 1) expect(await add(record())).toMatchObject({ errcode: 0 })
    expect(await add(record())).toMatchObject({ errcode: 45009 })
    bench.clock.advance(59_999)
    expect(await add(record())).toMatchObject({ errcode: 45009 })
    bench.clock.advance(1)
    expect(await add(record())).toMatchObject({ errcode: 0 })
  })
})

describe('punch_correction', () => {
  const correct = (changes: Json = {}) =>
    bench.post('checkin/punch_correction', {
      userid: 'ChenYuTong',
      schedule_date_time: MIDNIGHT,
      schedule_checkin_time: 32_400,
      checkin_time: NINE,
      remark: '单号 123 已批准',
      ...changes,
    })

  it('is taken, also on a day without schedule', async () => {
    expect(await correct()).toMatchObject({ errcode: 0 })
    expect(await correct({ schedule_checkin_time: undefined })).toMatchObject({ errcode: 0 })
    expect(bench.sandbox.punchCorrections()).toMatchObject([
      { userId: 'ChenYuTong', scheduleCheckinTime: 32_400, remark: '单号 123 已批准' },
      { scheduleCheckinTime: null },
    ])
  })

  it.each<[string, number, Json]>([
    ['an unknown member', 301069, { userid: 'nobody' }],
    ['a day that is no midnight', 301075, { schedule_date_time: NINE }],
    ['no day', 301075, { schedule_date_time: undefined }],
    ['no time', 301075, { checkin_time: undefined }],
    ['a time before the day', 301075, { schedule_checkin_time: -1 }],
    ['a remark of 513 bytes', 301075, { remark: 'x'.repeat(513) }],
  ])('refuses %s (%d)', async (_what, errcode, changes) => {
    expect(await correct(changes)).toMatchObject({ errcode })
  })
})

describe('getcheckindata', () => {
  const read = (changes: Json = {}) =>
    bench.post('checkin/getcheckindata', {
      opencheckindatatype: 3,
      starttime: NINE - 30 * 86_400,
      endtime: NINE,
      useridlist: ['ChenYuTong'],
      ...changes,
    })

  it.each<[string, number, Json]>([
    ['type 4', 40058, { opencheckindatatype: 4 }],
    ['more than 30 days', 301024, { starttime: NINE - 30 * 86_400 - 1 }],
    ['the end before the start', 301024, { endtime: NINE - 31 * 86_400 }],
    ['no times', 301024, { starttime: undefined }],
    ['nobody', 301023, { useridlist: [] }],
    ['101 members', 301023, { useridlist: Array.from({ length: 101 }, () => 'ZhouLi') }],
    ['an unknown member', 301021, { useridlist: ['ChenYuTong', 'nobody'] }],
  ])('refuses %s (%d)', async (_what, errcode, changes) => {
    expect(await read()).toMatchObject({ errcode: 0, checkindata: [] })
    expect(await read(changes)).toMatchObject({ errcode })
  })
})
