import type { TFunction } from 'i18next'
import type { SurveyRow } from '../../../../db/recovery/surveys/contract.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { shownColumn, shownDayColumn } from '../../../shared/ledger/columns.ts'
import { openCell } from '../../../ui/openCell.ts'
import { figureText, toldText } from './figureText.ts'

/** Columns of the list of surveys. @param today YYYY-MM-DD */
export const surveyColumns = (today: string, t: TFunction): GridColumn<SurveyRow>[] => [
  {
    ...shownColumn<SurveyRow>('name', t('surveys.field.name'), 240, ({ name }) => name),
    pinned: 'left',
    draw: ({ row, text }, into) => {
      const label = t('ledger.open', { name: text })
      into.append(openCell({ text, to: `/recovery/surveys/${row.id}`, label }))
    },
  },
  shownColumn('kind', t('surveys.field.kind'), 132, ({ kind }) => t(`surveys.kind.${kind}`)),
  shownDayColumn('openedOn', t('surveys.field.openedOn'), ({ openedOn }) => openedOn, today, t),
  shownDayColumn('closedOn', t('surveys.closed'), ({ closedOn }) => closedOn, today, t),
  {
    id: 'answers',
    title: t('surveys.field.answers'),
    kind: 'number',
    width: 84,
    read: ({ answers }) => answers,
  },
  {
    ...shownColumn<SurveyRow>('figure', t('surveys.field.figure'), 190, ({ figure }) =>
      figure === null ? null : figureText(figure, t),
    ),
    sortKey: ({ figure }) => figure?.value ?? null,
  },
  shownColumn('told', t('surveys.field.told'), 260, ({ figure }) =>
    figure === null ? null : toldText(figure, t),
  ),
]
