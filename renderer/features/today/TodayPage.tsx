import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Dropdown, type InputRef, Segmented } from 'antd'
import { type ReactNode, useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { birthdayText } from '../../../db/accounts/people/rules/birthday.ts'
import { LINES, type Section } from '../../../db/channel/today/rules/sections.ts'
import { api } from '../../client/engine.ts'
import { toProblem } from '../../client/problem.ts'
import { useSettings } from '../../client/settings.ts'
import { todayQuery } from '../../client/todayQuery.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import { ButtonKey } from '../../ui/bits.tsx'
import { formatDay } from '../../ui/format.ts'
import { PlusOutlined } from '../../ui/icons.tsx'
import { Page, SidePanel } from '../../ui/Page.tsx'
import { useFrameActions } from '../../ui/slots.tsx'
import { ErrorNote } from '../../ui/states.tsx'
import { DayLists } from './DayLists.tsx'
import { QuickLine } from './QuickLine.tsx'
import { TodayPanel } from './TodayPanel.tsx'
import styles from './today.module.css'
import { useNoteKey } from './useDayKeys.ts'

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
          <AfterPaint>
            <TodayPanel aside={aside} ballots={data?.ballots ?? []} />
          </AfterPaint>
        </SidePanel>
      }
    >
      {error ? (
        <ErrorNote problem={toProblem(error)} />
      ) : (
        data && (
          <div className={styles.page}>
            <DayLists page={data} whose={whose} note={() => line.current?.focus()} showMore={showMore} />
            <QuickLine today={data.today} me={me} inputRef={line} />
          </div>
        )
      )}
    </Page>
  )
}

/** Parts of a page that may come a moment after its first frame. */
function AfterPaint({ children }: { readonly children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null
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
