import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCards } from '../../../db/exchange/read/vcard.ts'
import type { Card } from '../../../db/exchange/rules/card.ts'
import { vcardText } from '../../../db/exchange/write/vcard.ts'
import { gbk } from '../../engine/exchange/gbk.ts'

const read = (bytes: Buffer | string) => readCards(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, {})
const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')

const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'王,;:\\\n=" 生n廿😀=3D'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 120,
  })
  .map((value) => value.toWellFormed().replaceAll(/\r\n?/g, '\n').trim())
const word = text.filter((value) => value !== '')
const cards: fc.Arbitrary<Card> = fc.record({
  name: word,
  company: text,
  department: text,
  title: text,
  phones: fc.array(fc.stringMatching(/^\+?[0-9]{7,15}$/), { maxLength: 3 }),
  privatePhones: fc.array(fc.stringMatching(/^[0-9-]{7,15}$/), { maxLength: 2 }),
  emails: fc.array(fc.emailAddress(), { maxLength: 2 }),
  wechat: text,
  birthday: fc.constantFrom(
    '',
    '1967-03-14',
    '--03-14',
    'lunar:1967-10-21',
    'lunar:--10-21',
    'lunar:2020-04L-08',
  ),
  gender: fc.constantFrom('', 'M', 'F'),
  note: text,
  // ours have one birthday
  otherBirthday: fc.constant(''),
})

describe('vCards', () => {
  test('written and read again, say the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cards, { minLength: 1, maxLength: 3 }), async (written) => {
        const file = vcardText(written)
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(await read(file)).toEqual(written)
      }),
    )
  })

  test('2.1 from an old phone: GBK, quoted-printable with soft breaks, bare types', async () => {
    const quoted = [...gbk('周启明')].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('')
    const file = card(
      'VERSION:2.1',
      `N;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:${quoted.slice(0, 9)}=`,
      `${quoted.slice(9)};;;;`,
      'TEL;CELL;VOICE:13800000001',
      'TEL;HOME:021-5555',
    )
    expect((await read(file))[0]).toMatchObject({
      name: '周启明',
      phones: ['13800000001'],
      privatePhones: ['021-5555'],
    })
  })

  test('a whole file in GBK, folded in the middle of a character', async () => {
    const note = gbk('备注里有“分号；”和反斜杠乗')
    const file = Buffer.concat([
      gbk('BEGIN:VCARD\nVERSION:3.0\nFN:褚卉\nORG:恒岳建材;采购部\nNOTE:'),
      note.subarray(0, 5),
      Buffer.from('\n '),
      note.subarray(5),
      Buffer.from('\nEND:VCARD\n'),
    ])
    expect((await read(file))[0]).toMatchObject({
      name: '褚卉',
      company: '恒岳建材',
      department: '采购部',
      note: '备注里有“分号；”和反斜杠乗',
    })
  })

  test.each([
    ['BDAY:19670314', '19670314'],
    ['BDAY:1967-03-14T00:00:00Z', '1967-03-14'],
    ['BDAY:--0314', '--03-14'],
    ['BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-14', '--03-14'],
    ['BDAY;VALUE=text:农历十月廿一', '农历十月廿一'],
  ])('%s', async (line, birthday) => {
    expect((await read(card('FN:甲', line)))[0]?.birthday).toBe(birthday)
  })

  test('4.0 with groups, tel: links and a name in parts; a card without a name stays, for the preview to tell', async () => {
    const file = card(
      'VERSION:4.0',
      'N:Smith;John;Q;;',
      'item1.TEL;VALUE=uri;TYPE="cell,work":tel:+44-20-7946',
      'IMPP:weixin:john_s',
      'PHOTO;ENCODING=b:QUJD',
    )
    expect(await read(file + card('TITLE:无名'))).toMatchObject([
      { name: 'John Q Smith', phones: ['+44-20-7946'], wechat: 'john_s' },
      { name: '', title: '无名' },
    ])
  })

  test('a second birthday that says otherwise is kept for the preview, one that repeats the first is not', async () => {
    const file =
      card('FN:甲', 'BDAY:1970-01-01', 'BDAY:19700101', 'BDAY:1971-02-02') +
      card('FN:乙', 'BDAY:1970-01-01', 'BDAY:1970-01-01T00:00:00Z') +
      card('FN:丙', 'BDAY:', 'BDAY:1971-02-02') +
      card('FN:丁', 'X-YUSHUI-BIRTHDAY:lunar:--10-21', 'BDAY:1967-03-14')
    expect(await read(file)).toMatchObject([
      { birthday: '1970-01-01', otherBirthday: '19700101' },
      { birthday: '1970-01-01', otherBirthday: '' },
      { birthday: '1971-02-02', otherBirthday: '' },
      { birthday: 'lunar:--10-21', otherBirthday: '1967-03-14' },
    ])
  })

  test('a card that doesn’t end is refused with its line', async () => {
    await expect(read(`${card('FN:甲')}BEGIN:VCARD\r\nFN:乙\r\n`)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      data: { reason: 'vcardOpen', detail: '4' },
    })
  })

  test('any bytes behind BEGIN:VCARD are read or refused, never worse', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const file = Buffer.concat([Buffer.from('BEGIN:VCARD\r\n'), bytes, Buffer.from('\r\nEND:VCARD\r\n')])
        await read(file).catch((error: unknown) => expect(error).toMatchObject({ code: 'FILE_UNREADABLE' }))
      }),
    )
  })
})
