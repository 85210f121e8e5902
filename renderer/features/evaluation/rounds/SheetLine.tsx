import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { SheetSummary } from '../../../../db/evaluation/contract.ts'
import { FULL_WEIGHT } from '../../../../db/evaluation/rules/score.ts'
import { download } from '../../../client/download.ts'
import { engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatWeight } from '../../../ui/format.ts'
import { CheckOutlined, ExclamationCircleFilled } from '../../../ui/icons.tsx'
import { showProblem } from '../../../ui/toast.ts'
import { LineMenu } from './LineMenu.tsx'
import { LinkedName } from './LinkedName.tsx'
import styles from './rounds.module.css'

const sheetPath = (id: SheetSummary['id']): string => `/evaluation/sheets/${id}`

/** One grading sheet of the list. */
export function SheetLine({ sheet }: { readonly sheet: SheetSummary }) {
  const { t } = useTranslation()
  const rename = useCommand(engine.sheets.rename)
  const [renaming, setRenaming] = useState(false)
  const { id, name, weightSum, faults, rounds } = sheet
  return (
    <tr>
      <th scope="row">
        <LinkedName
          name={name}
          to={sheetPath(id)}
          label={t('sheets.sheet.rename')}
          renaming={renaming}
          onDone={(next) => {
            setRenaming(false)
            if (next !== null) void rename.run({ sheetId: id, name: next })
          }}
        />
      </th>
      <td>
        <span className={styles.state} data-state={faults === 0 ? 'ready' : 'faulty'}>
          {faults === 0 ? <CheckOutlined /> : <ExclamationCircleFilled />}
          {faults === 0 ? t('sheets.sheet.ready') : t('sheets.sheet.faults', { count: faults })}
        </span>
      </td>
      <td className={styles.number}>{sheet.indicators}</td>
      <td className={styles.number} data-late={weightSum !== FULL_WEIGHT}>
        {weightSum !== FULL_WEIGHT && <ExclamationCircleFilled />} {formatWeight(weightSum)}
      </td>
      <td className={styles.usedBy}>
        {rounds.length === 0 && <span className={styles.quiet}>{t('sheets.sheet.notUsed')}</span>}
        {rounds.map((round) => (
          <Link key={round.id} to={`/evaluation/rounds/${round.id}`}>
            {round.name}
          </Link>
        ))}
      </td>
      <td className={styles.more}>
        <SheetMenu sheet={sheet} onRename={() => setRenaming(true)} />
      </td>
    </tr>
  )
}

function SheetMenu({ sheet, onRename }: { readonly sheet: SheetSummary; readonly onRename: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const add = useCommand(engine.sheets.add)
  const remove = useCommand(engine.sheets.remove)
  const { id, name, rounds } = sheet
  return (
    <LineMenu
      name={name}
      actions={[
        { label: t('sheets.sheet.open'), run: () => void navigate(sheetPath(id)) },
        { label: t('sheets.sheet.rename'), run: onRename },
        {
          label: t('sheets.sheet.copy'),
          run: () =>
            void add.run({
              name: t('sheets.sheet.copyName', { name }).slice(0, 100),
              from: { kind: 'copy', sheetId: id },
            }),
        },
        { label: t('sheets.sheet.export'), run: () => void exportSheet(id) },
        {
          label: t('sheets.sheet.remove'),
          run: () => void remove.run({ sheetId: id }),
          refusal: rounds.length > 0 ? t('sheets.sheet.inUse') : undefined,
        },
      ]}
    />
  )
}

async function exportSheet(sheetId: SheetSummary['id']): Promise<void> {
  try {
    download(await engine.exchange.exportSheet({ sheetId, language: spokenLanguage() }))
  } catch (error) {
    showProblem(toProblem(error))
  }
}
