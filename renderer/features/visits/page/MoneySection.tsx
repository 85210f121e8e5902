import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Gift, VisitSheet } from '../../../../db/visits/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { SavedText } from '../../../shared/ledger/fields.tsx'
import fields from '../../../shared/ledger/ledger.module.css'
import { typedFen } from '../../../shared/ledger/typedMoney.ts'
import { Section } from '../../../ui/bits.tsx'
import { DeleteOutlined } from '../../../ui/icons.tsx'
import { yuanText } from '../visitText.ts'
import { useVisitField } from './useVisitField.ts'
import styles from './visit.module.css'

/** Gifts within the policy's limits, budget and cost. */
export function MoneySection({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const save = useVisitField(visit)
  const over = visit.budget === null ? 0 : visit.cost - visit.budget
  return (
    <div id="money">
      <Section
        title={t('visits.section.money')}
        remark={
          over > 0 ? (
            <span className={styles.thin}>{t('visits.overBudget', { over: yuanText(over, t) })}</span>
          ) : (
            t('visits.costSum', { cost: yuanText(visit.cost, t) })
          )
        }
      >
        <div className={fields.fields}>
          <SavedText
            label={t('visits.field.budget')}
            value={visit.budget === null ? '' : String(visit.budget / 100)}
            wide={false}
            remark={visit.budget === null ? '' : yuanText(visit.budget, t)}
            parse={(text) =>
              text === '' || typedFen(text, 'yuan') !== null ? '' : t('visits.notMoney', { text })
            }
            save={(text) => save('budget', text === '' ? null : typedFen(text, 'yuan'))}
          />
        </div>
        <Gifts visit={visit} />
        <Costs visit={visit} />
      </Section>
    </div>
  )
}

function Gifts({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const save = useCommand(engine.visits.saveGift)
  const account = visit.with[0]
  return (
    <div id="gifts">
      <h3>{t('visits.gifts')}</h3>
      <ul className={styles.rows}>
        {visit.gifts.map((gift) => (
          <GiftRow key={gift.id} gift={gift} />
        ))}
      </ul>
      {account ? (
        <AmountLine
          what={t('visits.giftWhat')}
          add={async (what, amount) =>
            (
              await save.run({
                visitId: visit.id,
                giftId: null,
                accountId: account.id,
                personId: visit.theirs.find(({ gone }) => !gone)?.personId ?? null,
                what,
                amount,
              })
            ).ok
          }
        />
      ) : (
        <p className={styles.quiet}>{t('visits.giftNeedsAccount')}</p>
      )}
    </div>
  )
}

function GiftRow({ gift }: { readonly gift: Gift }) {
  const { t } = useTranslation()
  const approve = useCommand(engine.visits.approveGift)
  const remove = useCommand(engine.visits.removeGift)
  const { id, what, amount, person, approval, needsApproval, over } = gift
  return (
    <li>
      <span className={styles.name}>{what}</span>
      <span className={styles.quiet}>
        {[person, yuanText(amount, t)].filter(Boolean).join(' · ')}
        {over > 0 && (
          <span className={styles.thin}> {t('visits.giftOver', { over: yuanText(over, t) })}</span>
        )}
      </span>
      {approval ? (
        <span className={styles.quiet}>{t('visits.giftApproved', approval)}</span>
      ) : (
        needsApproval && <span className={styles.thin}>{t('visits.giftNeedsApproval')}</span>
      )}
      {(needsApproval || approval) && (
        <Button onClick={() => void approve.run({ giftId: id, approved: approval === null })}>
          {t(approval ? 'visits.giftDisapprove' : 'visits.giftApprove')}
        </Button>
      )}
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t('visits.removeOne', { name: what })}
        onClick={() => void remove.run({ giftId: id })}
      />
    </li>
  )
}

function Costs({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const add = useCommand(engine.visits.addCost)
  const remove = useCommand(engine.visits.removeCost)
  return (
    <>
      <h3>{t('visits.costs')}</h3>
      <ul className={styles.rows}>
        {visit.costs.map(({ id, what, amount }) => (
          <li key={id}>
            <span className={styles.name}>{what}</span>
            <span className={styles.quiet}>{yuanText(amount, t)}</span>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('visits.removeOne', { name: what })}
              onClick={() => void remove.run({ costId: id })}
            />
          </li>
        ))}
      </ul>
      <AmountLine
        what={t('visits.costWhat')}
        add={async (what, amount) => (await add.run({ visitId: visit.id, what, amount })).ok}
      />
    </>
  )
}

/** A line for something that costs money: what, and how much in yuan. Enter adds it. */
function AmountLine({
  what,
  add,
}: {
  readonly what: string
  readonly add: (what: string, fen: number) => Promise<boolean>
}) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [amount, setAmount] = useState('')
  const fen = typedFen(amount, 'yuan')
  const wrong = amount.trim() !== '' && fen === null
  const send = async (): Promise<void> => {
    if (text.trim() === '' || fen === null || !(await add(text.trim(), fen))) return
    setText('')
    setAmount('')
  }
  const enter = (key: { nativeEvent: KeyboardEvent }): void => {
    if (!key.nativeEvent.isComposing) void send()
  }
  return (
    <div className={styles.amountLine}>
      <Input
        aria-label={what}
        placeholder={what}
        maxLength={200}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onPressEnter={enter}
      />
      <Input
        className={styles.amount ?? ''}
        aria-label={`${what} ${t('visits.yuan')}`}
        placeholder={t('visits.yuan')}
        status={wrong ? 'error' : ''}
        title={wrong ? t('visits.notMoney', { text: amount }) : ''}
        value={amount}
        onChange={({ target }) => setAmount(target.value)}
        onPressEnter={enter}
      />
      <Button disabled={text.trim() === '' || fen === null} onClick={() => void send()}>
        {t('visits.add')}
      </Button>
    </div>
  )
}
