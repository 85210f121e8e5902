import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { askVisit } from '../../../shared/ask/newVisitStore.ts'
import { ButtonKey } from '../../../ui/bits.tsx'
import { EllipsisOutlined, LeftOutlined, PlusOutlined, RightOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { KeyHints } from '../../../ui/slots.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { useBareKeys } from '../../../ui/useBareKey.ts'
import { MoveReason } from '../plan/MoveReason.tsx'
import { saveCalendar } from '../saveCalendar.ts'
import { VisitTabs } from '../VisitTabs.tsx'
import { visitTitle } from '../visitText.ts'
import { Agenda } from './Agenda.tsx'
import styles from './calendar.module.css'
import { DayGrid } from './DayGrid.tsx'
import { ImportBusy } from './ImportBusy.tsx'
import { useMoving } from './useMoving.ts'
import { dayIn, pageAfter, spanOf, VIEWS, type View } from './view.ts'

/** Visits on their days: as month, week or agenda; view, day and whose stand in the address. */
export function CalendarPage() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const [importing, setImporting] = useState(false)
  const clock = dayOf(Date.now())
  const view: View = VIEWS.find((one) => one === search.get('view')) ?? 'month'
  const day = dayIn(search.get('day'), clock)
  const who = search.get('who')
  const span = spanOf(view, day)
  const { data, error, isPending } = useQuery(
    api.visitCalendar.span.queryOptions({ input: span, placeholderData: keepPreviousData }),
  )
  const moving = useMoving()
  const choose = (patch: Readonly<Record<string, string | null>>): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(patch))
          if (value === null) next.delete(name)
          else next.set(name, value)
        return next
      },
      { replace: true },
    )
  const page = (pages: number): void => choose({ day: pageAfter(view, day, pages) })
  const today = (): void => choose({ day: null })
  useBareKeys((key) => {
    if (key === 'arrowleft' || key === 'pageup') page(-1)
    else if (key === 'arrowright' || key === 'pagedown') page(1)
    else if (key === 't') today()
    else if (key === 'n') askVisit({ account: null, day: null })
    else return false
    return true
  })
  const mine = <Row extends { readonly id: string }>(
    rows: readonly Row[],
    ids: (row: Row) => readonly string[],
  ) => (who === null ? rows : rows.filter((row) => ids(row).includes(who)))
  const visits = mine(data?.visits ?? [], ({ memberIds }) => memberIds)
  // a month shows days of its neighbours; they aren't its own
  const counted = visits.filter((visit) => view !== 'month' || visit.day.slice(0, 7) === day.slice(0, 7))
  const busy = mine(data?.busy ?? [], ({ memberId }) => [memberId])
  const { asked } = moving
  return (
    <Page
      title={t('visitCalendar.title')}
      crumbs={[{ label: t('visits.title'), to: '/visits' }, { label: t('visits.tab.calendar') }]}
      remarks={<VisitTabs />}
      actions={
        <>
          <Select<string>
            className={styles.who ?? ''}
            value={who ?? ''}
            aria-label={t('visitCalendar.who')}
            options={[
              { value: '', label: t('visitCalendar.everybody') },
              ...(data?.members ?? []).map(({ memberId, name }) => ({ value: memberId, label: name })),
            ]}
            onChange={(value) => choose({ who: value === '' ? null : value })}
          />
          <Segmented
            aria-label={t('visitCalendar.view.label')}
            value={view}
            onChange={(value) => choose({ view: value === 'month' ? null : value })}
            options={VIEWS.map((value) => ({ value, label: t(`visitCalendar.view.${value}`) }))}
          />
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'import', label: t('visitCalendar.import.open'), onClick: () => setImporting(true) },
                {
                  key: 'file',
                  label: t('visitCalendar.exportShown'),
                  disabled: visits.length === 0,
                  onClick: () => void saveCalendar({ visitIds: visits.map(({ id }) => id) }, t),
                },
                {
                  key: 'year',
                  label: t('visitPlan.exportIcs', { year: day.slice(0, 4) }),
                  onClick: () => void saveCalendar({ year: Number(day.slice(0, 4)) }, t),
                },
              ],
            }}
          >
            <Button
              icon={<EllipsisOutlined />}
              aria-label={t('visitPlan.menu')}
              title={t('visitPlan.menu')}
            />
          </Dropdown>
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => askVisit({ account: null, day: null })}
          >
            {t('visits.new')}
            <ButtonKey>N</ButtonKey>
          </Button>
        </>
      }
      busy={isPending || moving.pending}
      fixed
    >
      <header className={styles.head}>
        <Button
          icon={<LeftOutlined />}
          aria-label={t('visitCalendar.before')}
          title={t('visitCalendar.before')}
          onClick={() => page(-1)}
        />
        <Button
          icon={<RightOutlined />}
          aria-label={t('visitCalendar.after')}
          title={t('visitCalendar.after')}
          onClick={() => page(1)}
        />
        <h2>{headText(view, day, span)}</h2>
        <Button onClick={today}>
          {t('visitCalendar.today')}
          <ButtonKey>T</ButtonKey>
        </Button>
        {data && (
          <span className={styles.quiet}>
            {t('visitCalendar.count', { count: counted.length, busy: busy.length })}
          </span>
        )}
      </header>
      {asked && (
        <MoveReason
          key={`${asked.visit.id} ${asked.day}`}
          name={visitTitle(asked.visit, t)}
          day={asked.day}
          answer={(note) => void moving.answer(note)}
          cancel={moving.cancel}
        />
      )}
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        data &&
        (view === 'agenda' ? (
          <Agenda days={data.days} visits={visits} busy={busy} today={data.today} />
        ) : (
          <DayGrid
            view={view}
            month={day.slice(0, 7)}
            days={data.days}
            visits={visits}
            busy={busy}
            today={data.today}
            move={(visit, to) => void moving.move(visit, to)}
          />
        ))
      )}
      {importing && <ImportBusy members={data?.members ?? []} close={() => setImporting(false)} />}
      <KeyHints
        hints={[
          { keys: '←→', text: t('visitCalendar.hint.page') },
          { keys: 'T', text: t('visitCalendar.today') },
          { keys: 'Alt+←→↑↓', text: t('visitCalendar.hint.move') },
        ]}
      />
    </Page>
  )
}

/** The span in words: 2026年11月, November 2026; a week and an agenda by their days. */
function headText(view: View, day: string, { from, until }: { from: string; until: string }): string {
  if (view !== 'month') return `${from} – ${until}`
  const format = new Intl.DateTimeFormat(spokenLanguage(), {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return format.format(Date.parse(`${day}T00:00:00Z`))
}
