import { placeholdersOf, renderText } from './finding-texts-format'
import { FORMATS } from './finding-texts-format'
import { TEXTS } from './finding-texts'

describe('renderText', () => {
  it.each<[string, Record<string, string | number | boolean | null>, string, string]>([
    ['{a}', { a: 12 }, '12', '12'],
    ['{a}', { a: '' }, '—', '—'],
    ['{a}', { a: null }, '—', '—'],
    ['{a}', {}, '—', '—'],
    ['{a:time}', { a: '2026-11-18T08:52:09.120+08:00' }, '08:52', '08:52'],
    ['{a:clock}', { a: '2026-11-18T08:52:09.120+08:00' }, '08:52:09', '08:52:09'],
    ['{a:until}', { a: '2026-11-19T00:00:00.000+08:00' }, '24:00', '24:00'],
    ['{a:until}', { a: '2026-11-19T09:30:00.000+08:00' }, '09:30', '09:30'],
    ['{a:day}', { a: '2026-11-08' }, '11月8日', '8 Nov'],
    ['{a:day}', { a: '2026-03-29T00:30:00.000Z' }, '3月29日', '29 Mar'],
    ['{a:slot}', { a: 'late' }, '晚签到', 'Late check-in'],
    ['{a:slot}', { a: 'noon' }, '—', '—'],
    ['{a:distance}', { a: 9_999 }, '9999 m', '9999 m'],
    ['{a:distance}', { a: 10_000 }, '10 km', '10 km'],
    ['{a:duration}', { a: 0 }, '0 秒', '0 s'],
    ['{a:duration}', { a: 200 }, '3 分 20 秒', '3 min 20 s'],
    ['{a:duration}', { a: 7_500 }, '2 小时 5 分', '2 h 5 min'],
    ['{a:duration}', { a: 90_061 }, '1 天 1 小时', '1 d 1 h'],
    ['{a:nonsense}', { a: 1 }, '—', '—'],
  ])('%s of %j is %s', (template, figures, zh, en) => {
    expect([renderText(template, figures, 'zh'), renderText(template, figures, 'en')]).toEqual([zh, en])
  })
})

describe.each(['zh', 'en'] as const)('the templates (%s)', (language) => {
  const templates: string[] = []
  JSON.stringify(TEXTS[language], (_key, value: unknown) => {
    if (typeof value === 'string') templates.push(value)
    return value
  })

  it('use known formats only and no stray brackets', () => {
    const formats = templates.flatMap(placeholdersOf).flatMap(({ format }) => format ?? [])
    expect(formats.filter((format) => !(FORMATS as readonly string[]).includes(format))).toEqual([])
    expect(templates.filter((text) => /[{}]/.test(text.replace(/\{[A-Za-z]+(:[a-z]+)?\}/g, '')))).toEqual([])
  })

  it('end without a full stop, so that sentence and next can be joined', () => {
    expect(templates.filter((text) => /[。.]$/.test(text))).toEqual([])
  })
})

it('both languages tell the same cases apart', () => {
  const shape = (language: 'zh' | 'en') =>
    Object.entries(TEXTS[language].findings).map(([code, words]) => [code, Object.keys(words.cases ?? {}).sort()])
  expect(shape('en')).toEqual(shape('zh'))
})
