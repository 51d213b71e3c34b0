import { childText, parseXml, writeXml } from './xml'

it('reads what it writes', () => {
  const text = writeXml('xml', [
    ['A', 'x ]]> <b> & y'],
    ['N', 7],
    ['L', [['I', '1']]],
    ['L', [['I', '2']]],
  ])
  const xml = parseXml(text)
  expect(childText(xml, 'A')).toBe('x ]]> <b> & y')
  expect(childText(xml, 'N')).toBe('7')
  expect(xml.children.filter(({ name }) => name === 'L').map((item) => childText(item, 'I'))).toEqual(['1', '2'])
})

it('reads entities, spaces, empty elements and a declaration', () => {
  const xml = parseXml('<?xml version="1.0"?>\n<xml>\n <A>&lt;&amp;&#65;&#x4E2D;</A><B/>\n</xml>\n')
  expect(childText(xml, 'A')).toBe('<&A中')
  expect(childText(xml, 'B')).toBe('')
  expect(childText(xml, 'C')).toBe('')
})

it.each([
  '',
  'text',
  '<a>',
  '<a></b>',
  '</a>',
  '<a></a><b></b>',
  '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
  '<a>&x;</a>',
  '<a b="c"></a>',
  '<a>'.repeat(20) + '</a>'.repeat(20),
  `<a>${'x'.repeat(200_001)}</a>`,
])('refuses %#', (text) => {
  expect(() => parseXml(text)).toThrow()
})
