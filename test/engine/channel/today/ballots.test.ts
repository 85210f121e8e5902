import { expect, test } from 'vitest'
import { openToday } from '../../../../db/channel/today/service/open.ts'
import { changeSettings } from '../../../../db/department/settings.ts'
import { readGroup, setRules } from '../../../../db/evaluation/ballots/service/group.ts'
import { ballotRound, fill, step } from '../../evaluation/ballotRounds.ts'
import { command } from '../../newKernel.ts'

const at = (wall: string): number => Date.parse(`${wall}:00+08:00`)

test('a ballot to fill is a line until it is handed in, where its end stands among the lists', () => {
  let now = at('2026-11-20T10:00')
  const round = ballotRound(() => now)
  const { kernel, roundId, leader, member } = round
  const { rules } = readGroup(kernel, roundId)
  const deadline = new Date(at('2026-11-25T18:00')).toISOString()
  setRules(kernel, { commandId: command(), roundId, ticket: null, rules: { ...rules, deadline } })
  const lines = () => {
    const { lists, ballots } = openToday(kernel, { whose: 'mine' })
    const of = (section: keyof typeof lists) =>
      lists[section].items.filter(({ kind }) => kind === 'ballot').map(({ count }) => [section, count])
    return { ballots, lists: [...of('late'), ...of('today'), ...of('next7'), ...of('waiting')] }
  }
  changeSettings(kernel, { me: member })
  expect(lines()).toEqual({ ballots: [], lists: [] })

  step(round, 'marking')
  changeSettings(kernel, { me: member })
  expect(lines().ballots).toMatchObject([
    { roundId, round: '盲评', method: 'ballots', marked: 0, cells: 6, deadline },
  ])
  expect(lines().lists).toEqual([['next7', 6]])
  now = at('2026-11-25T09:00')
  expect(lines().lists).toEqual([['today', 6]])
  now = at('2026-11-25T18:01')
  expect(lines().lists).toEqual([['late', 6]])

  // full, it needs only to be handed in: no blanks are counted any more
  fill(round, member, '888866', false)
  expect(lines().ballots).toMatchObject([{ marked: 6, cells: 6, accounts: 0 }])
  expect(lines().lists).toEqual([])
  fill(round, leader, '888866')
  changeSettings(kernel, { me: leader })
  expect(lines()).toEqual({ ballots: [], lists: [] })
})
