import { expect, it } from 'vitest'
import { addEvent } from '../../../db/channel/club/service/events.ts'
import { addLevel } from '../../../db/channel/club/service/levels.ts'
import { enrol } from '../../../db/channel/club/service/memberships.ts'
import {
  addConsultation,
  changeConsultations,
  decideConsultation,
} from '../../../db/channel/consultations/service/consultations.ts'
import { addEffort } from '../../../db/channel/effort/service/add.ts'
import { changeEffort } from '../../../db/channel/effort/service/change.ts'
import { changeEntries, enterIncentive, payOut } from '../../../db/channel/incentives/service/entries.ts'
import { addRule } from '../../../db/channel/incentives/service/rules.ts'
import { addSheet } from '../../../db/channel/mystery/service/sheets.ts'
import { addVisit } from '../../../db/channel/mystery/service/visits.ts'
import {
  addIncident,
  changeIncidents,
  correctIncident,
} from '../../../db/channel/quality/service/incidents.ts'
import { NewRequest } from '../../../db/channel/requests/contract.ts'
import { logRequest } from '../../../db/channel/requests/service/log.ts'
import { savePart } from '../../../db/channel/requests/service/parts.ts'
import { addContract } from '../../../db/channel/tasks/service/contracts.ts'
import { command, refusal } from '../newKernel.ts'
import { newLedgers, TODAY } from './newLedgers.ts'

/** What a slip of the finger makes of a year. */
const SLIPS = ['1970-01-01', '2206-11-24']

/** One row of each ledger, so that its day can be moved. */
function filled() {
  const { kernel, a, lin } = newLedgers()
  const id = { commandId: command() }
  const { levelId } = addLevel(kernel, { ...id, name: '金卡', benefits: [] })
  const { sheetId } = addSheet(kernel, {
    ...{ commandId: command(), name: '热线' },
    items: [{ key: 'all', text: '全部', points: 100 }],
  })
  const incident = { accountId: a, kind: 'product', severity: 'slight', title: '起颗粒' } as const
  const { incidentId } = addIncident(kernel, { commandId: command(), ...incident, happenedOn: TODAY })
  const entry = { accountId: a, ruleId: null, unit: 'points', given: { amount: 9 }, why: '' } as const
  const { entryId } = enterIncentive(kernel, { commandId: command(), ...entry, day: TODAY })
  const planned = { title: '调价', kind: 'price', closesOn: TODAY, decidesOn: TODAY } as const
  const { consultationId } = addConsultation(kernel, { commandId: command(), ...planned })
  const request = NewRequest.parse({ accountId: a, title: '换货' })
  const { requestId } = logRequest(kernel, { commandId: command(), request })
  return {
    kernel,
    a,
    lin,
    levelId,
    sheetId,
    incident,
    incidentId,
    entry,
    entryId,
    planned,
    consultationId,
    requestId,
  }
}

type Filled = ReturnType<typeof filled>

