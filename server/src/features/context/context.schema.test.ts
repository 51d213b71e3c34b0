import { contextQuerySchema } from './context.schema'

describe('the context query', () => {
  it.each<[string, Record<string, unknown>, unknown]>([
    ['the phone time alone', { phoneTime: '1763424000000' }, { phoneTime: 1_763_424_000_000 }],
    [
      'a position of any precision',
      { phoneTime: '0', nearLatitude: '31.20413', nearLongitude: '-121.6' },
      { phoneTime: 0, nearLatitude: 31.20413, nearLongitude: -121.6 },
    ],
  ])('takes %s', (_what, query, parsed) => {
    expect(contextQuerySchema.parse(query)).toEqual(parsed)
  })

  it.each<[string, Record<string, unknown>]>([
    ['no phone time', {}],
    ['an empty phone time', { phoneTime: '' }],
    ['a broken phone time', { phoneTime: '17634240000.5' }],
    ['a negative phone time', { phoneTime: '-1' }],
    ['a phone time twice', { phoneTime: ['1', '2'] }],
    ['half a position', { phoneTime: '0', nearLatitude: '31.2' }],
    ['the other half', { phoneTime: '0', nearLongitude: '121.6' }],
    ['a latitude off the world', { phoneTime: '0', nearLatitude: '90.1', nearLongitude: '0' }],
    ['NaN', { phoneTime: '0', nearLatitude: 'NaN', nearLongitude: '0' }],
    ['Infinity', { phoneTime: '0', nearLatitude: '0', nearLongitude: 'Infinity' }],
    ['an exponent', { phoneTime: '0', nearLatitude: '1e1', nearLongitude: '0' }],
    ['an unknown parameter', { phoneTime: '0', latitude: '31.2' }],
  ])('refuses %s', (_what, query) => {
    expect(contextQuerySchema.safeParse(query).success).toBe(false)
  })
})
