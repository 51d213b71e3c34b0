import { Readable } from 'node:stream'
import { readCsvLines } from './csv-lines'

async function linesOf(...chunks: (string | Buffer)[]) {
  const lines = []
  const bytes = Readable.from(chunks.map((chunk) => Buffer.from(chunk as string)))
  for await (const line of readCsvLines(bytes as AsyncIterable<Uint8Array>)) lines.push(line)
  return lines
}
const cells = (line: number, ...texts: string[]) => ({ kind: 'cells', line, cells: texts })

it.each([
  ['plain', ['a,b\n1,2\n'], [cells(1, 'a', 'b'), cells(2, '1', '2')]],
  ['a byte order mark', ['\uFEFFa,b\r\n1,2'], [cells(1, 'a', 'b'), cells(2, '1', '2')]],
  ['empty lines and lines in quotes', ['a\n\n"x\ny"\n3\n'], [cells(1, 'a'), cells(3, 'x\ny'), cells(5, '3')]],
  ['a character cut by a chunk', [Buffer.from('张').subarray(0, 2), Buffer.from('张').subarray(2)], [cells(1, '张')]],
  ['lines of other lengths', ['a,b\n1\n'], [cells(1, 'a', 'b'), cells(2, '1')]],
  ['nothing', [''], []],
])('reads %s', async (_, chunks, lines) => {
  expect(await linesOf(...chunks)).toEqual(lines)
})

it('refuses GBK', async () => {
  const gbk = Buffer.from([0xd5, 0xc5, 0xc8, 0xfd])
  expect(await linesOf('账号\n', gbk)).toContainEqual({ kind: 'unreadable', line: null, problem: 'not_utf8' })
  expect(await linesOf(Buffer.from('张').subarray(0, 2))).toEqual([
    { kind: 'unreadable', line: null, problem: 'not_utf8' },
  ])
})

it('says where quotes are not closed', async () => {
  const lines = await linesOf('a,b\n1,"2\n3,4\n')
  expect(lines[0]).toEqual(cells(1, 'a', 'b'))
  expect(lines[1]).toMatchObject({ kind: 'unreadable', problem: 'not_csv', line: expect.any(Number) as unknown })
})
