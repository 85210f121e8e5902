import { useQuery } from '@tanstack/react-query'
import { Button, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { CycleFigure, CycleInput } from '../../../../db/evaluation/cycle/contract.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { CycleList } from './CycleList.tsx'
import styles from './cycle.module.css'
import { measureText } from './cycleWords.ts'
import { useCycleView } from './useCycleView.ts'
import { WindowBar } from './WindowBar.tsx'

/** What accounts are worth over several years (D2): `/evaluation/cycle`. */
export function CyclePage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const view = useCycleView()
  const { data, error, isFetching } = useQuery(
    api.cycle.read.queryOptions({
      input: view.input,
      enabled: view.ready,
      placeholderData: (before) => before,
    }),
  )
  const frame = {
    title: t('cycle.title'),
    crumbs: [{ label: t('scoring.room'), to: '/evaluation' }, { label: t('cycle.title') }],
  }
  if (error)
    return (
      <Page {...frame}>
        <ErrorNote problem={toProblem(error)} />
      </Page>
    )
  const [newest] = data?.years ?? []
  if (data && !newest)
    return (
      <Page {...frame}>
        <EmptyState
          line={t('cycle.none')}
          action={
            <Button type="primary" onClick={() => void navigate('/evaluation')}>
              {t('cycle.back')}
            </Button>
          }
        />
      </Page>
    )
  if (!data || !newest)
    return (
      <Page {...frame} busy>
        {null}
      </Page>
    )
  return (
    <CycleList
      frame={frame}
      cycle={data}
      figure={view.input.figure}
      busy={isFetching}
      remarks={<Measure figures={data.figures} input={view.input} change={view.change} />}
      window={
        <WindowBar
          weights={view.input.weights}
          newestYear={newest.year}
          onChange={(weights) => view.change({ weights })}
        />
      }
    />
  )
}

const keyOf = (figure: CycleFigure | null): string => (figure === null ? '' : `${figure.unit} ${figure.name}`)

/** What is looked at, and what a year with several rounds stands for. */
function Measure({
  figures,
  input,
  change,
}: {
  readonly figures: readonly CycleFigure[]
  readonly input: CycleInput
  readonly change: (change: Partial<CycleInput>) => void
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const known = figures.some((figure) => keyOf(figure) === keyOf(input.figure))
  // a remembered figure that no publication holds any more can still be seen and left
  const choices = [null, ...figures, ...(known || input.figure === null ? [] : [input.figure])]
  return (
    <>
      <Select<string>
        className={styles.measure ?? ''}
        aria-label={t('cycle.measure')}
        popupMatchSelectWidth={false}
        value={keyOf(input.figure)}
        options={choices.map((figure) => ({ value: keyOf(figure), label: measureText(figure, money, t) }))}
        onChange={(key) => change({ figure: choices.find((figure) => keyOf(figure) === key) ?? null })}
      />
      <Segmented<CycleInput['perYear']>
        aria-label={t('cycle.perYear.title')}
        value={input.perYear}
        options={(['mean', 'newest'] as const).map((value) => ({
          value,
          label: t(`cycle.perYear.${value}`),
        }))}
        onChange={(perYear) => change({ perYear })}
      />
    </>
  )
}
