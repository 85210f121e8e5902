import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../db/accounts/log/contract.ts'
import { Section } from '../../../ui/bits.tsx'
import { DropFiles } from './DropFiles.tsx'
import { FileRows } from './FileRows.tsx'

/** The files kept with an entry. */
export function EntryFiles({ entry: { id: entryId, attached } }: { readonly entry: Entry }) {
  const { t } = useTranslation()
  return (
    <Section title={t('log.entry.files')} {...(attached.length > 0 ? { remark: attached.length } : {})}>
      <DropFiles label={t('log.entry.files')} to={{ entryId }}>
        <FileRows files={attached} />
      </DropFiles>
    </Section>
  )
}
