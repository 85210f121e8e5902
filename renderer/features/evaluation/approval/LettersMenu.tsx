import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PAPER_FORMATS, type PaperFormat } from '../../../../db/exchange/rules/paperFormat.ts'
import { download } from '../../../client/download.ts'
import { engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { FileDoneOutlined } from '../../../ui/icons.tsx'
import { showProblem, showToast } from '../../../ui/toast.ts'
import styles from './approval.module.css'

/** Result letters of a publication: to all managers or to one, as Word or PDF. */
export function LettersMenu({
  publicationId,
  managers,
}: {
  readonly publicationId: string
  /** managers of the published accounts, as often as they come; empty names for accounts without one */
  readonly managers: readonly string[]
}) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const names = [...new Set(managers)].sort(
    (a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'zh-CN'),
  )
  const save = async (manager: string | null, format: PaperFormat): Promise<void> => {
    setBusy(true)
    try {
      const file = await engine.approval.letters({
        ...{ publicationId, manager, format },
        language: spokenLanguage(),
      })
      download(file)
      showToast({ kind: 'done', text: t('approval.letters.saved', { file: file.name }) })
    } catch (failure) {
      showProblem(toProblem(failure))
    }
    setBusy(false)
  }
  const formats = (key: string, manager: string | null) =>
    PAPER_FORMATS.map((format) => ({
      key: `${key} ${format}`,
      label: t(`approval.letters.${format}`),
      onClick: () => void save(manager, format),
    }))
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'all', label: t('approval.letters.all'), children: formats('all', null) },
          { type: 'divider' },
          ...names.map((name, at) => ({
            key: `manager ${at}`,
            label: name || t('approval.letters.nobody'),
            children: formats(`manager ${at}`, name),
          })),
        ],
      }}
    >
      <Button
        icon={<FileDoneOutlined />}
        title={t('approval.letters.title')}
        aria-label={t('approval.letters.title')}
        loading={busy}
      >
        <span className={styles.label}>{t('approval.letters.title')}</span>
      </Button>
    </Dropdown>
  )
}
