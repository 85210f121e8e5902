import CheckOutlined from '@ant-design/icons-svg/es/asn/CheckOutlined'
import ClockCircleOutlined from '@ant-design/icons-svg/es/asn/ClockCircleOutlined'
import type { TFunction } from 'i18next'
import type { ExceptionLine } from '../../../../db/channel/policies/contract.ts'
import { settingText } from '../../../../db/terms/policies.ts'
import type { GridColumn } from '../../../grid/types.ts'
import type { Language } from '../../../ui/format.ts'
import { iconElement } from '../../../ui/iconElement.ts'
import { openCell } from '../../../ui/openCell.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import { standingElement } from '../../../ui/tierElement.ts'
import styles from './policies.module.css'

const SIGNS = { inForce: CheckOutlined, coming: ClockCircleOutlined } as const

/** The list of exceptions: whose, what, from when until when, why, by whom. */
export function exceptionColumns(t: TFunction, language: Language): readonly GridColumn<ExceptionLine>[] {
  const text = (
    id: 'fromOn' | 'untilOn' | 'reason' | 'approvedBy',
    width: number,
    mostWidth?: number,
  ): GridColumn<ExceptionLine> => ({
    id,
    title: t(`policies.exception.${id}`),
    kind: 'text',
    width,
    ...(mostWidth === undefined ? {} : { mostWidth }),
    read: (row) => row[id],
  })
  return [
    accountColumn(t),
    {
      id: 'tier',
      title: t('policies.exception.tier'),
      kind: 'text',
      width: 84,
      read: ({ tier }) => (tier === null ? t('app.tier.none') : t(`app.tier.${tier}`)),
      draw: ({ row: { tier }, text: word }, into) =>
        into.append(tier === null ? spanElement(styles.quiet, word) : standingElement(tier, word)),
    },
    {
      id: 'terms',
      title: t('policies.exception.terms'),
      kind: 'text',
      width: 240,
      mostWidth: 460,
      read: ({ terms }) => terms.map((term) => settingText(term, language)).join('；'),
    },
    text('fromOn', 92),
    text('untilOn', 92),
    {
      id: 'state',
      title: t('policies.exception.state'),
      kind: 'text',
      width: 88,
      read: ({ state }) => t(`policies.exception.states.${state}`),
      draw: ({ row: { state }, text: word }, into) => {
        const cell = spanElement(
          styles.state,
          ...(state === 'past' ? [] : [iconElement(SIGNS[state]), ' ']),
          word,
        )
        cell.dataset.state = state
        into.append(cell)
      },
    },
    text('reason', 200, 420),
    text('approvedBy', 84),
  ]
}

function accountColumn(t: TFunction): GridColumn<ExceptionLine> {
  return {
    id: 'account',
    title: t('policies.exception.account'),
    kind: 'text',
    width: 160,
    pinned: 'left',
    read: ({ account }) => account,
    search: ({ pinyin }) => pinyin,
    sortKey: ({ pinyin }) => pinyin,
    draw: ({ row, text }, into) => {
      const label = t('promises.open', { name: row.account })
      into.append(openCell({ text, to: `/accounts/${row.accountId}`, label }))
    },
  }
}
