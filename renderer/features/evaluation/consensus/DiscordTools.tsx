import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProgressLine } from '../../../ui/bits.tsx'
import { FilterOutlined } from '../../../ui/icons.tsx'
import styles from './consensus.module.css'
import type { ConsensusModel } from './consensusModel.ts'

/** How many cells are in discord, and how many of them the meeting agreed on. */
export function DiscordCount({ model: { discords, settled } }: { readonly model: ConsensusModel }) {
  const { t } = useTranslation()
  if (discords === 0) return <span className={styles.count}>{t('consensus.noDiscord')}</span>
  return (
    <span className={styles.count}>
      <span>
        {t('consensus.discord')} <strong>{settled}</strong> / {discords} {t('consensus.settled')}
      </span>
      <ProgressLine done={settled} of={discords} label={t('consensus.settledLabel')} width={72} />
    </span>
  )
}

/** Shows only accounts with a cell in discord. */
export function OnlyDiscord({ on, toggle }: { readonly on: boolean; readonly toggle: () => void }) {
  const { t } = useTranslation()
  return (
    <Button
      icon={<FilterOutlined />}
      aria-pressed={on}
      {...(on ? { color: 'primary', variant: 'outlined' } : {})}
      onClick={toggle}
    >
      {t('consensus.onlyDiscord')}
    </Button>
  )
}
