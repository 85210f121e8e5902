import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { REQUEST_WAYS, type RequestWay } from '../../../../db/channel/requests/rules/words.ts'
import type { IdeaAsker, IdeaSheet } from '../../../../db/recovery/ideas/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, DayBox } from '../../../shared/ledger/fields.tsx'
import { InlineForm } from '../../../shared/ledger/InlineForm.tsx'
import styles from '../case.module.css'

const USUAL_WAY: RequestWay = 'phone'

/** When and how a customer who asked was told, as it is typed. */
export function TellForm({
  ideaId,
  asker: { accountId, account },
  today,
  close,
}: {
  readonly ideaId: IdeaSheet['id']
  readonly asker: IdeaAsker
  readonly today: string
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const tell = useCommand(engine.ideas.tellAsker)
  const [tried, setTried] = useState(false)
  const [day, setDay] = useState(today)
  const [way, setWay] = useState(USUAL_WAY)
  const send = async (): Promise<void> => {
    setTried(true)
    const on = typedDay(day, today, 'past')
    if (on !== null && (await tell.run({ ideaId, accountId, told: { on, way } })).ok) close()
  }
  return (
    <div className={styles.grow}>
      <strong>{account}</strong>
      <InlineForm busy={tell.pending} close={close} send={send}>
        <DayBox
          label={t('ideas.field.toldOn')}
          value={day}
          today={today}
          direction="past"
          tried={tried}
          onChange={setDay}
        />
        <ChoiceBox<RequestWay>
          label={t('ideas.field.way')}
          value={way}
          options={REQUEST_WAYS.map((value) => ({ value, label: t(`channel.way.${value}`) }))}
          onChange={setWay}
        />
      </InlineForm>
    </div>
  )
}
