import type { TFunction } from 'i18next'
import type { Member } from '../../../../db/department/contract.ts'
import type { IdeaRow } from '../../../../db/recovery/ideas/contract.ts'
import { priorityOf } from '../../../../db/recovery/ideas/rules/priority.ts'
import type { GridColumn } from '../../../grid/types.ts'
import {
  choiceColumn,
  dayColumn,
  memberColumn,
  shownColumn,
  stateColumn,
  textColumn,
} from '../../../shared/ledger/columns.ts'
import { openCell } from '../../../ui/openCell.ts'
import { ideaLook, priorityText } from './ideaLook.ts'

/** Fields that can be typed into the list. */
export const TYPED = ['title', 'ownerId', 'dueOn', 'productId'] as const

interface Context {
  readonly today: string
  readonly members: readonly Member[]
  readonly products: readonly { readonly id: string; readonly name: string }[]
  readonly t: TFunction
}

/** Columns of the list of ideas: what and whose it is can be typed; the state changes on its page. */
export function ideaColumns({ today, members, products, t }: Context): GridColumn<IdeaRow>[] {
  const mark = (id: 'value' | 'effort'): GridColumn<IdeaRow> => ({
    id,
    title: t(`ideas.column.${id}`),
    kind: 'number',
    width: 68,
    sumable: false,
    read: ({ weight }) => weight?.[id] ?? null,
  })
  return [
    {
      ...textColumn<IdeaRow>('title', t('ideas.column.title'), 240, ({ title }) => title, t, {
        required: true,
      }),
      pinned: 'left',
      draw: ({ row, text }, into) => {
        const label = t('ledger.open', { name: text })
        into.append(openCell({ text, to: `/recovery/ideas/${row.id}`, label }))
      },
    },
    shownColumn('code', t('ideas.field.code'), 72, ({ code }) => code),
    stateColumn(t('cases.column.state'), 120, (row) => ideaLook(row, t)),
    {
      ...shownColumn<IdeaRow>(
        'priority',
        t('ideas.field.priority'),
        84,
        (row) => priorityText(row, t) || null,
      ),
      sortKey: ({ weight }) => (weight === null ? null : priorityOf(weight)),
    },
    {
      ...shownColumn<IdeaRow>('account', t('ideas.field.account'), 150, ({ account }) => account),
      draw: ({ row, text }, into) => {
        if (row.accountId === null) return
        into.append(
          openCell({ text, to: `/accounts/${row.accountId}`, label: t('ledger.open', { name: text }) }),
        )
      },
    },
    {
      ...shownColumn<IdeaRow>('case', t('ideas.column.case'), 84, ({ caseCode }) => caseCode),
      draw: ({ row, text }, into) => {
        if (row.caseId === null) return
        into.append(
          openCell({ text, to: `/recovery/${row.caseId}`, label: t('ledger.open', { name: text }) }),
        )
      },
    },
    memberColumn('ownerId', t('ideas.field.ownerId'), ({ ownerId }) => ownerId, members, t),
    dayColumn('dueOn', t('ideas.field.dueOn'), ({ dueOn }) => dueOn, today, t, 'future'),
    {
      ...shownColumn<IdeaRow>('told', t('ideas.field.told'), 76, ({ told, askers }) =>
        askers === 0 ? null : t('ideas.toldOf', { told, count: askers }),
      ),
      sortKey: ({ told, askers }) => askers - told,
    },
    choiceColumn(
      'productId',
      t('ideas.field.product'),
      110,
      ({ productId }) => productId,
      products.map(({ id, name }) => ({ value: id, label: name })),
      t,
      { clearable: true },
    ),
    mark('value'),
    mark('effort'),
  ]
}
