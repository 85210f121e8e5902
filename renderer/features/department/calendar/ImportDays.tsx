import { Button, Checkbox, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarLine } from '../../../../db/department/calendar/contract.ts'
import type { WorkCalendar } from '../../../../db/department/calendar/rules/calendar.ts'
import { checkCalendar } from '../../../../db/department/calendar/rules/checkCalendar.ts'
import { mergeDays } from '../../../../db/department/calendar/rules/editDays.ts'
import { type LineFault, LONGEST_FILE, readDays } from '../../../../db/department/calendar/rules/readDays.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import styles from './calendar.module.css'
import { Faults } from './Faults.tsx'

/** A file that was chosen, as text. */
interface Chosen {
  readonly name: string
  readonly text: string
}

/** Holidays from a file: what it would do is shown before anything is written. */
export function ImportDays({
  line,
  close,
}: {
  readonly line: CalendarLine
  readonly close: (year: number | null) => void
}) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [trouble, setTrouble] = useState('')
  const take = async (file: File): Promise<void> => {
    const text = decoded(await file.arrayBuffer())
    setTrouble(
      text === undefined
        ? t('calendar.importUnreadable')
        : text.length > LONGEST_FILE
          ? t('calendar.importTooLong', { max: LONGEST_FILE })
          : '',
    )
    setChosen(text === undefined || text.length > LONGEST_FILE ? null : { name: file.name, text })
  }
  return (
    <Modal
      open
      title={t('calendar.importTitle')}
      onCancel={() => close(null)}
      footer={null}
      width={620}
      destroyOnHidden
    >
      <div className={styles.import}>
        <p className={styles.quiet}>{t('calendar.importHint')}</p>
        <FileButton primary={chosen === null} take={(file) => void take(file)} />
        {trouble !== '' && (
          <p className={styles.fault} role="alert">
            {trouble}
          </p>
        )}
        {chosen && <Preview key={chosen.text} chosen={chosen} line={line} close={close} />}
      </div>
    </Modal>
  )
}

function FileButton({ primary, take }: { readonly primary: boolean; readonly take: (file: File) => void }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div>
      <Button type={primary ? 'primary' : 'default'} autoFocus onClick={() => input.current?.click()}>
        {t(primary ? 'calendar.importFile' : 'calendar.importOther')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.json,.ics"
        aria-label={t('calendar.importFile')}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) take(file)
          // the same file, mended, can be chosen again
          target.value = ''
        }}
      />
    </div>
  )
}

function Preview({
  chosen,
  line,
  close,
}: {
  readonly chosen: Chosen
  readonly line: CalendarLine
  readonly close: (year: number | null) => void
}) {
  const { t } = useTranslation()
  const [wholeYears, setWholeYears] = useState(false)
  const bring = useCommand(engine.calendar.importDays, { tellProblem: false })
  const { days, faults, skipped } = readDays(chosen.text)
  if (faults.length > 0) return <LineFaults faults={faults} />
  const calendar: WorkCalendar = line.content
  const merged = mergeDays(calendar, days, wholeYears)
  const wrong = checkCalendar(merged.calendar)
  const changes = merged.added + merged.changed + merged.removed
  const save = async (): Promise<void> => {
    const outcome = await bring.run({
      calendarId: line.id,
      before: line.versionId,
      name: t('calendar.ownName'),
      text: chosen.text,
      wholeYears,
    })
    if (outcome.ok) close(Number(Object.keys(days).toSorted().at(-1)?.slice(0, 4)))
  }
  return (
    <>
      <p>{t('calendar.importFound', { ...merged, file: chosen.name })}</p>
      {skipped > 0 && <p>{t('calendar.importSkipped', { count: skipped })}</p>}
      <Checkbox checked={wholeYears} onChange={({ target }) => setWholeYears(target.checked)}>
        {t('calendar.importWholeYears')}
      </Checkbox>
      {merged.removed > 0 && <p>{t('calendar.importRemoved', { count: merged.removed })}</p>}
      <Faults faults={wrong} />
      {bring.problem && <ErrorNote problem={bring.problem} />}
      <div className={styles.importFoot}>
        <Button onClick={() => close(null)}>{t('app.cancel')}</Button>
        <Button
          type="primary"
          disabled={changes === 0 || wrong.length > 0}
          loading={bring.pending}
          onClick={() => void save()}
        >
          {changes === 0
            ? t('calendar.importNothing')
            : t('calendar.importDo', { count: merged.added + merged.changed })}
        </Button>
      </div>
    </>
  )
}

const SHOWN_FAULTS = 50

function LineFaults({ faults }: { readonly faults: readonly LineFault[] }) {
  const { t } = useTranslation()
  return (
    <div role="alert">
      <p className={styles.fault}>{t('calendar.importFaults', { count: faults.length })}</p>
      <ul className={styles.lineFaults}>
        {faults.slice(0, SHOWN_FAULTS).map(({ line, fault, text }) => (
          <li key={`${line} ${fault} ${text}`}>
            <span className={styles.quiet}>{t('calendar.importLine', { line })}</span>
            {t(`calendar.lineFault.${fault}`, { text })}
          </li>
        ))}
      </ul>
      {faults.length > SHOWN_FAULTS && (
        <p className={styles.quiet}>
          {t('calendar.importMoreFaults', { count: faults.length - SHOWN_FAULTS })}
        </p>
      )}
    </div>
  )
}

/** The text of a file: UTF-8 where it is valid, else GB18030, which Chinese systems still write. */
function decoded(bytes: ArrayBuffer): string | undefined {
  const start = new Uint8Array(bytes.slice(0, 2))
  const encodings = start[0] === 0xff && start[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // not this one
    }
  }
  return undefined
}
