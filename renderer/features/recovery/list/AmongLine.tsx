import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { AskedAmong } from '../../../../db/recovery/contract.ts'
import type { CaseRow } from '../../../../db/recovery/rules/caseTable.ts'
import { CloseOutlined } from '../../../ui/icons.tsx'
import styles from '../case.module.css'

/** Which cases of a pattern the list is narrowed to, and the way back to all. @param first one of them, which has their names */
export function AmongLine({
  among,
  first,
}: {
  readonly among: AskedAmong
  readonly first: CaseRow | undefined
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { from, until } = among
  const what = [
    among.rootCauseId && first?.rootCause,
    among.productId && first?.product,
    among.responsibleId && first?.responsible,
    among.accountId && first?.account,
    among.place,
    among.category && t(`cases.category.${among.category}`),
    among.lossCause && t(`cases.lossCause.${among.lossCause}`),
    from && until && t('patterns.onlyDays', { from, until }),
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <p className={styles.only}>
      {t('patterns.only', { what })}
      <Button size="small" type="text" icon={<CloseOutlined />} onClick={() => void navigate('/recovery')}>
        {t('patterns.onlyClear')}
      </Button>
    </p>
  )
}
