import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberId } from '../../../../db/kernel/ids.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { UploadOutlined } from '../../../ui/icons.tsx'
import { ErrorNote, LoadingBar } from '../../../ui/states.tsx'
import styles from './calendar.module.css'

/** Takes in an executive's own calendar: whose it is, and the file. What it did stands in its place. */
export function ImportBusy({
  members,
  close,
}: {
  readonly members: readonly { readonly memberId: MemberId; readonly name: string }[]
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const { data: everybody } = useQuery(api.department.members.queryOptions())
  const take = useCommand(engine.visitCalendar.importBusy, { tellProblem: false })
  const [picked, setPicked] = useState<string | null>(null)
  const [done, setDone] = useState<{ readonly count: number; readonly skipped: number } | null>(null)
  // the calendar behind the dialog may still be on its way, and with it who is proposed
  const memberId = picked ?? members[0]?.memberId ?? null
  const chosen = everybody?.find(({ id }) => id === memberId)
  const bring = async (file: File): Promise<void> => {
    setDone(null)
    if (!chosen) return
    const outcome = await take.run({ memberId: chosen.id, file })
    if (outcome.ok) setDone(outcome.output)
  }
  const known = new Set<string>(members.map(({ memberId: id }) => id))
  const options = (everybody ?? [])
    .toSorted((one, other) => Number(known.has(other.id)) - Number(known.has(one.id)))
    .map(({ id, name, role }) => ({ value: id, label: `${name} ${role}` }))
  return (
    <Modal open title={t('visitCalendar.import.title')} onCancel={close} footer={null} width={560}>
      <div className={styles.import}>
        <LoadingBar busy={take.pending} />
        <p className={styles.quiet}>{t('visitCalendar.import.hint')}</p>
        <Select<string>
          className={styles.whose ?? ''}
          value={memberId}
          aria-label={t('visitCalendar.import.whose')}
          placeholder={t('visitCalendar.import.whose')}
          options={options}
          onChange={setPicked}
        />
        <Button
          type="primary"
          icon={<UploadOutlined />}
          disabled={!chosen}
          loading={take.pending}
          onClick={() => input.current?.click()}
        >
          {t('visitCalendar.import.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".ics,.ical,.ifb,text/calendar"
          aria-label={t('visitCalendar.import.choose')}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) void bring(file)
            // the same file, mended, can be chosen again
            target.value = ''
          }}
        />
        {take.problem && <ErrorNote problem={take.problem} />}
        {done && (
          <p role="status">
            {t('visitCalendar.import.done', {
              name: chosen?.name ?? '',
              count: done.count,
              skipped: done.skipped,
            })}
          </p>
        )}
      </div>
    </Modal>
  )
}
