import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { CASE_LIMITS } from '../../../../db/recovery/rules/limits.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { DropFiles } from '../../../shared/files/DropFiles.tsx'
import { FileRows } from '../../../shared/files/FileRows.tsx'
import { Section } from '../../../ui/bits.tsx'
import styles from '../case.module.css'

const read = (fileId: string): Promise<File> => engine.caseFiles.content({ fileId })

/** Photos and papers of a case. */
export function FilesSection({ sheet: { id: caseId } }: { readonly sheet: CaseSheet }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.caseFiles.list.queryOptions({ input: { caseId } }))
  const add = useCommand(engine.caseFiles.add)
  const remove = useCommand(engine.caseFiles.remove)
  const files = data ?? []
  return (
    <Section title={t('cases.files.title')} remark={files.length > 0 ? files.length : ''}>
      <DropFiles
        label={t('cases.files.title')}
        most={CASE_LIMITS.files}
        attach={(taken) => add.run({ caseId, files: taken })}
      >
        {data && files.length === 0 && <p className={styles.quiet}>{t('cases.files.none')}</p>}
        <FileRows files={files} read={read} remove={(fileId) => void remove.run({ fileId })} />
      </DropFiles>
    </Section>
  )
}
