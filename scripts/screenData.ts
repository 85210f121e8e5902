import { v7 as uuidv7 } from 'uuid'
import { openEngine } from '../db/engine.ts'
import { yearFrom } from '../db/evaluation/rules/exceptions.ts'
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
  /** one that an exception puts into a tier once the round by ballots is approved */
  readonly exceptional: AccountId
  readonly person: PersonId
  readonly sheet: SheetId
  /** the sample's round, half marked */
  readonly marking: RoundId
  readonly published: { readonly round: RoundId; readonly publication: PublicationId }
  /** the round by ballots; without a publication before it is published */
  readonly ballots: { readonly round: RoundId; readonly publication: PublicationId | null }
}

const command = () => ({ commandId: CommandId.parse(uuidv7()) })

/** How far the sample's round by ballots is taken for the pictures. */
export type BallotsUntil = 'consensus' | 'approval' | 'published'

/** The sample department in a new data folder. */
export async function makeScreenData(
  dataFolder: string,
  appVersion: string,
  until: BallotsUntil = 'consensus',
): Promise<ScreenData> {
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
  const byBallots = rounds.find(({ method }) => method === 'ballots')
  const [account] = await client.accounts.search({ text: '恒岳家居集团' })
  const [rivalled] = await client.accounts.search({ text: '佛山美颂家具' })
  const [exceptional] = await client.accounts.search({ text: EXCEPTIONAL })
  const { rows } = await client.people.list({ limit: 500 })
  const person = rows.find(({ name }) => name === '吴国梁')
  if (!marking || !published || !byBallots || !account || !rivalled || !exceptional || !person)
    throw new Error('the sample has changed')
  const [publication] = await client.rounds.publications({ roundId: published.id })
  if (!publication) throw new Error('the sample publishes no round')
  const ballots = await takeOn(client, byBallots.id, until)
  await engine.close()
  return {
    account: account.id,
    rivalled: rivalled.id,
    exceptional: exceptional.id,
    person: person.id,
    sheet: marking.sheetId,
    marking: marking.id,
    published: { round: published.id, publication: publication.id },
    ballots,
  }
}

type ScreenClient = ReturnType<typeof inProcessClient>

const EXCEPTIONAL = '合肥皖新板式家具'

/** What the meeting agrees on in the pictures: hundredths of a mark. */
const AGREED = [
  ['南浔木业', '忠诚度', 300],
  ['南浔木业', '增长潜力', 400],
  ['川渝宏泰建材', '经营理念', 760],
  ['临沂鲁南板材', '规模管理', 500],
  ['东莞利昌五金', '忠诚度', 1_000],
  ['郑州中原涂料商行', '下游满意', 420],
  ['宁波甬东五金机电', '规模管理', 300],
] as const

async function agree(client: ScreenClient, roundId: RoundId, ticket: string): Promise<void> {
  const { accounts, sheet } = await client.consensus.open({ roundId })
  for (const [account, indicator, mark] of AGREED) {
    const accountId = accounts.ids[accounts.names.indexOf(account)]
    const indicatorId = sheet.indicators.find(({ name }) => name === indicator)?.id
    if (!accountId || !indicatorId) throw new Error(`the sample has no ${account} ${indicator}`)
    const cell = { roundId, ticket, accountId, indicatorId }
    await client.consensus.agree({
      ...command(),
      ...cell,
      mark,
      reason: '按最近两个季度的表现',
      arguments: [],
    })
  }
}

/** Takes the round by ballots on by its leader's hand: to the approval with some tiers signed, or to its publication. */
async function takeOn(
  client: ScreenClient,
  roundId: RoundId,
  until: BallotsUntil,
): Promise<ScreenData['ballots']> {
  if (until === 'consensus') return { round: roundId, publication: null }
  const { evaluators } = await client.evaluators.get({ roundId })
  const leader = evaluators.find(({ seat }) => seat === 'leader')
  if (!leader) throw new Error('the sample’s group has no leader')
  const { ticket } = await client.ballots.enter({
    ...{ ...command(), roundId, memberId: leader.memberId, pin: '2468', choose: true },
  })
  await agree(client, roundId, ticket)
  await client.steps.take({ ...command(), roundId, ticket, to: 'approval', reason: '' })
  const { accounts, proposals, today } = await client.approval.open({ roundId })
  const exceptional = accounts.ids[accounts.names.indexOf(EXCEPTIONAL)]
  if (!exceptional) throw new Error(`the sample has no ${EXCEPTIONAL}`)
  await client.approval.decide({
    ...{ ...command(), roundId, ticket, accountId: exceptional },
    decision: { kind: 'exception', tier: 'key', reason: '环保示范线，全省唯一', expires: yearFrom(today) },
  })
  const due = accounts.ids.flatMap((accountId, place) => {
    const proposal = proposals[place]
    return proposal && proposal.kind !== 'same' ? [{ accountId, tier: proposal.tier }] : []
  })
  const signed = until === 'approval' ? due.slice(0, 1) : due
  await client.approval.approve({ ...command(), roundId, ticket, accounts: signed })
  if (until === 'approval') return { round: roundId, publication: null }
  const { publicationId } = await client.approval.publish({ ...command(), roundId, ticket, note: '' })
  return { round: roundId, publication: publicationId }
}
