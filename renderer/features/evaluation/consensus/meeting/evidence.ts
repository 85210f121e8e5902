import type { TFunction } from 'i18next'
import type { AccountHead } from '../../../../../db/accounts/portrait/contract.ts'
import type { FigureUnit } from '../../../../../db/accounts/rules/figures.ts'
import { formatFigure, formatScore, formatSigned, type MoneyUnit } from '../../../../ui/format.ts'
import type { ConsensusModel } from '../consensusModel.ts'

/** Something known about an account, as label and value. */
export interface EvidenceFact {
  readonly key: string
  readonly label: string
  readonly value: string
  /** late, or falling */
  readonly warns: boolean
}

/** What speaks for or against an account: first what changes (share, growth, promises), then what the bands read. */
export function evidenceFacts(
  model: ConsensusModel,
  row: number,
  head: AccountHead,
  money: MoneyUnit,
  t: TFunction,
): { readonly first: EvidenceFact[]; readonly more: EvidenceFact[] } {
  const shown = new Set<string>()
  const figure = (id: string, name: string, unit: FigureUnit, value: number | null): EvidenceFact[] => {
    if (value === null || shown.has(id)) return []
    shown.add(id)
    const word = unit === 'money' ? t(`app.status.${money}`) : t(`accounts.unit.${unit}`)
    const text = `${formatFigure(value, unit, money)} ${word}`.trim()
    return [{ key: id, label: name, value: text, warns: unit === 'percent' && value < 0 }]
  }
  const { share, growth, volume, profit } = head.figures
  const held = (known: typeof share): EvidenceFact[] =>
    known ? figure(known.id, known.name, known.unit, known.value) : []
  return {
    first: [
      ...held(share),
      ...held(growth),
      ...promiseFacts(head, t),
      ...lastScore(head, t),
      ...contactFact(head, t),
    ],
    more: [
      ...held(volume),
      ...held(profit),
      ...model.data.figures.flatMap(({ figure: { id, name, unit }, values }) =>
        figure(id, name, unit, values[row] ?? null),
      ),
    ],
  }
}

function promiseFacts({ promises: { all } }: AccountHead, t: TFunction): EvidenceFact[] {
  if (all.open === 0) return []
  const value =
    all.late > 0
      ? t('consensus.meeting.fact.promisesLate', { count: all.open, late: all.late })
      : t('consensus.meeting.fact.promisesOpen', { count: all.open })
  return [{ key: 'promises', label: t('consensus.meeting.fact.promises'), value, warns: all.late > 0 }]
}

function lastScore({ score, change }: AccountHead, t: TFunction): EvidenceFact[] {
  if (score === null) return []
  const value =
    change === null
      ? formatScore(score)
      : t('consensus.meeting.fact.lastChange', {
          score: formatScore(score),
          change: formatSigned(change / 10),
        })
  return [{ key: 'score', label: t('consensus.meeting.fact.last'), value, warns: (change ?? 0) < 0 }]
}

function contactFact({ contact, interval }: AccountHead, t: TFunction): EvidenceFact[] {
  if (contact === null) return []
  const value =
    contact.days === 0
      ? t('consensus.meeting.fact.contactToday')
      : t('consensus.meeting.fact.contactAgo', { days: contact.days })
  return [
    {
      ...{ key: 'contact', label: t('consensus.meeting.fact.contact'), value },
      warns: contact.days > interval,
    },
  ]
}
