import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../db/accounts/log/contract.ts'
import { DropFiles } from '../../../shared/files/DropFiles.tsx'
import { FileRows } from '../../../shared/files/FileRows.tsx'
import { Section } from '../../../ui/bits.tsx'
import { useAttachments } from './useAttachments.ts'

/** The files kept with an entry. */
export function EntryFiles({ entry: { id: entryId, attached } }: { readonly entry: Entry }) {
  const { t } = useTranslation()
  const { attach, read, remove } = useAttachments({ entryId })
  return (
    <Section title={t('log.entry.files')} {...(attached.length > 0 ? { remark: attached.length } : {})}>
      <DropFiles label={t('log.entry.files')} attach={attach}>
        <FileRows files={attached} read={read} remove={remove} />
      </DropFiles>
    </Section>
  )
}
