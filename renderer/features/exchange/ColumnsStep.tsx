import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FIELD_LIMITS } from '../../../db/accounts/rules/fields.ts'
import type { ColumnUse, Holds } from '../../../db/exchange/contract.ts'
import { LIST_KINDS } from '../../../db/exchange/rules/listKinds.ts'
import { accountTableQuery } from '../../client/accountTableQuery.ts'
import { api, engine } from '../../client/engine.ts'
import { toProblem } from '../../client/problem.ts'
import { showProblem } from '../../ui/toast.ts'
import { ColumnUseCell } from './ColumnUseCell.tsx'
import { type Choices, choicesFor, planGap, takeColumnAs, takesField, worksheetOf } from './draft.ts'
import styles from './exchange.module.css'
import { changeChoices, changeImport } from './importStore.ts'
import { useUseName } from './useUseName.ts'

const SAMPLES = 3

/** Says what each column of the file is. */
export function ColumnsStep({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation()
  const figures = useQuery(accountTableQuery('first')).data?.figures ?? []
  const custom = useQuery(api.custom.list.queryOptions()).data?.[
    choices.holds === 'people' ? 'person' : 'account'
  ]
  const nameOf = useUseName(figures, custom ?? [])
  const [moved, setMoved] = useState('')
  const worksheet = worksheetOf(choices)
  if (!worksheet) return null
  const headerOf = (column: number): string =>
    worksheet.headers[column] || t('importing.columns.noHeader', { column: column + 1 })
  const use = (column: number, as: ColumnUse): void => {
    const { choices: changed, former } = takeColumnAs(choices, column, as)
    changeChoices(() => changed)
    setMoved(
      former === null
        ? ''
        : t('importing.columns.moved', {
            use: nameOf(as),
            header: headerOf(column),
            former: headerOf(former),
          }),
    )
  }
  const gap = planGap(choices)
  const used = choices.uses.filter(({ kind }) => kind !== 'ignore').length
  return (
    <>
      <div className={styles.scroll}>
        <WorksheetChoice choices={choices} />
        <HoldsChoice choices={choices} />
        <table className={styles.columns}>
          <thead>
            <tr>
              <th>{t('importing.columns.header')}</th>
              <th>{t('importing.columns.sample')}</th>
              <th>{t('importing.columns.use')}</th>
            </tr>
          </thead>
          <tbody>
            {placed(choices.uses).map(({ item: as, at: column }) => (
              <tr key={column} data-ignored={as.kind === 'ignore'}>
                <th scope="row">{headerOf(column)}</th>
                <td>
                  <Samples texts={worksheet.sample.slice(0, SAMPLES).map((row) => row[column] ?? '')} />
                </td>
                <td>
                  <ColumnUseCell
                    holds={choices.holds}
                    use={as}
                    header={headerOf(column)}
                    figures={figures}
                    custom={choices.holds === 'log' ? [] : (custom ?? [])}
                    onChange={(next) => use(column, next)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.moved} role="status">
          {moved}
        </p>
        {choices.holds === 'accounts' && !takesField(choices.uses, 'name') && <NameRows choices={choices} />}
      </div>
      {choices.holds === 'accounts' ? (
        <MatchChoices choices={choices} />
      ) : choices.holds === 'people' ? (
        <PeopleChoices choices={choices} />
      ) : (
        <div className={styles.match}>
          <span className={styles.quiet}>{t('importing.columns.logLine')}</span>
        </div>
      )}
      <footer className={styles.foot}>
        <span>
          {t('importing.columns.count', { used, ignored: choices.uses.length - used })}
          {gap === 'figureWithoutName' && ` · ${t('importing.columns.newNeedsName')}`}
          {(gap === 'noPerson' || gap === 'noEntry') && ` · ${t(`importing.columns.${gap}`)}`}
        </span>
        <Button onClick={() => changeImport({ step: 'file' })}>{t('importing.back')}</Button>
        <Button
          type="primary"
          disabled={gap !== null}
          onClick={() => changeImport({ step: 'preview', problem: null })}
        >
          {t('importing.columns.toPreview')}
        </Button>
      </footer>
    </>
  )
}

/** Columns and samples have no identity but their place. */
const placed = <Item,>(items: readonly Item[]): { item: Item; at: number }[] =>
  items.map((item, at) => ({ item, at }))

function Samples({ texts }: { readonly texts: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <span className={styles.samples}>
      {placed(texts).map(({ item: text, at }) => (
        <span key={at} data-empty={text === ''}>
          {text === '' ? t('importing.empty') : text}
        </span>
      ))}
    </span>
  )
}

function WorksheetChoice({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation()
  const { worksheets } = choices.upload
  if (worksheets.length < 2) return null
  return (
    <div className={styles.line}>
      <span id="worksheet-label">{t('importing.worksheet')}</span>
      <Select
        aria-labelledby="worksheet-label"
        popupMatchSelectWidth={false}
        value={choices.worksheet}
        options={worksheets.map(({ name, rows }, value) => ({
          value,
          label: t('importing.worksheetRows', { name, rows }),
        }))}
        onChange={(worksheet) => changeChoices(({ upload }) => choicesFor(upload, worksheet))}
      />
    </div>
  )
}

/** For lists that know their customers by number only. */
function NameRows({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation()
  const { nameRowsAs } = choices
  const set = (name: string | null): void => changeChoices((now) => ({ ...now, nameRowsAs: name }))
  return (
    <div className={styles.notice} role="status">
      {nameRowsAs === null && <p>{t('importing.columns.noName')}</p>}
      {nameRowsAs === null ? (
        <Button onClick={() => set(t('importing.columns.defaultName'))}>
          {t('importing.columns.nameRows')}
        </Button>
      ) : (
        <span className={styles.line}>
          <Input
            className={styles.figureName ?? ''}
            aria-label={t('importing.columns.nameRowsAs')}
            maxLength={FIELD_LIMITS.short}
            value={nameRowsAs}
            onChange={(event) => set(event.target.value)}
          />
          <span className={styles.quiet}>
            {t('importing.columns.nameRowsExample', { name: nameRowsAs.trim() })}
          </span>
        </span>
      )}
    </div>
  )
}

function MatchChoices({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation()
  const { matchBy, existing, uses } = choices
  const hasCode = takesField(uses, 'code')
  return (
    <div className={styles.match}>
      <span>{t('importing.columns.matchBy')}</span>
      <Segmented<'code' | 'name'>
        aria-label={t('importing.columns.matchBy')}
        value={matchBy}
        options={[
          {
            value: 'code',
            label: t('importing.columns.byCode'),
            disabled: !hasCode,
            ...(hasCode ? {} : { tooltip: t('importing.columns.codeNotMapped') }),
          },
          { value: 'name', label: t('importing.columns.byName') },
        ]}
        onChange={(by) => changeChoices((now) => ({ ...now, matchBy: by }))}
      />
      <ExistingChoice choices={choices} label={t('importing.columns.existing')} />
      <span className={styles.quiet}>{t(`importing.columns.${existing}Line`)}</span>
    </div>
  )
}

/** What becomes of rows that exist already. */
function ExistingChoice({ choices, label }: { readonly choices: Choices; readonly label: string }) {
  const { t } = useTranslation()
  return (
    <>
      <span>{label}</span>
      <Segmented<'update' | 'skip'>
        aria-label={label}
        value={choices.existing}
        options={[
          { value: 'update', label: t('importing.columns.update') },
          { value: 'skip', label: t('importing.columns.skip') },
        ]}
        onChange={(fate) => changeChoices((now) => ({ ...now, existing: fate }))}
      />
    </>
  )
}

function PeopleChoices({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation()
  return (
    <div className={styles.match}>
      <ExistingChoice choices={choices} label={t('importing.columns.existingPeople')} />
      <span>{t('importing.columns.newCompanies')}</span>
      <Segmented<'ask' | 'add'>
        aria-label={t('importing.columns.newCompanies')}
        value={choices.newCompanies ? 'add' : 'ask'}
        options={[
          { value: 'ask', label: t('importing.columns.companiesAsk') },
          { value: 'add', label: t('importing.columns.companiesAdd') },
        ]}
        onChange={(fate) => changeChoices((now) => ({ ...now, newCompanies: fate === 'add' }))}
      />
      <span className={styles.quiet}>{t('importing.columns.peopleLine')}</span>
    </div>
  )
}

/** What the worksheet holds: guessed, and changed here. */
function HoldsChoice({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation()
  const choose = async (holds: Holds): Promise<void> => {
    const { upload, worksheet } = choices
    const guess = { uploadId: upload.uploadId, worksheet: worksheetOf(choices)?.name ?? '', holds }
    try {
      const uses = await engine.exchange.guess(guess)
      changeChoices(() => choicesFor(upload, worksheet, holds, uses))
    } catch (error) {
      const problem = toProblem(error)
      if (problem.code === 'UPLOAD_GONE') changeImport({ gone: true, step: 'file', problem: null })
      else showProblem(problem)
    }
  }
  return (
    <div className={styles.line}>
      <span>{t('importing.holds.label')}</span>
      <Segmented<Holds>
        aria-label={t('importing.holds.label')}
        value={choices.holds}
        options={LIST_KINDS.map((value) => ({ value, label: t(`importing.holds.${value}`) }))}
        onChange={(holds) => void choose(holds)}
      />
    </div>
  )
}
