import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CHAIN_START, checkKeptSeal, checkSeal, type SealedLine } from './check-seal.rules'
import { continueChain, NO_PREVIOUS_HASH, sealText, utcDay, type AuditLine, type Seal } from './seal-chain.rules'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const hashDetail = (salt: string, detailJson: string) => sha256(`${salt}/${detailJson}`)
const HASHES = { hashText: sha256, hashDetail }
const SEALED_AT_MS = Date.UTC(2026, 10, 22, 1)
const DETAIL = { salt: '0f'.repeat(16), detailJson: '{"model":"小米 14"}' }

function line(number: number, changes: Partial<AuditLine> = {}): AuditLine {
  return {
    id: `0199-${number}`,
    atMs: Date.UTC(2026, 10, 22) + number,
    actorKind: 'employee',
    actorId: 'e1',
    action: 'device.bound',
    subjectKind: 'device',
    subjectId: 'd1',
    requestId: null,
    detailHash: hashDetail(DETAIL.salt, DETAIL.detailJson),
    ...changes,
  }
}

/** Four lines as they were sealed. */
function sealed(): SealedLine[] {
  const lines = [line(1), line(2, { requestId: 'r2' }), line(3), line(4)]
  const seals = continueChain(null, lines, SEALED_AT_MS, sha256)
  return seals.map((seal, index) => ({ seal, line: lines[index] as AuditLine, detail: DETAIL }))
}

const kindsOf = (chain: readonly SealedLine[]) => {
  let end = CHAIN_START
  return chain.flatMap((one) => {
    const problems = checkSeal(end, one, HASHES)
    if (one.seal.number > end.number) end = one.seal
    return problems.map((problem) => `${problem.kind}${'number' in problem ? ` ${problem.number}` : ''}`)
  })
}

const changed = (index: number, change: (one: SealedLine) => SealedLine) =>
  sealed().map((one, at) => (at === index ? change(one) : one))
const withLine = (changes: Partial<AuditLine>) => (one: SealedLine) => ({ ...one, line: { ...one.line!, ...changes } })

