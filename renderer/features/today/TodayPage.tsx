import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Dropdown, type InputRef, Segmented } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { birthdayText } from '../../../db/accounts/people/rules/birthday.ts'
import type { TodayPage as Page_, TodayItem } from '../../../db/channel/today/contract.ts'
import { LINES, SECTIONS, type Section } from '../../../db/channel/today/rules/sections.ts'
import { api } from '../../client/engine.ts'
import { toProblem } from '../../client/problem.ts'
import { useSettings } from '../../client/settings.ts'
import { todayQuery } from '../../client/todayQuery.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import { ButtonKey } from '../../ui/bits.tsx'
import { formatDay } from '../../ui/format.ts'
import { PlusOutlined } from '../../ui/icons.tsx'
import { Page, SidePanel } from '../../ui/Page.tsx'
import { KeyHints, useFrameActions } from '../../ui/slots.tsx'
import { EmptyState, ErrorNote } from '../../ui/states.tsx'
import { showToast } from '../../ui/toast.ts'
import { DayList, keyOf } from './DayList.tsx'
import { QuickLine } from './QuickLine.tsx'
import { SnoozeDialog } from './SnoozeDialog.tsx'
import { TodayPanel } from './TodayPanel.tsx'
import styles from './today.module.css'
import { useDayActs } from './useDayActs.ts'
import { lineKeys, useNoteKey } from './useDayKeys.ts'

/** Clocks go on while nobody does anything. */
const AGAIN_MS = 60_000

/** The page Today 今日: what is late, due, next and waiting, and beside it what is worth knowing this morning. */
export function TodayPage() {
  const { t } = useTranslation()
  const { me } = useSettings()
  const [search, setSearch] = useSearchParams()
  const whose = me === null || search.get('whose') === 'all' ? 'all' : 'mine'
  const shown = { placeholderData: keepPreviousData, refetchInterval: AGAIN_MS }
  const [lines, setLines] = useState<Partial<Record<Section, number>>>()
  const { data, error, isPending } = useQuery({ ...todayQuery(whose, lines), ...shown })
  const showMore = (section: Section): void =>
    setLines((before) => ({
      ...before,
      [section]: Math.min(LINES.most, (before?.[section] ?? LINES.first) + LINES.more),
    }))
  const { data: aside } = useQuery({
    ...api.today.aside.queryOptions({ input: { whose } }),
    placeholderData: keepPreviousData,
  })
  const line = useRef<InputRef>(null)
  useNoteKey(line)
  return (
    <Page
      title={t('today.title')}
      crumbs={[{ label: t('today.title') }]}
      remarks={
        <>
          <span>{data && formatDay(`${data.today}T12:00:00`, spokenLanguage())}</span>
          <span>
            {aside && birthdayText({ calendar: 'lunar', year: null, ...aside.lunar }, spokenLanguage())}
          </span>
        </>
      }
      actions={
        <>
          <Segmented
            aria-label={t('today.whoseLabel')}
            value={whose}
            onChange={(value) => setSearch(value === 'all' ? { whose: 'all' } : {}, { replace: true })}
            options={[
              {
                value: 'mine',
                label: t('today.whose.mine'),
                disabled: me === null,
                ...(me === null ? { title: t('today.whoAmI') } : {}),
              },
              { value: 'all', label: t('today.whose.all') },
            ]}
          />
          <NewButton note={() => line.current?.focus()} />
        </>
      }
      busy={isPending}
      fixed
      panel={
        <SidePanel width={342} title={t('today.panel')}>
          <TodayPanel aside={aside} ballots={data?.ballots ?? []} />
        </SidePanel>
      }
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        data && (
          <div className={styles.page}>
            <Lists page={data} whose={whose} note={() => line.current?.focus()} showMore={showMore} />
            <QuickLine today={data.today} me={me} inputRef={line} />
          </div>
        )
      )}
    </Page>
  )
}

