import { announcement, NOTHING_SAID } from './announcement'

describe('what is read aloud', () => {
  it('changes at most every three seconds, and ends with the latest', () => {
    const said: string[] = []
    let announced = NOTHING_SAID
    for (const [text, nowMs] of [
      ['正在定位', 1_000],
      ['范围外', 1_500],
      ['范围内', 2_000],
      ['范围外', 3_900],
      ['范围内', 4_000],
      ['范围内', 5_000],
      ['范围内', 9_000],
    ] as const) {
      const next = announcement(announced, text, nowMs)
      if (next !== announced) said.push(`${nowMs} ${next.text}`)
      announced = next
    }
    expect(said).toEqual(['1000 正在定位', '4000 范围内'])
  })

  it('goes on after the phone’s clock was set back', () => {
    expect(announcement({ text: '甲', atMs: 100_000 }, '乙', 5_000)).toEqual({ text: '乙', atMs: 5_000 })
  })
})
