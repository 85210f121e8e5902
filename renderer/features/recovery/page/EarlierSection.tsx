import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import styles from '../case.module.css'

/** The account's other cases of a year: one that this one repeats, or that is the same. */
export function EarlierSection({ sheet }: { readonly sheet: CaseSheet }) {
  const { t } = useTranslation()
  const repeats = useCommand(engine.cases.repeats, { toast: false })
  const merge = useCommand(engine.cases.merge)
  const { repeatOf, earlier } = sheet
  return (
    <Section title={t('cases.section.earlier')}>
      {earlier.length === 0 && <p className={styles.quiet}>{t('cases.noEarlier')}</p>}
      <ul className={styles.rows}>
        {earlier.map(({ id, code, title }) => (
          <li key={id}>
            <Link className={styles.grow ?? ''} to={`/recovery/${id}`} title={`${code} ${title}`}>
              {code} {title}
            </Link>
            <Button
              type="link"
              onClick={() =>
                void repeats.run({ caseId: sheet.id, repeatOf: repeatOf?.id === id ? null : id })
              }
            >
              {t(repeatOf?.id === id ? 'cases.notRepeat' : 'cases.repeats')}
            </Button>
            <Button
              type="link"
              title={t('cases.merge')}
              onClick={() => void merge.run({ caseId: sheet.id, otherId: id })}
            >
              {t('cases.mergeShort')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
