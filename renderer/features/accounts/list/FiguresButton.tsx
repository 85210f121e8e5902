import { Button, Input, Popover, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figure } from '../../../../db/accounts/contract.ts'
import { FIGURE_UNITS, type FigureUnit } from '../../../../db/accounts/rules/figures.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { DeleteOutlined, LineChartOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import styles from '../accounts.module.css'

/** The figures kept of accounts: add, rename, delete; each is a column of the grid. */
export function FiguresButton({ figures }: { readonly figures: readonly Figure[] }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      title={t('accounts.figure.title')}
      content={open ? <FiguresForm figures={figures} /> : null}
      arrow={false}
      // inside the page, so that it belongs to the main landmark
      getPopupContainer={(button) => button.closest('main') ?? document.body}
    >
      <Button
        icon={<LineChartOutlined />}
        title={t('accounts.columns')}
        aria-haspopup="dialog"
        aria-expanded={open}
      >
        {t('accounts.columns')}
      </Button>
    </Popover>
  )
}

function FiguresForm({ figures }: { readonly figures: readonly Figure[] }) {
  const { t } = useTranslation()
  const rename = useCommand(engine.accounts.renameFigure, { tellProblem: false })
  const remove = useCommand(engine.accounts.removeFigure, { tellProblem: false })
  const add = useCommand(engine.accounts.addFigure, { tellProblem: false })
  const problem = add.problem ?? rename.problem ?? remove.problem
  return (
    <div className={styles.figures}>
      <p className={styles.quiet}>{t('accounts.figure.line')}</p>
      {figures.length === 0 && <p>{t('accounts.figure.none')}</p>}
      <ul>
        {figures.map((figure) => (
          <li key={figure.id}>
            <FigureName figure={figure} rename={(name) => void rename.run({ figureId: figure.id, name })} />
            <span className={styles.unit}>{t(`accounts.unitName.${figure.unit}`)}</span>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`${t('accounts.figure.remove')} ${figure.name}`}
              onClick={() => void remove.run({ figureId: figure.id })}
            />
          </li>
        ))}
      </ul>
      <NewFigure add={async (name, unit) => (await add.run({ name, unit })).ok} />
      <Refusal problem={problem} />
    </div>
  )
}

function FigureName({
  figure,
  rename,
}: {
  readonly figure: Figure
  readonly rename: (name: string) => void
}) {
  const { t } = useTranslation()
  const [name, setName] = useState(figure.name)
  const commit = (): void => {
    const next = name.trim()
    if (next === '') setName(figure.name)
    else if (next !== figure.name) rename(next)
  }
  return (
    <Input
      value={name}
      aria-label={`${t('accounts.figure.rename')} ${figure.name}`}
      onChange={(event) => setName(event.target.value)}
      onBlur={commit}
      onPressEnter={(event) => !event.nativeEvent.isComposing && commit()}
    />
  )
}

function NewFigure({ add }: { readonly add: (name: string, unit: FigureUnit) => Promise<boolean> }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [unit, setUnit] = useState<FigureUnit>('money')
  const commit = async (): Promise<void> => {
    if (name.trim() !== '' && (await add(name.trim(), unit))) setName('')
  }
  return (
    <div className={styles.newFigure}>
      <Input
        value={name}
        placeholder={t('accounts.figure.name')}
        aria-label={t('accounts.figure.name')}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) void commit()
        }}
      />
      <Select<FigureUnit>
        value={unit}
        aria-label={t('accounts.figure.unit')}
        options={FIGURE_UNITS.map((one) => ({ value: one, label: t(`accounts.unitName.${one}`) }))}
        onChange={setUnit}
        getPopupContainer={(element) => element.parentElement ?? document.body}
      />
      <Button icon={<PlusOutlined />} disabled={name.trim() === ''} onClick={() => void commit()}>
        {t('accounts.figure.add')}
      </Button>
    </div>
  )
}

function Refusal({ problem }: { readonly problem: Problem | null }) {
  return problem && <ErrorNote problem={problem} />
}
