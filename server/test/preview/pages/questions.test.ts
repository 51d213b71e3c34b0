import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { texts } from '../../../../miniprogram/texts/texts'

/** `showModal` refuses longer ones on devices, and nothing is asked then. */
const MOST_LETTERS = 4

const { myData, photos, rebind, requests, visit } = texts
const QUESTIONS: readonly (readonly [name: string, agree: string, decline: string])[] = [
  ['a photo goes', photos.remove, photos.keep],
  ['consent is withdrawn', myData.withdrawAgree, myData.withdrawKeep],
  ['what is in the phone is erased', myData.eraseAgree, myData.eraseKeep],
  ['a change of phones is withdrawn', rebind.withdraw, rebind.withdrawKeep],
  ['a draft is emptied', visit.discardAgree, visit.discardKeep],
  ['a request is withdrawn', requests.withdraw, requests.keep],
]

it.each(QUESTIONS)('%s: 「%s」 or 「%s」 fits on the buttons', (_, ...words) => {
  expect(words.filter((word) => word === '' || word.length > MOST_LETTERS)).toEqual([])
})

it('knows every question that is asked', () => {
  const folder = join(process.cwd(), 'miniprogram')
  const isOurs = (path: string) => /^(components|packages|pages)\b.*(?<!test)\.ts$/.test(path)
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isOurs)
  const asked = sources.flatMap((path) => readFileSync(join(folder, path), 'utf8').match(/screen\.ask\(/g) ?? [])
  expect(asked).toHaveLength(QUESTIONS.length)
})
