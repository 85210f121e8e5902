import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ListedAccount } from '../../../client/accountTable.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { EditReport, GridColumn } from '../../../grid/types.ts'
import { CloseOutlined } from '../../../ui/icons.tsx'
import styles from '../accounts.module.css'
import type { ListFields } from './accountEdits.ts'
import { type PastedAccounts, readPasted } from './pastedAccounts.ts'

/** What of a paste was not written. */
export type Unwritten = Pick<EditReport, 'clippedRows' | 'clippedColumns' | 'beyond' | 'refused'>

/** Whether all of a gesture was written. */
export const allWritten = ({ clippedRows, clippedColumns, refused }: Unwritten): boolean =>
  clippedRows + clippedColumns + refused.length === 0

/** Says what of a paste was not written, and adds rows beyond the last account as new ones. */
export function PasteNotice({
  unwritten,
  columns,
  list,
  last,
  nameOf,
  close,
}: {
  readonly unwritten: Unwritten
  readonly columns: readonly GridColumn<ListedAccount>[]
  readonly list: ListFields
  /** the account that the rows were pasted beyond */
  readonly last: ListedAccount
  /** the name of an account, by its id */
  readonly nameOf: (id: string) => string
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const add = useCommand(engine.accounts.add)
  const { clippedRows, clippedColumns, beyond, refused } = unwritten
  const pasted = readPasted(beyond, columns, list, last)
  const { accounts } = pasted
  const addAll = async (): Promise<void> => {
    const outcome = await add.run({ accounts: [...accounts] })
    if (outcome.ok) close()
  }
  const [first] = refused
  return (
    <div className={styles.pasteNotice} role="status">
      <div>
        {clippedRows > 0 && <strong>{t('accounts.paste.rows', { count: clippedRows })}</strong>}
        {clippedColumns > 0 && <p>{t('accounts.paste.columns', { count: clippedColumns })}</p>}
        {first && (
          <p>
            {t('accounts.paste.refused', {
              count: refused.length,
              name: nameOf(first.rowId),
              column: first.columnTitle,
              problem: first.problem,
            })}
          </p>
        )}
        {clippedRows > 0 && <LeftOut pasted={pasted} />}
        {clippedRows > 0 && <p>{t('accounts.paste.advice')}</p>}
      </div>
      {accounts.length > 0 && accounts.length <= MOST_ADDED && (
        <Button type="primary" loading={add.pending} onClick={() => void addAll()}>
          {t('accounts.paste.add', { count: accounts.length })}
        </Button>
      )}
      <Button type="text" icon={<CloseOutlined />} aria-label={t('app.close')} onClick={close} />
    </div>
  )
}

/** As many as the engine adds in one command. */
const MOST_ADDED = 10_000

/** Rows that can't become accounts, before anybody tries. */
function LeftOut({ pasted: { nameless, unfit, firstUnfit } }: { readonly pasted: PastedAccounts }) {
  const { t } = useTranslation()
  return (
    <>
      {nameless > 0 && <p>{t('accounts.paste.nameless', { count: nameless })}</p>}
      {firstUnfit && <p>{t('accounts.paste.unfit', { count: unfit, ...firstUnfit })}</p>}
    </>
  )
}