describe('the chain', () => {
  it('numbers from one and links each seal to the one before', () => {
    const seals = sealed().map(({ seal }) => seal)
    expect(seals.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    expect(seals.map(({ previousHash }) => previousHash)).toEqual([
      NO_PREVIOUS_HASH,
      ...seals.slice(0, 3).map(({ hash }) => hash),
    ])
  })

  it('is the same in one batch and in several', () => {
    const lines = sealed().map((one) => one.line as AuditLine)
    const first = continueChain(null, lines.slice(0, 1), SEALED_AT_MS, sha256)
    const rest = continueChain(first.at(-1) ?? null, lines.slice(1), SEALED_AT_MS, sha256)
    expect([...first, ...rest]).toEqual(sealed().map(({ seal }) => seal))
  })

  it('tells no two lines apart by chance: fields do not run into each other', () => {
    const link = { number: 1, previousHash: NO_PREVIOUS_HASH, sealedAtMs: 0 }
    const texts = [
      line(1, { actorKind: 'a', actorId: 'bc' }),
      line(1, { actorKind: 'ab', actorId: 'c' }),
      line(1, { actorKind: 'a","b', actorId: 'c' }),
      line(1, { requestId: null }),
      line(1, { requestId: 'null' }),
      line(1, { requestId: '' }),
    ].map((one) => sealText(link, one))
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('publishes by the day in UTC', () => {
    expect(utcDay(Date.UTC(2026, 10, 22, 23, 59, 59, 999))).toBe('2026-11-22')
    expect(utcDay(Date.UTC(2026, 10, 23))).toBe('2026-11-23')
  })

  it('is described in docs/security.md by an example that another program can check', () => {
    const text = readFileSync(join(resolve('.'), 'docs/security.md'), 'utf8')
    const [, example = '', hash = ''] = /```text\n(\["waiqin-audit-seal-v1".*\])\n([0-9a-f]{64})\n```/.exec(text) ?? []
    expect(sha256(example)).toBe(hash)
    const columns = ['format', 'number', 'previousHash', 'sealedAtMs', 'id', 'atMs', 'actorKind', 'actorId', 'action']
    const names = [...columns, 'subjectKind', 'subjectId', 'requestId', 'detailHash']
    const values = JSON.parse(example) as unknown[]
    const read = Object.fromEntries(names.map((name, index) => [name, values[index]])) as unknown as Seal & AuditLine
    expect(values).toHaveLength(names.length)
    expect(sealText(read, read)).toBe(example)
  })
})

describe('checking the chain', () => {
  const columns = Object.keys(line(1)) as (keyof AuditLine)[]

  it('finds nothing where nothing was changed', () => {
    expect(kindsOf(sealed())).toEqual([])
  })

  it.each(columns)('finds a changed %s', (column) => {
    const other = column === 'atMs' ? { atMs: 1 } : { [column]: column === 'detailHash' ? '0'.repeat(64) : 'x' }
    const found = kindsOf(changed(1, withLine(other)))
    expect(found).toEqual(column === 'detailHash' ? ['line_changed 2', 'detail_changed 2'] : ['line_changed 2'])
  })

  it.each<[string, SealedLine[], string[]]>([
    ['a removed line', changed(2, (one) => ({ ...one, line: null, detail: null })), ['line_removed 3']],
    ['a removed seal', sealed().filter((_, index) => index !== 1), ['seals_missing']],
    ['removed first seals', sealed().slice(2), ['seals_missing']],
    [
      'a renumbered seal',
      changed(3, ({ seal, ...one }) => ({ ...one, seal: { ...seal, number: 5 } })),
      ['seals_missing', 'line_changed 5'],
    ],
    [
      'a changed hash',
      changed(1, ({ seal, ...one }) => ({ ...one, seal: { ...seal, hash: sha256('x') } })),
      ['line_changed 2', 'chain_broken 3'],
    ],
    [
      'a changed time of sealing',
      changed(0, ({ seal, ...one }) => ({ ...one, seal: { ...seal, sealedAtMs: 0 } })),
      ['line_changed 1'],
    ],
    [
      'a line sealed beside the chain',
      continueChain({ number: -1, hash: NO_PREVIOUS_HASH }, [line(9)], 0, sha256)
        .map((seal): SealedLine => ({ seal, line: line(9), detail: null }))
        .concat(sealed()),
      ['chain_broken 0'],
    ],
    [
      'a changed detail',
      changed(0, (one) => ({ ...one, detail: { ...DETAIL, detailJson: '{}' } })),
      ['detail_changed 1'],
    ],
    ['a changed salt', changed(0, (one) => ({ ...one, detail: { ...DETAIL, salt: '00' } })), ['detail_changed 1']],
    ['an erased detail: nothing', changed(0, (one) => ({ ...one, detail: null })), []],
  ])('finds %s', (_name, chain, expected) => {
    expect(kindsOf(chain)).toEqual(expected)
  })

  it('finds a line whose seal was made to fit, by the next link', () => {
    const chain = sealed()
    const forged = line(2, { actorId: 'e9' })
    const [seal] = continueChain(chain[0]!.seal, [forged], SEALED_AT_MS, sha256)
    chain[1] = { seal: seal!, line: forged, detail: null }
    expect(kindsOf(chain)).toEqual(['chain_broken 3'])
  })

  it('goes on from a seal whose hash is not known', () => {
    expect(checkSeal({ number: 1, hash: null }, sealed()[1]!, HASHES)).toEqual([])
  })
})

describe('a seal that was kept outside', () => {
  const HASH = sha256('kept')
  it.each([
    ['agrees', { number: 3, hash: HASH }, HASH, null],
    ['differs', { number: 3, hash: HASH }, sha256('x'), { kind: 'seal_file_differs', file: 'f', number: 3 }],
    ['lost its seal', { number: 3, hash: HASH }, null, { kind: 'seal_file_differs', file: 'f', number: 3 }],
    ['lost the tail', { number: 9, hash: HASH }, null, { kind: 'tail_missing', file: 'f', number: 9, newest: 4 }],
    ['cannot be read', null, null, { kind: 'seal_file_unreadable', file: 'f' }],
  ])('%s', (_name, kept, stored, expected) => {
    expect(checkKeptSeal('f', kept, stored, 4)).toEqual(expected)
  })
})
