import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { IdeaRow } from '../../../../db/recovery/ideas/contract.ts'
import { isIdeaOpen } from '../../../../db/recovery/ideas/rules/ideas.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { editListener, rowEdits } from '../../../shared/ledger/edits.ts'
import { RecoveryList } from '../RecoveryList.tsx'
import { ideaColumns, TYPED } from './ideaColumns.ts'
import { NewIdea } from './NewIdea.tsx'

const SHOWS = ['open', 'late', 'told', 'refused', 'all'] as const
type Show = (typeof SHOWS)[number]
const NONE: readonly IdeaRow[] = []

/** All ideas as a list like a spreadsheet, what goes first before the rest: `/recovery/ideas`. What is shown stands in the address. */
export function IdeasPage() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const [adding, setAdding] = useState(false)
  const show = SHOWS.find((one) => one === search.get('show')) ?? 'open'
  const { data, error } = useQuery(
    api.ideas.list.queryOptions({ input: {}, placeholderData: keepPreviousData }),
  )
  const { data: members } = useQuery(api.department.members.queryOptions())
  const remove = useCommand(engine.ideas.remove)
  const change = useCommand(engine.ideas.change, { toast: false })
  const all = data?.rows ?? NONE
  const rows = useMemo(() => all.filter((row) => isShown(row, show)), [all, show])
  const today = data?.today ?? ''
  const columns = useMemo(
    () => ideaColumns({ today, products: data?.products ?? [], members: members ?? [], t }),
    [today, data?.products, members, t],
  )
  return (
    <RecoveryList<IdeaRow>
      title={t('ideas.title')}
      part
      rows={data && members ? rows : undefined}
      columns={columns}
      layoutKey="recovery.ideas"
      error={error}
      busy={remove.pending || change.pending}
      onEdits={editListener(
        rows,
        ({ title }) => title,
        async (cells, toast) => {
          const edits = rowEdits(cells, TYPED)
          return edits.length === 0 || (await change.run({ edits }, { toast })).ok
        },
      )}
      show={
        <Segmented<Show>
          aria-label={t('ideas.showLabel')}
          value={show}
          options={SHOWS.map((value) => ({ value, label: t(`ideas.show.${value}`) }))}
          onChange={(next) => setSearch(next === 'open' ? {} : { show: next }, { replace: true })}
        />
      }
      filterHint={t('ideas.filter')}
      emptyLine={all.length > 0 ? t('ideas.noneShown') : t('ideas.empty')}
      add={{ label: t('ideas.new'), press: () => setAdding(true) }}
      remove={(ideaIds) => void remove.run({ ideaIds })}
    >
      <NewIdea open={adding} close={() => setAdding(false)} today={today} products={data?.products ?? []} />
    </RecoveryList>
  )
}

const isShown = ({ state, late }: IdeaRow, show: Show): boolean =>
  show === 'all' || (show === 'open' ? isIdeaOpen(state) : show === 'late' ? late > 0 : state === show)
