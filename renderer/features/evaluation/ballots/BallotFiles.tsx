import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evaluator } from '../../../../db/evaluation/ballots/contract.ts'
import { download } from '../../../client/download.ts'
import { engine } from '../../../client/engine.ts'
import { writesSettled } from '../../../client/saving.ts'
import { runCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { DownloadOutlined, ImportOutlined } from '../../../ui/icons.tsx'
import { showToast } from '../../../ui/toast.ts'
import styles from './ballotFiles.module.css'
import { TakeDialog } from './TakeDialog.tsx'
import { useEntered } from './ticket.ts'
import type { Entrance } from './useEnter.tsx'

/** Hands out ballots as workbooks: choose for whom, save one file or a .zip. For rounds that are being marked. */
export function SendBallots({
  roundId,
  evaluators,
}: {
  readonly roundId: string
  readonly evaluators: readonly Evaluator[]
}) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => setOpen(true)}>
        {t('ballotFiles.send.button')}
      </Button>
      {open && <SendDialog roundId={roundId} evaluators={evaluators} close={() => setOpen(false)} />}
    </>
  )
}

/** Takes ballot workbooks in: several at once, each looked at before it is taken. */
export function TakeBallots({ roundId, ask }: { readonly roundId: string; readonly ask: Entrance['ask'] }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<ImportOutlined />} onClick={() => setOpen(true)}>
        {t('ballotFiles.take.button')}
      </Button>
      {open && <TakeDialog roundId={roundId} ask={ask} close={() => setOpen(false)} />}
    </>
  )
}

function SendDialog({
  roundId,
  evaluators,
  close,
}: {
  readonly roundId: string
  readonly evaluators: readonly Evaluator[]
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const entered = useEntered(roundId)
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    evaluators.filter(({ submission }) => submission === null).map(({ memberId }) => memberId),
  )
  const [withMarks, setWithMarks] = useState(true)
  const [busy, setBusy] = useState(false)
  const own = chosen.length === 1 && chosen[0] === entered?.memberId ? entered : null
  const send = async (): Promise<void> => {
    setBusy(true)
    await writesSettled()
    const sent = await issue({ roundId, chosen, ticket: own && withMarks ? own.ticket : null })
    setBusy(false)
    if (!sent.ok) return
    download(sent.output)
    showToast({ kind: 'done', text: t('ballotFiles.send.sent', { file: sent.output.name }) })
    close()
  }
  return (
    <Modal
      open
      title={t('ballotFiles.send.title')}
      width={460}
      onCancel={close}
      onOk={() => void send()}
      okText={t('ballotFiles.send.go', { count: chosen.length })}
      cancelText={t('ballotFiles.send.cancel')}
      okButtonProps={{ disabled: chosen.length === 0, loading: busy }}
    >
      <p className={styles.quiet}>{t('ballotFiles.send.line')}</p>
      <ChooseEvaluators evaluators={evaluators} chosen={chosen} choose={setChosen} />
      {own && (
        <Checkbox checked={withMarks} onChange={(event) => setWithMarks(event.target.checked)}>
          {t('ballotFiles.send.own')}
        </Checkbox>
      )}
    </Modal>
  )
}

const issue = ({
  roundId,
  chosen,
  ticket,
}: {
  readonly roundId: string
  readonly chosen: readonly string[]
  readonly ticket: string | null
}) => {
  const language = spokenLanguage()
  const [memberId = '', ...others] = chosen
  const quiet = { toast: false }
  return others.length === 0
    ? runCommand(engine.exchange.ballotWorkbook, { roundId, memberId, ticket, language }, quiet)
    : runCommand(engine.exchange.ballotWorkbooks, { roundId, memberIds: [...chosen], language }, quiet)
}

function ChooseEvaluators({
  evaluators,
  chosen,
  choose,
}: {
  readonly evaluators: readonly Evaluator[]
  readonly chosen: readonly string[]
  readonly choose: (memberIds: readonly string[]) => void
}) {
  const { t } = useTranslation()
  const every = chosen.length === evaluators.length
  return (
    <fieldset className={styles.evaluators}>
      <legend>
        {t('ballotFiles.send.who')}
        <Button type="link" onClick={() => choose(every ? [] : evaluators.map(({ memberId }) => memberId))}>
          {t(every ? 'ballotFiles.send.none' : 'ballotFiles.send.all')}
        </Button>
      </legend>
      {evaluators.map(({ memberId, name, seat, marked, cells, submission }) => (
        <div key={memberId} className={styles.evaluator}>
          <Checkbox
            checked={chosen.includes(memberId)}
            onChange={(event) =>
              choose(
                event.target.checked ? [...chosen, memberId] : chosen.filter((other) => other !== memberId),
              )
            }
          >
            {name} <span className={styles.quiet}>{t(`ballots.seat.${seat}`)}</span>
          </Checkbox>
          <span className={styles.quiet}>
            {submission ? t('ballotFiles.send.submitted') : t('ballotFiles.send.progress', { marked, cells })}
          </span>
        </div>
      ))}
    </fieldset>
  )
}
