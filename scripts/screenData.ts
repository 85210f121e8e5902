import { v7 as uuidv7 } from 'uuid'
import { openEngine } from '../db/engine.ts'
import { inProcessClient } from '../db/host/inProcess.ts'
import {
  type AccountId,
  CommandId,
  type PersonId,
  type PublicationId,
  type RoundId,
  type SheetId,
} from '../db/kernel/ids.ts'

/** The Sunday of the pictures; the page's clock stands still at this moment too. */
export const SCREENS_NOW = new Date('2026-11-22T10:24:00+08:00')

/** What the pictures show: addresses are made of these. */
export interface ScreenData {
  readonly account: AccountId
  /** another one, to stand beside it */
  readonly rivalled: AccountId
  readonly person: PersonId
  readonly sheet: SheetId
  /** the sample's round, half marked */
  readonly marking: RoundId
  readonly published: { readonly round: RoundId; readonly publication: PublicationId }
}

type Client = ReturnType<typeof inProcessClient>

const command = () => ({ commandId: CommandId.parse(uuidv7()) })

/** Last half-year's round: every cell marked, somewhat kinder than this one, one exception; published. */
async function publishEarlier(client: Client, sample: RoundId): Promise<ScreenData['published']> {
  const { sheet, accounts, marks } = await client.rounds.open({ roundId: sample })
  const { roundId } = await client.rounds.add({ ...command(), name: '2026 上半年评级', sheetId: sheet.id })
  const width = sheet.indicators.length
  const judged = sheet.indicators.flatMap(({ figureId }, at) => (figureId === null ? [at] : []))
  const strip = accounts.ids.map((_, row) =>
    judged.map((at) => (marks[row * width + at] ?? '-').replace('-', '6').replace('2', '4')).join(''),
  )
  await client.rounds.mark({
    ...command(),
    roundId,
    accountIds: accounts.ids,
    indicatorIds: judged.flatMap((at) => sheet.indicators[at]?.id ?? []),
    expected: '-'.repeat(strip.join('').length),
    marks: strip.join(''),
    gesture: 'import',
  })
  const bellwether = accounts.ids[accounts.names.indexOf('东莞利昌五金')]
  if (bellwether !== undefined)
    await client.rounds.except({
      ...command(),
      roundId,
      accountId: bellwether,
      tier: 'key',
      reason: '行业标杆，同行看它选供应商',
      approver: '顾长风',
    })
  const { publicationId } = await client.rounds.publish({ ...command(), roundId, note: '' })
  return { round: roundId, publication: publicationId }
}

/** The sample department in a new data folder, with one published round. */
export async function makeScreenData(dataFolder: string, appVersion: string): Promise<ScreenData> {
  // the story ends on the day of the pictures, so its earlier round is published on it too
  const engine = await openEngine({ dataFolder, appVersion, now: () => SCREENS_NOW.getTime() })
  const client = inProcessClient({
    kernel: engine.kernel,
    printPdf: null,
    logError: (error) => {
      throw error
    },
  })
  await client.department.loadSample(command())
  const [marking] = await client.rounds.list()
  const [account] = await client.accounts.search({ text: '恒岳家居集团' })
  const [rivalled] = await client.accounts.search({ text: '佛山美颂家具' })
  const { rows } = await client.people.list({ limit: 500 })
  const person = rows.find(({ name }) => name === '吴国梁')
  if (!marking || !account || !rivalled || !person) throw new Error('the sample has changed')
  const published = await publishEarlier(client, marking.id)
  await engine.close()
  return {
    account: account.id,
    rivalled: rivalled.id,
    person: person.id,
    sheet: marking.sheetId,
    marking: marking.id,
    published,
  }
}
