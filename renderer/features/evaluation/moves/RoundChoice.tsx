import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PublishedRound, Under } from '../../../../db/evaluation/moves/contract.ts'
import { ArrowRightOutlined } from '../../../ui/icons.tsx'
import styles from './moves.module.css'
import { roundText } from './moveWords.ts'
import type { MovesPlace } from './useMovesPlace.ts'

/** Which two publications are compared, and by whose sheet. */
export function RoundChoice({
  rounds,
  chosen,
  place,
}: {
  readonly rounds: readonly PublishedRound[]
  readonly chosen: { readonly from: PublishedRound; readonly to: PublishedRound }
  readonly place: MovesPlace
}) {
  const { t } = useTranslation()
  const select = (side: 'from' | 'to') => (
    <Select<string>
      className={styles.round ?? ''}
      popupMatchSelectWidth={false}
      aria-label={t(`moves.${side}`)}
      value={chosen[side].id}
      options={rounds.map((round) => ({
        value: round.id,
        label: roundText(round, t),
        disabled: round.id === chosen[side === 'from' ? 'to' : 'from'].id,
      }))}
      // the default of one side follows the other: both stay as they are shown
      onChange={(id) => place.go({ from: chosen.from.id, to: chosen.to.id, [side]: id, cell: null })}
    />
  )
  return (
    <>
      {select('from')}
      <ArrowRightOutlined />
      {select('to')}
      <Segmented<Under>
        aria-label={t('moves.under.title')}
        value={place.under}
        options={(['own', 'from', 'to'] as const).map((under) => ({
          value: under,
          label: t(`moves.under.${under}`),
        }))}
        onChange={(under) => place.go({ under: under === 'own' ? null : under, cell: null })}
      />
    </>
  )
}
