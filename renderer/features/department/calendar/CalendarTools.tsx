import { Button, Dropdown, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CalendarLine } from '../../../../db/department/calendar/contract.ts'
import { LONGEST_NAME } from '../../../../db/department/calendar/rules/calendar.ts'
import { download } from '../../../client/download.ts'
import { engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { problemText } from '../../../i18n/problemText.ts'
import { DownloadOutlined, EllipsisOutlined, ImportOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import { showProblem } from '../../../ui/toast.ts'
import { useFieldDraft } from '../../../ui/useFieldDraft.ts'
import styles from './calendar.module.css'

/** Which calendar is shown, and what can be done with it as a whole. */
export function CalendarTools({
  calendars,
  line,
  year,
  choose,
  openImport,
}: {
  readonly calendars: readonly CalendarLine[]
  readonly line: CalendarLine
  readonly year: number
  /** shows another calendar, the department's own for null */
  readonly choose: (id: CalendarLine['id']) => void
  readonly openImport: () => void
}) {
  const { t } = useTranslation()
  const add = useCommand(engine.calendar.add)
  const addCopy = async (): Promise<void> => {
    const outcome = await add.run({
      name: t('calendar.newName'),
      copyOf: line.id,
      ownName: t('calendar.ownName'),
    })
    if (outcome.ok) choose(outcome.output.calendarId)
  }
  return (
    <div className={styles.tools}>
      {calendars.length > 1 && (
        <Select<string>
          className={styles.choice ?? ''}
          value={line.id ?? ''}
          aria-label={t('calendar.choose')}
          options={calendars.map(({ id, name, ofDepartment }) => ({
            value: id ?? '',
            label: ofDepartment ? t('calendar.ofDepartment', { name }) : name,
          }))}
          onChange={(chosen) => choose(calendars.find(({ id }) => id === chosen)?.id ?? null)}
        />
      )}
      {line.id === null ? (
        <span className={styles.quiet}>{t('calendar.builtInLine')}</span>
      ) : (
        <NameField key={line.id} line={{ id: line.id, name: line.name }} />
      )}
      <span className={styles.space} />
      <Button icon={<PlusOutlined />} onClick={() => void addCopy()}>
        {t('calendar.add')}
      </Button>
      <Button icon={<ImportOutlined />} onClick={openImport}>
        {t('calendar.import')}
      </Button>
      <ExportButton line={line} year={year} />
      {line.id !== null && !line.ofDepartment && <MoreButton id={line.id} choose={choose} />}
    </div>
  )
}

type OwnId = NonNullable<CalendarLine['id']>

function NameField({ line }: { readonly line: { readonly id: OwnId; readonly name: string } }) {
  const { t } = useTranslation()
  const rename = useCommand(engine.calendar.rename, { tellProblem: false })
  const { input, onPressEnter, trouble } = useFieldDraft<string>(line.name, async (name) => {
    if (name === '') return t('calendar.nameMissing')
    const outcome = await rename.run({ calendarId: line.id, name })
    return outcome.ok ? null : problemText(outcome.problem, t).what
  })
  return (
    <>
      <Input
        {...input}
        className={styles.choice ?? ''}
        maxLength={LONGEST_NAME}
        prefix={<span className={styles.quiet}>{t('calendar.nameShort')}</span>}
        aria-label={t('calendar.name')}
        onPressEnter={onPressEnter}
      />
      {trouble !== null && (
        <span className={styles.fault} role="alert">
          {trouble}
        </span>
      )}
    </>
  )
}

function ExportButton({ line, year }: { readonly line: CalendarLine; readonly year: number }) {
  const { t } = useTranslation()
  const take = async (of: number | null): Promise<void> => {
    try {
      download(
        await engine.calendar.exportDays({ calendarId: line.id, year: of, language: spokenLanguage() }),
      )
    } catch (error) {
      showProblem(toProblem(error))
    }
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'year', label: t('calendar.exportYear', { year }), onClick: () => void take(year) },
          { key: 'all', label: t('calendar.exportAll'), onClick: () => void take(null) },
        ],
      }}
    >
      <Button icon={<DownloadOutlined />}>{t('calendar.export')}</Button>
    </Dropdown>
  )
}

function MoreButton({
  id,
  choose,
}: {
  readonly id: OwnId
  readonly choose: (id: CalendarLine['id']) => void
}) {
  const { t } = useTranslation()
  const makeOwn = useCommand(engine.calendar.makeOwn)
  const remove = useCommand(engine.calendar.remove)
  const removeIt = async (): Promise<void> => {
    if ((await remove.run({ calendarId: id })).ok) choose(null)
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'own', label: t('calendar.makeOwn'), onClick: () => void makeOwn.run({ calendarId: id }) },
          { key: 'remove', label: t('calendar.remove'), onClick: () => void removeIt() },
        ],
      }}
    >
      <Button icon={<EllipsisOutlined />} aria-label={t('calendar.more')} title={t('calendar.more')} />
    </Dropdown>
  )
}
