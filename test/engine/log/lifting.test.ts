import { expect, it } from 'vitest'
import { addCompetitor } from '../../../db/accounts/analysis/service/catalogue.ts'
import { addMove } from '../../../db/accounts/analysis/service/rivals.ts'
import { getEntry } from '../../../db/accounts/log/service/read.ts'
import { people } from '../../../db/accounts/people/contract.ts'
import { editPeople } from '../../../db/accounts/people/service/write.ts'
import { readSources } from '../../../db/accounts/rules/sources.ts'
import { undo } from '../../../db/kernel/history.ts'
import { command, newKernel } from '../newKernel.ts'
import { account, noon, person, TODAY, write } from './newLog.ts'

it('a fact lifted from an entry names it as its source, shows on it, and is gone with undo', () => {
  const kernel = newKernel(noon)
  const tang = person(kernel, '唐海平')
  const accountId = account(kernel, '恒岳家居集团')
  const { entryId } = write(kernel, { accountId, people: [tang], text: '唐总老家四川宜宾，儿子今年高考。' })
  const lift = (field: string, after: string) => {
    const fields = [{ personId: tang, field, before: '', after }]
    editPeople(
      kernel,
      people.edit['~orpc'].inputSchema?.parse({ commandId: command(), entryId, fields }) ?? never(),
    )
  }
  lift('nativePlace', '四川宜宾')
  lift('family', '儿子高考')
  const sources = kernel.db
    .prepare<[string], string>('SELECT sources FROM person WHERE id = ?')
    .pluck()
    .get(tang)
  expect(readSources(sources ?? '{}').nativePlace).toEqual({ on: TODAY, by: null, entry: entryId })
  const shared = { subject: 'person', subjectId: tang, name: '唐海平', label: null }
  expect(getEntry(kernel, { entryId }).facts).toEqual([
    { ...shared, field: 'nativePlace', value: '四川宜宾' },
    // sensitive: that it was lifted is no secret, what it says is
    { ...shared, field: 'family', value: null },
  ])
  undo(kernel, command())
  undo(kernel, command())
  expect(getEntry(kernel, { entryId }).facts).toEqual([])
})

const never = (): never => {
  throw new Error('people.edit takes no input')
}

it('a competitor’s move lifted from an entry shows on it with the competitor', () => {
  const kernel = newKernel(noon)
  const accountId = account(kernel, '恒岳家居集团')
  const { entryId } = write(kernel, { accountId, text: 'D 牌来报价，低我们 3%。' })
  const { competitorId } = addCompetitor(kernel, { commandId: command(), name: 'D 牌' })
  const move = { accountId, competitorId, happenedOn: TODAY, text: '报价低 3%', entryId }
  addMove(kernel, { commandId: command(), ...move })
  expect(getEntry(kernel, { entryId }).facts).toEqual([
    {
      subject: 'account',
      subjectId: accountId,
      name: '恒岳家居集团',
      field: 'rivalMove',
      label: 'D 牌',
      value: '报价低 3%',
    },
  ])
})
