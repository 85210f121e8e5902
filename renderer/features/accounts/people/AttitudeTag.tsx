import { useTranslation } from 'react-i18next'
import type { Attitude } from '../../../../db/accounts/people/rules/fields.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import styles from './attitude.module.css'

/** The shape that stands for an attitude, always beside its word. */
export const ATTITUDE_SIGNS = {
  champion: '▲',
  friendly: '△',
  neutral: '▬',
  cool: '▼',
  opponent: '◆',
} as const satisfies Record<Attitude, string>

/** How somebody stands towards us, as shape and word on its tint; a quiet word where nobody said. */
export function AttitudeTag({ attitude }: { readonly attitude: Attitude | null }) {
  const { t } = useTranslation()
  if (attitude === null) return <span className={styles.none}>{t('people.attitudeUnknown')}</span>
  return (
    <span className={styles.tag} data-attitude={attitude}>
      <span aria-hidden="true">{ATTITUDE_SIGNS[attitude]}</span>
      {t(`people.attitude.${attitude}`)}
    </span>
  )
}

/** The same for cells that are drawn without React. */
export function attitudeElement(attitude: Attitude, word: string): HTMLElement {
  const sign = spanElement('', ATTITUDE_SIGNS[attitude])
  sign.ariaHidden = 'true'
  const tag = spanElement(styles.tag, sign, word)
  tag.dataset.attitude = attitude
  return tag
}
