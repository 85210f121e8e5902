import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type {
  AccountAnalysis,
  Competitor,
  Rival,
  RivalMove,
} from '../../../../db/accounts/analysis/contract.ts'
import { largestRival, newestYear } from '../../../../db/accounts/analysis/rules/wallet.ts'
import { dayOf, isDay } from '../../../../db/accounts/rules/days.ts'
import { engine } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { amountText } from '../../../i18n/amountText.ts'
import { EntryPicker } from '../../../shared/pick/EntryPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import styles from './analysis.module.css'
import { CatalogueButton } from './CatalogueButton.tsx'
import { Finding, Noted, RemoveButton, TextInPlace } from './pieces.tsx'

/** Competitors at this account: what they are good and bad at, and their moves as a dated log. */
export function RivalsSection({
  accountId,
  analysis,
}: {
  readonly accountId: string
  readonly analysis: AccountAnalysis
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const add = useCommand(engine.analysis.addRival, { toast: false })
  const { competitors, rivals, moves, wallet } = analysis
  const nameOf = (id: string): string => competitors.find((one) => one.id === id)?.name ?? ''
  const free = competitors.filter(({ id }) => !rivals.some(({ competitorId }) => competitorId === id))
  const year = newestYear(wallet)
  const largest = year === null ? null : largestRival(wallet, year)
  const [latest] = moves
  return (
    <Section
      title={t('analysis.rivals.title')}
      remark={rivals.length || ''}
      action={<CatalogueButton products={analysis.products} competitors={competitors} />}
    >
      <Finding>
        {rivals.length + moves.length === 0 && !largest && t('analysis.rivals.none')}
        {largest &&
          `${t('analysis.rivals.finding', { name: nameOf(largest.competitorId), year: year ?? '', amount: amountText(largest.amount, money, t) })} `}
        {latest
          ? t('analysis.rivals.latest', {
              on: latest.happenedOn,
              name: nameOf(latest.competitorId),
              text: latest.text,
            })
          : rivals.length > 0 && t('analysis.rivals.quiet')}
      </Finding>
      <ul className={styles.rivals}>
        {rivals.map((rival) => (
          <RivalLine key={rival.id} rival={rival} name={nameOf(rival.competitorId)} />
        ))}
      </ul>
      {free.length > 0 && (
        <Select<Competitor['id'] | null>
          className={styles.addLine ?? ''}
          value={null}
          aria-label={t('analysis.rivals.choose')}
          placeholder={t('analysis.rivals.add')}
          options={free.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(competitorId) => competitorId !== null && void add.run({ accountId, competitorId })}
        />
      )}
      {competitors.length > 0 && <Moves accountId={accountId} moves={moves} competitors={competitors} />}
    </Section>
  )
}

function RivalLine({ rival, name }: { readonly rival: Rival; readonly name: string }) {
  const { t } = useTranslation()
  const edit = useCommand(engine.analysis.editRival, { toast: false })
  const remove = useCommand(engine.analysis.remove)
  const field = (side: 'strengths' | 'weaknesses') => (
    <TextInPlace
      optional
      value={rival[side]}
      placeholder={t(`analysis.rivals.${side}`)}
      label={t('analysis.rivals.of', { what: t(`analysis.rivals.${side}`), name })}
      save={async (text) => {
        return (await edit.run({ rowId: rival.id, before: { [side]: rival[side] }, after: { [side]: text } }))
          .ok
      }}
    />
  )
  return (
    <li>
      <strong>{name}</strong>
      {field('strengths')}
      {field('weaknesses')}
      <Noted by={rival.by} on={rival.notedOn} />
      <RemoveButton name={name} remove={() => void remove.run({ kind: 'rival', rowId: rival.id })} />
    </li>
  )
}

function Moves({
  accountId,
  moves,
  competitors,
}: {
  readonly accountId: string
  readonly moves: AccountAnalysis['moves']
  readonly competitors: readonly Competitor[]
}) {
  const { t } = useTranslation()
  const edit = useCommand(engine.analysis.editMove, { toast: false })
  const remove = useCommand(engine.analysis.remove)
  return (
    <section aria-label={t('analysis.rivals.moves')}>
      <h3>{t('analysis.rivals.moves')}</h3>
      <NewMove accountId={accountId} competitors={competitors} />
      <ul className={styles.lines}>
        {moves.map(({ id, competitorId, happenedOn, text, entryId, by }) => (
          <li key={id}>
            <span className={styles.day}>{happenedOn}</span>
            <span>{competitors.find((one) => one.id === competitorId)?.name}</span>
            <TextInPlace
              value={text}
              label={t('analysis.swot.edit', { text })}
              save={async (next) => {
                return (await edit.run({ rowId: id, before: { text }, after: { text: next } })).ok
              }}
            />
            <span className={styles.noted}>{by ?? t('analysis.unknownBy')}</span>
            {entryId !== null && (
              <Link
                className={styles.noted}
                to={`/log/${entryId}`}
                aria-label={t('analysis.rivals.openEntry', { text })}
              >
                {t('analysis.rivals.fromLog')}
              </Link>
            )}
            <RemoveButton name={text} remove={() => void remove.run({ kind: 'move', rowId: id })} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function NewMove({
  accountId,
  competitors,
}: {
  readonly accountId: string
  readonly competitors: readonly Competitor[]
}) {
  const { t } = useTranslation()
  const add = useCommand(engine.analysis.addMove, { toast: false })
  const [chosen, setChosen] = useState<Competitor['id'] | null>(null)
  const [on, setOn] = useState(dayOf(Date.now()))
  const [text, setText] = useState('')
  const [entryId, setEntryId] = useState<RivalMove['entryId']>(null)
  const competitorId = chosen ?? competitors[0]?.id
  const whole = competitorId !== undefined && text.trim() !== '' && isDay(on)
  const save = async (): Promise<void> => {
    if (!whole) return
    const move = { accountId, competitorId, happenedOn: on, text, entryId }
    if (!(await add.run(move)).ok) return
    setText('')
    setEntryId(null)
  }
  return (
    <div className={styles.newLine}>
      <Input
        className={styles.dayInput ?? ''}
        value={on}
        status={isDay(on) ? '' : 'error'}
        aria-label={t('analysis.rivals.day')}
        onChange={(event) => setOn(event.target.value)}
      />
      <Select<Competitor['id']>
        className={styles.nameSelect ?? ''}
        value={competitorId ?? null}
        aria-label={t('analysis.rivals.choose')}
        options={competitors.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      <Input
        value={text}
        placeholder={t('analysis.rivals.newMove')}
        aria-label={t('analysis.rivals.newMove')}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && void save()}
      />
      <span className={styles.pickField}>
        <EntryPicker
          accountId={accountId}
          value={entryId}
          label={t('analysis.rivals.entry')}
          placeholder={t('analysis.rivals.entry')}
          onChange={(id, entry) => {
            setEntryId(id)
            if (entry) setOn(entry.happenedOn)
          }}
        />
      </span>
      <Button disabled={!whole} onClick={() => void save()}>
        {t('analysis.rivals.log')}
      </Button>
    </div>
  )
}
