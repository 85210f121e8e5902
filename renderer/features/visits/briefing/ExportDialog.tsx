import { Button, Input, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperFormat } from '../../../../db/exchange/rules/paperFormat.ts'
import type { BriefSheet } from '../../../../db/visits/briefing/contract.ts'
import type { Audience, PaperOf, PaperPage } from '../../../../db/visits/briefing/rules/words.ts'
import { VISIT_LIMITS } from '../../../../db/visits/rules/limits.ts'
import { download } from '../../../client/download.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { showToast } from '../../../ui/toast.ts'
import styles from './brief.module.css'

/** What is known now, rather than a frozen version. */
const LIVE = 0

/** Nobody of ours. */
const OTHER = ''

/** Asks for whom a paper is made and on which page, makes it, and hands it over. */
export function ExportDialog({
  visitId,
  sheet,
  audience,
  format,
  onClose,
}: {
  readonly visitId: string
  readonly sheet: BriefSheet
  readonly audience: Audience
  readonly format: PaperFormat
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { ours, version, versions, account } = sheet
  const first =
    audience === 'customer' ? undefined : ours.find(({ leads }) => leads === (audience === 'executive'))
  const [readerId, setReaderId] = useState<string>(first?.memberId ?? OTHER)
  const [reader, setReader] = useState(audience === 'customer' ? account : '')
  const [page, setPage] = useState<PaperPage>('a4')
  const [what, setWhat] = useState<PaperOf>('brief')
  // once something was frozen, that is what goes out unless somebody says otherwise
  const newest = versions[0]?.version ?? null
  const [chosen, setChosen] = useState<number | null>(version ?? newest)
  const make = useCommand(engine.briefing.paper, { toast: false })
  const one = ours.find(({ memberId }) => memberId === readerId)
  const save = async (): Promise<void> => {
    const outcome = await make.run({
      ...{ visitId, audience, format, page, what },
      readerId: one?.memberId ?? null,
      reader: one ? '' : reader.trim(),
      version: what === 'changes' ? newest : chosen,
      language: spokenLanguage(),
    })
    if (!outcome.ok) return
    download(outcome.output)
    showToast({ kind: 'done', text: t('briefing.saved', { file: outcome.output.name }) })
    onClose()
  }
  return (
    <Modal
      open
      title={`${t('briefing.exportFor')} ${format === 'pdf' ? 'PDF' : t('briefing.word')} · ${t(`briefing.audience.${audience}`)}`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('briefing.cancel')}</Button>
          <Button
            type="primary"
            loading={make.pending}
            disabled={!one && reader.trim() === ''}
            onClick={() => void save()}
          >
            {t('briefing.make')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div>
          <span id="brief-reader">{t('briefing.reader')}</span>
          <Select<string>
            aria-labelledby="brief-reader"
            value={readerId}
            options={[
              ...ours.map(({ memberId, name }) => ({ value: String(memberId), label: name })),
              { value: OTHER, label: t('briefing.readerOther') },
            ]}
            onChange={setReaderId}
          />
          {!one && (
            <Input
              aria-label={t('briefing.readerName')}
              placeholder={t('briefing.readerName')}
              maxLength={VISIT_LIMITS.line}
              value={reader}
              onChange={(event) => setReader(event.target.value)}
            />
          )}
        </div>
        {versions.length > 0 && (
          <div>
            <span>{t('briefing.whatLabel')}</span>
            <Segmented<PaperOf>
              aria-label={t('briefing.whatLabel')}
              value={what}
              options={(['brief', 'changes'] as const).map((value) => ({
                value,
                label: t(`briefing.what.${value}`),
              }))}
              onChange={setWhat}
            />
          </div>
        )}
        {newest !== null && what === 'brief' && (
          <div>
            <span>{t('briefing.versionLabel')}</span>
            <Segmented<number>
              aria-label={t('briefing.versionLabel')}
              value={chosen ?? LIVE}
              options={[
                ...[...new Set([newest, version ?? newest])].map((value) => ({
                  value,
                  label: t('briefing.versionShort', { version: value }),
                })),
                { value: LIVE, label: t('briefing.live') },
              ]}
              onChange={(value) => setChosen(value === LIVE ? null : value)}
            />
          </div>
        )}
        {format === 'pdf' && (
          <div>
            <span>{t('briefing.pageLabel')}</span>
            <Segmented<PaperPage>
              aria-label={t('briefing.pageLabel')}
              value={page}
              options={(['a4', 'phone'] as const).map((value) => ({
                value,
                label: t(`briefing.page.${value}`),
              }))}
              onChange={setPage}
            />
          </div>
        )}
      </div>
    </Modal>
  )
}
