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

const command = () => ({ commandId: CommandId.parse(uuidv7()) })

/** The sample department in a new data folder. */
export async function makeScreenData(dataFolder: string, appVersion: string): Promise<ScreenData> {
  const engine = await openEngine({ dataFolder, appVersion })
  const client = inProcessClient({
    kernel: engine.kernel,
    printPdf: null,
    logError: (error) => {
      throw error
    },
  })
  await client.department.loadSample(command())
  const rounds = await client.rounds.list()
  const marking = rounds.find(({ method, state }) => method === 'sheet' && state === 'marking')
  const published = rounds.find(({ state }) => state === 'published')
  const [account] = await client.accounts.search({ text: '恒岳家居集团' })
  const [rivalled] = await client.accounts.search({ text: '佛山美颂家具' })
  const { rows } = await client.people.list({ limit: 500 })
  const person = rows.find(({ name }) => name === '吴国梁')
  if (!marking || !published || !account || !rivalled || !person) throw new Error('the sample has changed')
  const [publication] = await client.rounds.publications({ roundId: published.id })
  if (!publication) throw new Error('the sample publishes no round')
  await engine.close()
  return {
    account: account.id,
    rivalled: rivalled.id,
    person: person.id,
    sheet: marking.sheetId,
    marking: marking.id,
    published: { round: published.id, publication: publication.id },
  }
}
