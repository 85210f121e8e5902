import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AccountAnalysis, ReferralRow } from '../../../../db/accounts/analysis/contract.ts'
import { broughtBy, chainFrom, totalBrought } from '../../../../db/accounts/analysis/rules/referrals.ts'
import { isPartialDay } from '../../../../db/accounts/rules/days.ts'
import { engine } from '../../../client/engine.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { amountText } from '../../../i18n/amountText.ts'
import { AccountPicker } from '../../../shared/pick/AccountPicker.tsx'
import { PersonPicker } from '../../../shared/pick/PersonPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { formatMoney } from '../../../ui/format.ts'
import styles from './analysis.module.css'
import { Finding, Noted, RemoveButton, TextInPlace } from './pieces.tsx'
import { fenOf } from './StickinessSection.tsx'

/** Who brought this account, whom it brought, and what that brought (C4): the chain as indented lines. */
export function ReferralSection({
  accountId,
  referrals,
}: {
  readonly accountId: ReferralRow['fromId']
  readonly referrals: AccountAnalysis['referrals']
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const down = chainFrom(accountId, referrals)
  const up = broughtBy(accountId, referrals)
  const total = totalBrought(down)
  const count = down.filter(({ seen }) => !seen).length
  return (
    <Section title={t('analysis.referrals.title')} remark={referrals.length || ''}>
      <Finding>
        {count + up.length === 0 && t('analysis.referrals.none')}
        {up.length > 0 &&
          `${t('analysis.referrals.by', { names: [...new Set(up.map(({ from }) => from))].join(t('analysis.separator')) })} `}
        {count > 0 &&
          (total === null
            ? t('analysis.referrals.findingUnknown', { count })
            : t('analysis.referrals.finding', { count, amount: amountText(total, money, t) }))}
      </Finding>
      <ul className={styles.lines}>
        {up.toReversed().map((referral) => (
          <ReferralLine key={referral.id} referral={referral} side="from" depth={0} seen={false} />
        ))}
        {up.length + down.length > 0 && (
          <li className={styles.self}>
            <strong>{t('analysis.referrals.thisOne')}</strong>
          </li>
        )}
        {down.map(({ referral, depth, seen }) => (
          <ReferralLine key={referral.id} referral={referral} side="to" depth={depth} seen={seen} />
        ))}
      </ul>
      <NewReferral accountId={accountId} />
    </Section>
  )
}

function ReferralLine({
  referral,
  side,
  depth,
  seen,
}: {
  readonly referral: ReferralRow
  readonly side: 'from' | 'to'
  readonly depth: number
  readonly seen: boolean
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const edit = useCommand(engine.analysis.editReferral, { toast: false })
  const remove = useCommand(engine.analysis.remove)
  const { id, brought, note, happenedOn, fromPerson, by, notedOn } = referral
  const name = referral[side]
  const unit = t(`app.status.${money}`)
  return (
    <li style={{ paddingLeft: depth * 18 }}>
      <span aria-hidden="true">{side === 'to' ? '└' : '↓'}</span>
      <Link to={`/accounts/${side === 'to' ? referral.toId : referral.fromId}/analysis`}>{name}</Link>
      {seen && <span className={styles.noted}>{t('analysis.referrals.circle')}</span>}
      <span className={styles.noted}>{happenedOn}</span>
      <span className={styles.noted}>{fromPerson}</span>
      <TextInPlace
        optional
        value={note}
        placeholder={t('analysis.referrals.note')}
        label={`${t('analysis.referrals.note')} ${name}`}
        save={async (next) => {
          return (await edit.run({ rowId: id, before: { note }, after: { note: next } })).ok
        }}
      />
      <span className={styles.amount}>
        <TextInPlace
          number
          optional
          value={brought === null ? '' : formatMoney(brought, money)}
          placeholder={t('analysis.referrals.amount', { unit })}
          label={`${t('analysis.referrals.amount', { unit })} ${name}`}
          save={async (next) => {
            const after = next === '' ? null : fenOf(next, money, t)
            if (next !== '' && after === null) return false
            return (await edit.run({ rowId: id, before: { brought }, after: { brought: after } })).ok
          }}
        />
      </span>
      <Noted by={by} on={notedOn} />
      <RemoveButton name={name} remove={() => void remove.run({ kind: 'referral', rowId: id })} />
    </li>
  )
}

function NewReferral({ accountId }: { readonly accountId: ReferralRow['fromId'] }) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const add = useCommand(engine.analysis.addReferral, { toast: false })
  const [side, setSide] = useState<'brought' | 'broughtBy'>('brought')
  const [other, setOther] = useState<ReferralRow['fromId'] | null>(null)
  const [personId, setPersonId] = useState<ReferralRow['fromPersonId']>(null)
  const [when, setWhen] = useState('')
  const [amount, setAmount] = useState('')
  const fen = amount.trim() === '' ? null : fenOf(amount, money, t)
  /** whose people are offered */
  const bringer = side === 'brought' ? accountId : other
  const badDay = when !== '' && !isPartialDay(when)
  const badAmount = amount.trim() !== '' && fen === null
  const unit = t(`app.status.${money}`)
  const save = async (): Promise<void> => {
    if (other === null || badDay || badAmount) return
    const ends = side === 'brought' ? { fromId: accountId, toId: other } : { fromId: other, toId: accountId }
    const outcome = await add.run({
      ...ends,
      fromPersonId: personId,
      happenedOn: when === '' ? null : when,
      brought: fen,
      note: '',
    })
    if (!outcome.ok) return
    setOther(null)
    setPersonId(null)
    setWhen('')
    setAmount('')
  }
  return (
    <div className={styles.newLine}>
      <Segmented
        aria-label={t('analysis.referrals.direction')}
        value={side}
        options={[
          { value: 'brought' as const, label: t('analysis.referrals.brought') },
          { value: 'broughtBy' as const, label: t('analysis.referrals.broughtBy') },
        ]}
        onChange={(next) => {
          setSide(next)
          setPersonId(null)
        }}
      />
      <span className={styles.grow}>
        <AccountPicker
          value={other}
          onChange={(id) => {
            setOther(id)
            if (side === 'broughtBy') setPersonId(null)
          }}
          except={[accountId]}
          label={t('analysis.referrals.account')}
        />
      </span>
      <span className={styles.pickField}>
        <PersonPicker
          value={personId}
          onChange={setPersonId}
          accountId={bringer ?? undefined}
          disabled={bringer === null}
          label={t('analysis.referrals.person')}
          placeholder={t('analysis.referrals.person')}
        />
      </span>
      <Input
        className={styles.dayInput ?? ''}
        value={when}
        status={badDay ? 'error' : ''}
        title={badDay ? t('analysis.referrals.badDay') : ''}
        placeholder={t('analysis.referrals.when')}
        aria-label={t('analysis.referrals.when')}
        onChange={(event) => setWhen(event.target.value)}
      />
      <Input
        className={styles.dayInput ?? ''}
        value={amount}
        status={badAmount ? 'error' : ''}
        placeholder={t('analysis.referrals.amount', { unit })}
        aria-label={t('analysis.referrals.amount', { unit })}
        onChange={(event) => setAmount(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && void save()}
      />
      <Button disabled={other === null || badDay || badAmount} onClick={() => void save()}>
        {t('analysis.catalogue.add')}
      </Button>
    </div>
  )
}