function NewButton({ note }: { readonly note: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { log, request } = useFrameActions()
  const kinds = {
    task: note,
    request,
    promise: () => void navigate('/promises?new=promise'),
    entry: log,
    account: () => void navigate('/accounts?new=account'),
  } as const
  const names = ['task', 'request', 'promise', 'entry', 'account'] as const
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: names.map((name) => ({ key: name, label: t(`today.newKind.${name}`) })),
        onClick({ key }) {
          const chosen = names.find((name) => name === key)
          if (chosen) kinds[chosen]()
        },
      }}
    >
      <Button type="primary" icon={<PlusOutlined />}>
        {t('today.new')}
        <ButtonKey>N</ButtonKey>
      </Button>
    </Dropdown>
  )
}

function Lists({
  page,
  whose,
  note,
  showMore,
}: {
  readonly page: Page_
  readonly whose: 'mine' | 'all'
  readonly note: () => void
  readonly showMore: (section: Section) => void
}) {
  const { t } = useTranslation()
  const acts = useDayActs()
  const [active, setActive] = useState<string | null>(null)
  const [snoozing, setSnoozing] = useState<TodayItem | null>(null)
  const items = useMemo(() => itemsByKey(page), [page])
  const [first] = items.keys()
  const tabbable = active !== null && items.has(active) ? active : (first ?? null)
  const region = useRef<HTMLDivElement>(null)
  useFirstFocus(region)
  useKeptFocus(region, items, active)
  const snooze = (item: TodayItem): void => {
    if (item.kind === 'task' && !item.done) setSnoozing(item)
    else showToast({ kind: 'hint', text: t('today.snooze.onlyTasks') })
  }
  const remind = (item: TodayItem): void =>
    acts.remind(item, items.get(keyOf(item))?.section ?? 'today', page.today)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the links within, wherever the focus is
    <div
      ref={region}
      className={styles.lists}
      onClick={({ target }) => focusLine(target)}
      onKeyDown={(event) =>
        lineKeys(event, (key) => items.get(key)?.item, { complete: acts.complete, remind, snooze })
      }
    >
      {items.size === 0 ? (
        <EmptyState
          line={t('today.empty')}
          action={<Button onClick={note}>{t('today.emptyButton')}</Button>}
        />
      ) : (
        SECTIONS.map((section) => (
          <DayList
            key={section}
            section={section}
            list={page.lists[section]}
            now={page.now}
            active={tabbable}
            withWho={whose === 'all'}
            acts={acts}
            onActive={setActive}
            showMore={() => showMore(section)}
          />
        ))
      )}
      <KeyHints
        hints={[
          { keys: '↑↓', text: t('today.keys.move') },
          { keys: t('today.keys.space'), text: t('today.keys.complete') },
          { keys: 'R', text: t('today.keys.remind') },
        ]}
      />
      {snoozing && <SnoozeDialog item={snoozing} today={page.today} close={() => setSnoozing(null)} />}
    </div>
  )
}

const itemsByKey = (page: Page_): Map<string, { item: TodayItem; section: Section }> =>
  new Map(
    SECTIONS.flatMap((section) =>
      page.lists[section].items.map((item) => [keyOf(item), { item, section }] as const),
    ),
  )

/** A click beside a line's links and buttons selects the line. */
function focusLine(target: EventTarget): void {
  if (!(target instanceof Element) || target.closest('a, button') !== null) return
  target.closest('[data-key]')?.querySelector<HTMLElement>('[data-line]')?.focus()
}

/** The keys of the lists work from the start: whoever has just come here is on the first line. */
function useFirstFocus(region: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const { activeElement, body } = document
    const comes = activeElement === body || activeElement?.closest('nav') !== null
    if (comes) region.current?.querySelector<HTMLElement>('[data-line]')?.focus({ preventScroll: true })
  }, [region])
}

/** When the line with the focus goes, because it was done, say, the one in its place takes it. */
function useKeptFocus(
  region: React.RefObject<HTMLDivElement | null>,
  items: ReadonlyMap<string, unknown>,
  active: string | null,
): void {
  const places = useRef<string[]>([])
  useEffect(() => {
    const before = places.current
    places.current = [...items.keys()]
    if (active === null || items.has(active) || document.activeElement !== document.body) return
    const at = Math.min(before.indexOf(active), places.current.length - 1)
    const key = places.current[at]
    if (key === undefined) return
    region.current?.querySelector<HTMLElement>(`[data-key="${key}"] [data-line]`)?.focus()
  }, [items, active, region])
}
