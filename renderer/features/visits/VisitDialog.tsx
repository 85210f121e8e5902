import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { typedDay } from '../../../db/accounts/log/rules/typedDay.ts'
import type { PickedPerson } from '../../../db/accounts/people/contract.ts'
import { dayOf } from '../../../db/accounts/rules/days.ts'
import { DIRECTIONS, VISIT_KINDS } from '../../../db/visits/rules/words.ts'
import { api, engine } from '../../client/engine.ts'
import { useCommand } from '../../client/useCommand.ts'
import type { VisitStart } from '../../shared/ask/newVisitStore.ts'
import { ChoiceBox, DayBox, Field, TextBox } from '../../shared/ledger/fields.tsx'
import { NewRow } from '../../shared/ledger/NewRow.tsx'
import { AccountPicker } from '../../shared/pick/AccountPicker.tsx'
import { MemberPicker } from '../../shared/pick/MemberPicker.tsx'
import { PeoplePicker } from '../../shared/pick/PersonPicker.tsx'
import { typedMinutes } from './typedMinutes.ts'
import { typedTime } from './typedTime.ts'

const EMPTY = {
  accountId: '',
  accountName: '',
  objective: '',
  day: '',
  time: '',
  minutes: '120',
  leadId: '',
  kind: 'regular',
  direction: 'go',
  people: '[]',
}

/** Who of theirs is chosen, as the draft keeps them. */
const peopleOf = (json: string): PickedPerson['id'][] => JSON.parse(json)

/** The dialog for a new visit: few things that are needed, everything else can be added on its page. */
export function VisitDialog({ start, close }: { readonly start: VisitStart; readonly close: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const add = useCommand(engine.visits.add, { tellProblem: false })
  const link = useCommand(engine.cases.setVisit, { toast: false })
  const { data } = useQuery(api.calendar.list.queryOptions())
  const today = data ? dayOf(data.now) : null
  if (today === null) return null
  return (
    <NewRow
      open
      close={close}
      kind="visits.new"
      title={t('visits.new')}
      empty={{
        ...EMPTY,
        accountId: start.account?.id ?? '',
        accountName: start.account?.name ?? '',
        day: start.day ?? '',
        kind: start.caseId === undefined ? EMPTY.kind : 'repair',
      }}
      save={(draft) => {
        const day = typedDay(draft.day, today, 'future')
        const time = typedTime(draft.time)
        const minutes = typedMinutes(draft.minutes)
        const kind = VISIT_KINDS.find((one) => one === draft.kind)
        const direction = DIRECTIONS.find((one) => one === draft.direction)
        if (draft.accountId === '' || !day || time === null || minutes === null || !kind || !direction)
          return null
        return plan({ ...draft, day, time, minutes, kind, direction })
      }}
    >
      {({ draft, change, tried }) => (
        <>
          <Field
            label={t('visits.column.account')}
            problem={tried && draft.accountId === '' ? t('promises.accountMissing') : ''}
          >
            {(id) => (
              <AccountPicker
                id={id}
                value={draft.accountId === '' ? null : draft.accountId}
                name={draft.accountName === '' ? undefined : draft.accountName}
                autoFocus={draft.accountId === ''}
                onChange={(accountId, account) =>
                  change({ accountId: accountId ?? '', accountName: account?.name ?? '', people: '[]' })
                }
              />
            )}
          </Field>
          <Field label={t('visits.column.lead')}>
            {(id) => (
              <MemberPicker
                id={id}
                value={draft.leadId === '' ? null : draft.leadId}
                onChange={(leadId) => change({ leadId: leadId ?? '' })}
              />
            )}
          </Field>
          <TextBox
            label={t('visits.field.objective')}
            value={draft.objective}
            placeholder={t('visits.objectiveHint')}
            autoFocus={draft.accountId !== ''}
            onChange={(objective) => change({ objective })}
          />
          <DayBox
            label={t('visits.column.day')}
            value={draft.day}
            today={today}
            direction="future"
            tried={tried}
            onChange={(day) => change({ day })}
          />
          <TextBox
            label={t('visits.column.time')}
            value={draft.time}
            wide={false}
            placeholder={t('visits.timeHint')}
            problem={typedTime(draft.time) === null ? t('visits.notTime', { text: draft.time }) : ''}
            onChange={(time) => change({ time })}
          />
          <TextBox
            label={t('visits.column.minutes')}
            value={draft.minutes}
            wide={false}
            problem={
              typedMinutes(draft.minutes) === null ? t('visits.notMinutes', { text: draft.minutes }) : ''
            }
            onChange={(minutes) => change({ minutes })}
          />
          <ChoiceBox<string>
            label={t('visits.column.kind')}
            value={draft.kind}
            options={VISIT_KINDS.map((value) => ({ value, label: t(`visits.kind.${value}`) }))}
            onChange={(kind) => change({ kind })}
          />
          <ChoiceBox<string>
            label={t('visits.column.direction')}
            value={draft.direction}
            options={DIRECTIONS.map((value) => ({ value, label: t(`visits.direction.${value}`) }))}
            onChange={(direction) => change({ direction })}
          />
          <Field label={t('visits.theirs')} wide>
            {(id) => (
              <PeoplePicker
                id={id}
                value={peopleOf(draft.people)}
                accountId={draft.accountId === '' ? undefined : draft.accountId}
                onChange={(people) => change({ people: JSON.stringify(people) })}
              />
            )}
          </Field>
        </>
      )}
    </NewRow>
  )

  async function plan(visit: {
    accountId: string
    leadId: string
    objective: string
    day: string
    time: string
    minutes: number
    kind: (typeof VISIT_KINDS)[number]
    direction: (typeof DIRECTIONS)[number]
    people: string
  }) {
    const { accountId, leadId, people, objective, day, time, minutes, kind, direction } = visit
    const outcome = await add.run({
      visits: [
        {
          ...{ objective, day, time, minutes, kind, direction },
          accountIds: [accountId],
          leadId: leadId === '' ? null : leadId,
          personIds: peopleOf(people),
        },
      ],
    })
    if (!outcome.ok) return outcome.problem
    const [visitId] = outcome.output.visitIds
    if (start.caseId !== undefined && visitId !== undefined)
      await link.run({ caseId: start.caseId, visitId, there: true })
    if (visitId !== undefined) void navigate(`/visits/${visitId}`)
    return null
  }
}
