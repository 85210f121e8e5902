import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import styles from '../case.module.css'

type Earlier = CaseSheet['earlier'][number]

/** The account's other cases of a year: one that this one repeats, or that is the same. */
export function EarlierSection({ sheet }: { readonly sheet: CaseSheet }) {
  const { t } = useTranslation()
  const repeats = useCommand(engine.cases.repeats, { toast: false })
  const [merging, setMerging] = useState<Earlier | null>(null)
  const { repeatOf, earlier, merged } = sheet
  return (
    <Section title={t('cases.section.earlier')}>
      {earlier.length === 0 && merged.length === 0 && <p className={styles.quiet}>{t('cases.noEarlier')}</p>}
      <ul className={styles.rows}>
        {earlier.map((other) => (
          <li key={other.id}>
            <Link
              className={styles.grow ?? ''}
              to={`/recovery/${other.id}`}
              title={`${other.code} ${other.title}`}
            >
              {other.code} {other.title}
            </Link>
            {sheet.mergedInto === null && (
              <>
                <Button
                  type="link"
                  onClick={() =>
                    void repeats.run({
                      caseId: sheet.id,
                      repeatOf: repeatOf?.id === other.id ? null : other.id,
                    })
                  }
                >
                  {t(repeatOf?.id === other.id ? 'cases.notRepeat' : 'cases.repeats')}
                </Button>
                <Button type="link" onClick={() => setMerging(other)}>
                  {t('cases.mergeShort')}
                </Button>
              </>
            )}
          </li>
        ))}
        {merged.map((other) => (
          <li key={other.id}>
            <Link
              className={styles.grow ?? ''}
              to={`/recovery/${other.id}`}
              title={`${other.code} ${other.title}`}
            >
              {other.code} {other.title}
            </Link>
            <span className={styles.quiet}>{t('cases.mergedHere')}</span>
          </li>
        ))}
      </ul>
      {merging && <MergeChoice sheet={sheet} other={merging} close={() => setMerging(null)} />}
    </Section>
  )
}

/** Asks which of two cases stays when they are made one. */
function MergeChoice({
  sheet,
  other,
  close,
}: {
  readonly sheet: CaseSheet
  readonly other: Earlier
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const merge = useCommand(engine.cases.merge)
  const keep = async (caseId: Earlier['id'], otherId: Earlier['id']): Promise<void> => {
    const outcome = await merge.run({ caseId, otherId })
    if (!outcome.ok) return
    close()
    if (caseId !== sheet.id) void navigate(`/recovery/${caseId}`)
  }
  return (
    <div className={styles.ask} role="alertdialog" aria-label={t('cases.mergeWhich')}>
      <p className={styles.bars}>{t('cases.mergeWhich')}</p>
      <Button autoFocus disabled={merge.pending} onClick={() => void keep(sheet.id, other.id)}>
        {t('cases.mergeHere', { code: sheet.code })}
      </Button>
      <Button disabled={merge.pending} onClick={() => void keep(other.id, sheet.id)}>
        {t('cases.mergeThere', { code: other.code })}
      </Button>
      <Button onClick={close}>{t('cases.cancel')}</Button>
    </div>
  )
}
