import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FIELD_LIMITS } from '../../../db/accounts/rules/fields.ts'
import type { ColumnUse } from '../../../db/exchange/contract.ts'
import { api } from '../../client/engine.ts'
import { ColumnUseCell } from './ColumnUseCell.tsx'
import { type Choices, choicesFor, planGap, takeColumnAs, takesField, worksheetOf } from './draft.ts'
import styles from './exchange.module.css'
import { changeChoices, changeImport } from './importStore.ts'
import { useUseName } from './useUseName.ts'

const SAMPLES = 3

/** Says what each column of the file is. */
export function ColumnsStep({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation()
  const figures = useQuery(api.accounts.list.queryOptions()).data?.figures ?? []
  const custom = useQuery(api.custom.list.queryOptions()).data?.account ?? []
  const nameOf = useUseName(figures, custom)
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
                    use={as}
                    header={headerOf(column)}
                    figures={figures}
                    custom={custom}
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
        {!takesField(choices.uses, 'name') && <NameRows choices={choices} />}
      </div>
      <MatchChoices choices={choices} />
      <footer className={styles.foot}>
        <span>
          {t('importing.columns.count', { used, ignored: choices.uses.length - used })}
          {gap === 'figureWithoutName' && ` · ${t('importing.columns.newNeedsName')}`}
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
      <span>{t('importing.columns.existing')}</span>
      <Segmented<'update' | 'skip'>
        aria-label={t('importing.columns.existing')}
        value={existing}
        options={[
          { value: 'update', label: t('importing.columns.update') },
          { value: 'skip', label: t('importing.columns.skip') },
        ]}
        onChange={(fate) => changeChoices((now) => ({ ...now, existing: fate }))}
      />
      <span className={styles.quiet}>{t(`importing.columns.${existing}Line`)}</span>
    </div>
  )
}
