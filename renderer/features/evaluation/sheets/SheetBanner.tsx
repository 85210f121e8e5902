import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { holdsSheet } from '../../../../db/evaluation/rules/roundStates.ts'
import type { SheetId } from '../../../../db/kernel/ids.ts'
import { api } from '../../../client/engine.ts'
import { InfoCircleOutlined } from '../../../ui/icons.tsx'
import styles from './sheets.module.css'

/** What changing a sheet means for the rounds that use it; nothing where none does. */
export function SheetBanner({ sheetId }: { readonly sheetId: SheetId }) {
  const { t } = useTranslation()
  const rounds = useQuery(api.rounds.list.queryOptions()).data ?? []
  const using = rounds.filter((round) => round.sheetId === sheetId)
  const held = using.filter(({ method, state }) => holdsSheet(method, state))
  const open = using.filter(({ method, state }) => method === 'sheet' && state === 'marking')
  const published = using.filter(({ revision }) => revision > 0)
  if (using.length === 0) return null
  const names = (list: typeof using): string =>
    list.map(({ name }) => name).join(t('sheets.banner.separator'))
  return (
    <div className={styles.banner} role="note">
      <InfoCircleOutlined />
      {held.length > 0 && <span>{t('ballots.list.held', { rounds: names(held) })}</span>}
      {open.length > 0 && <span>{t('sheets.banner.open', { rounds: names(open) })}</span>}
      {published.length > 0 && <span>{t('sheets.banner.published', { rounds: names(published) })}</span>}
    </div>
  )
}
