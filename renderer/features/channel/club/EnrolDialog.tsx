import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { type api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { AccountChooser } from '../../../shared/ledger/AccountChooser.tsx'
import { ChoiceBox, DayBox } from '../../../shared/ledger/fields.tsx'
import { showToast } from '../../../ui/toast.ts'

type Club = Awaited<ReturnType<typeof api.club.read.call>>

/** Makes chosen accounts members at a level, from a day to a day. */
export function EnrolDialog({
  open,
  close,
  club: { levels, members, today },
}: {
  readonly open: boolean
  readonly close: () => void
  readonly club: Club
}) {
  const { t } = useTranslation()
  const enrol = useCommand(engine.club.enrol)
  const [chosen, setChosen] = useState('')
  const [since, setSince] = useState(today)
  const [until, setUntil] = useState('')
  const levelId = levels.some(({ id }) => id === chosen) ? chosen : (levels[0]?.id ?? '')
  const sinceOn = typedDay(since, today, 'past')
  const untilOn = until.trim() === '' ? null : typedDay(until, today, 'future')
  const wrong = sinceOn === null || (until.trim() !== '' && untilOn === null) || levelId === ''
  return (
    <AccountChooser
      open={open}
      close={close}
      title={t('club.enrol')}
      // who is a member already is not offered again
      except={members.filter(({ state }) => state !== 'over').map(({ accountId }) => accountId)}
      verb={(count) => t('club.enrolCount', { count })}
      choose={async (accountIds) => {
        if (wrong || sinceOn === null) {
          showToast({ kind: 'hint', text: levelId === '' ? t('club.noLevels') : t('club.checkDays') })
          return false
        }
        return (await enrol.run({ accountIds, levelId, sinceOn, untilOn })).ok
      }}
    >
      <ChoiceBox<string>
        label={t('club.field.levelId')}
        value={levelId}
        options={levels.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      <DayBox
        label={t('club.field.sinceOn')}
        value={since}
        today={today}
        direction="past"
        tried
        onChange={setSince}
      />
      <DayBox
        label={t('club.field.untilOn')}
        value={until}
        today={today}
        direction="future"
        optional
        onChange={setUntil}
      />
    </AccountChooser>
  )
}
