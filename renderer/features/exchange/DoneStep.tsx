import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../../client/engine.ts'
import { redo, undo, undoStore } from '../../client/history.ts'
import { formatNumber } from '../../ui/format.ts'
import { CheckCircleFilled, RedoOutlined, UndoOutlined } from '../../ui/icons.tsx'
import { useStore } from '../../ui/store.ts'
import styles from './exchange.module.css'
import { type Imported, startOver } from './importStore.ts'

const PLACES = { accounts: '/accounts', people: '/people', log: '/log' } as const
const COMMANDS: ReadonlySet<string> = new Set(['importAccounts', 'importPeople', 'importEntries'])

/** Enough of the newest commands to find an import that was made a moment ago. */
const LOOKED_AT = 50

/** What the import did; it can be taken back as a whole. */
export function DoneStep({ imported }: { readonly imported: Imported }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data: history } = useQuery(api.history.list.queryOptions({ input: { limit: LOOKED_AT } }))
  const next = useStore(undoStore)
  const undone = history?.entries.some(({ txnId, undone: gone }) => txnId === imported.txnId && gone) ?? false
  const figures = [
    [`inserted_${imported.holds}`, imported.inserted],
    [`updated_${imported.holds}`, imported.updated],
    ['companies', imported.companies],
    ['members', imported.members],
    ['figures', imported.figures],
  ] as const
  const step = undone ? next.redo : next.undo
  return (
    <div className={styles.done}>
      <h2 className={styles.doneTitle}>
        {!undone && <CheckCircleFilled className={styles.doneSign} />}
        {t(undone ? 'importing.done.undoneTitle' : 'importing.done.title')}
      </h2>
      {!undone && (
        <dl className={styles.figures}>
          {figures
            .filter(([name, count]) => count > 0 || name.startsWith('inserted'))
            .map(([name, count]) => (
              <div key={name}>
                <dt>{t(`importing.done.${name}`)}</dt>
                <dd>{formatNumber(count)}</dd>
              </div>
            ))}
        </dl>
      )}
      <p className={styles.quiet}>{t(undone ? 'importing.done.undoneLine' : 'importing.done.line')}</p>
      <div className={styles.line}>
        <Button type="primary" onClick={() => void navigate(PLACES[imported.holds])}>
          {t(`importing.done.to_${imported.holds}`)}
        </Button>
        {COMMANDS.has(step?.command ?? '') && (
          <Button
            icon={undone ? <RedoOutlined /> : <UndoOutlined />}
            onClick={() => void (undone ? redo() : undo())}
          >
            {t(undone ? 'importing.done.redo' : 'importing.done.undo')}
          </Button>
        )}
        <Button type="text" onClick={startOver}>
          {t('importing.importAnother')}
        </Button>
      </div>
    </div>
  )
}