/** Every way in which a day gets into the channel's ledgers. */
const WAYS: Readonly<Record<string, (of: Filled, day: string) => unknown>> = {
  incident: ({ kernel, incident }, day) =>
    addIncident(kernel, { commandId: command(), ...incident, happenedOn: day }),
  'cell of an incident': ({ kernel, incidentId }, day) =>
    changeIncidents(kernel, {
      commandId: command(),
      edits: [{ id: incidentId, field: 'happenedOn', before: TODAY, after: day }],
    }),
  correction: ({ kernel, incidentId }, day) =>
    correctIncident(kernel, {
      ...{ commandId: command(), incidentId, before: null },
      after: { what: '会签', dueOn: day, doneOn: null },
    }),
  entry: ({ kernel, entry }, day) => enterIncentive(kernel, { commandId: command(), ...entry, day }),
  'cell of an entry': ({ kernel, entryId }, day) =>
    changeEntries(kernel, {
      commandId: command(),
      edits: [{ id: entryId, field: 'day', before: TODAY, after: day }],
    }),
  'payment out': ({ kernel, a }, day) =>
    payOut(kernel, { commandId: command(), accountId: a, unit: 'fen', amount: 1, day, why: '' }),
  rule: ({ kernel }, day) =>
    addRule(kernel, { commandId: command(), name: '量返', kind: 'rebate', unit: 'fen', fromOn: day }),
  visit: ({ kernel, sheetId }, day) =>
    addVisit(kernel, { commandId: command(), sheetId, place: '展厅', day, way: 'visit', points: [] }),
  event: ({ kernel }, day) => addEvent(kernel, { commandId: command(), name: '年会', kind: 'awards', day }),
  membership: ({ kernel, a, levelId }, day) =>
    enrol(kernel, { commandId: command(), accountIds: [a], levelId, sinceOn: day }),
  consultation: ({ kernel, planned }, day) =>
    addConsultation(kernel, { commandId: command(), ...planned, closesOn: day, decidesOn: day }),
  'cell of a consultation': ({ kernel, consultationId }, day) =>
    changeConsultations(kernel, {
      commandId: command(),
      edits: [
        { id: consultationId, field: day < TODAY ? 'closesOn' : 'decidesOn', before: TODAY, after: day },
      ],
    }),
  decision: ({ kernel, consultationId }, day) =>
    decideConsultation(kernel, {
      ...{ commandId: command(), consultationId, before: null },
      after: { decision: 'dropped', text: '照旧', on: day },
    }),
  effort: ({ kernel, lin, a }, day) =>
    addEffort(kernel, { commandId: command(), lines: [{ memberId: lin, accountId: a, day, minutes: 30 }] }),
  contract: ({ kernel, a }, day) =>
    addContract(kernel, {
      ...{ commandId: command(), accountId: a, name: '年度合同', note: '' },
      ...{ startsOn: null, endsOn: day },
    }),
  part: ({ kernel, requestId }, day) =>
    savePart(kernel, {
      commandId: command(),
      requestId,
      partId: null,
      what: '专车',
      ownerId: null,
      dueOn: day,
    }),
}

it.each(Object.entries(WAYS))('no day that nobody means is taken by: %s', (_name, write) => {
  for (const day of SLIPS) {
    const of = filled()
    expect(() => write(of, day)).toThrow(
      /^(DAY_OUT_OF_RANGE|DUE_OUT_OF_RANGE|DAY_TO_COME|DAYS_OUT_OF_ORDER)$/,
    )
  }
  expect(() => write(filled(), TODAY)).not.toThrow()
})

it('tells which days may be', () => {
  const { kernel, entry } = filled()
  expect(() => enterIncentive(kernel, { commandId: command(), ...entry, day: '2021-11-22' })).toThrow(
    expect.objectContaining(
      refusal('DAY_OUT_OF_RANGE', { day: '2021-11-22', from: '2021-11-23', until: '2027-11-25' }),
    ),
  )
})

it('a line that has grown old can still be changed, where its day stays', () => {
  let now = new Date('2020-03-02T10:00:00').getTime()
  const { kernel, a, lin } = newLedgers(() => now)
  const { effortIds } = addEffort(kernel, {
    commandId: command(),
    lines: [{ memberId: lin, accountId: a, day: '2020-03-02', minutes: 30 }],
  })
  const [effortId] = effortIds
  const { entryId } = enterIncentive(kernel, {
    ...{ commandId: command(), accountId: a, ruleId: null, unit: 'points', given: { amount: 9 } },
    ...{ day: '2020-03-02', why: '' },
  })
  if (!effortId) throw new Error('not added')
  now = new Date(`${TODAY}T10:00:00`).getTime()
  const edit = { field: 'note', before: '', after: '电话' } as const
  changeEffort(kernel, { commandId: command(), edits: [{ effortId, ...edit }] })
  changeEntries(kernel, {
    commandId: command(),
    edits: [{ id: entryId, field: 'why', before: '', after: '补记' }],
  })
})
