import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import styles from '../case.module.css'

/** In place of the steps of a case that turned out to be one with another: where it is worked on, and the way back. */
export function MergedNote({
  sheet,
  into,
}: {
  readonly sheet: CaseSheet
  readonly into: NonNullable<CaseSheet['mergedInto']>
}) {
  const { t } = useTranslation()
  const split = useCommand(engine.cases.split)
  return (
    <div className={styles.track} role="status">
      <span>
        {t('cases.mergedInto')}
        <Link to={`/recovery/${into.id}`}>
          {into.code} {into.title}
        </Link>
      </span>
      <Button disabled={split.pending} onClick={() => void split.run({ caseId: sheet.id })}>
        {t('cases.split')}
      </Button>
    </div>
  )
}
