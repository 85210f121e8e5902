import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { SIDES, type Side } from '../../../../db/accounts/handover/rules/checklist.ts'
import { dayOf } from '../../../../db/accounts/rules/days.ts'
import { engine } from '../../../client/engine.ts'
import { useSettings } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import { CheckCircleFilled } from '../../../ui/icons.tsx'
import styles from './handover.module.css'
import { useTicks } from './useTicks.ts'

type Handover = Awaited<ReturnType<typeof engine.handover.get>>

/** What both go through, a column for each, and under each column its signature. */
export function Checklist({ handover }: { readonly handover: Handover }) {
  const { t } = useTranslation()
  const { ticks, tick } = useTicks(handover)
  const { signed, from, to, accounts, movedAt } = handover
  const names = { giver: from.name, taker: to.name } as const satisfies Record<Side, string>
  return (
    <Section title={t('handover.page.checklist')} remark={t('handover.page.checklistRemark')}>
      <table className={styles.checks}>
        <thead className={styles.checksHead}>
          <tr>
            <th scope="col">{t('handover.page.item')}</th>
            {SIDES.map((side) => (
              <th key={side} scope="col">
                {t(`handover.side.${side}`)} <strong>{names[side]}</strong>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ticks.map(({ check, ...ticked }) => (
            <tr key={check}>
              <th scope="row">{t(`handover.check.${check}`)}</th>
              {SIDES.map((side) => {
                const at = ticked[side]
                return (
                  <td key={side}>
                    <Checkbox
                      checked={at !== null}
                      // what is signed stands; take the signature back first
                      disabled={signed[side] !== null}
                      aria-label={t('handover.page.tick', {
                        side: t(`handover.side.${side}`),
                        check: t(`handover.check.${check}`),
                      })}
                      onChange={(event) => void tick(check, side, event.target.checked)}
                    />
                    {at !== null && <span className={styles.tickDay}>{dayOf(Date.parse(at))}</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {SIDES.map((side) => (
              <td key={side}>
                <Signature
                  handover={handover}
                  side={side}
                  name={names[side]}
                  open={ticks.filter((line) => line[side] === null).length}
                />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className={movedAt === null ? styles.signLine : styles.movedLine}>
        {movedAt === null ? (
          t('handover.page.signLine', { count: accounts.length, from: from.name, to: to.name })
        ) : (
          <>
            <CheckCircleFilled />{' '}
            {t('handover.page.movedLine', {
              count: accounts.length,
              to: to.name,
              day: dayOf(Date.parse(movedAt)),
            })}
          </>
        )}
      </p>
    </Section>
  )
}

function Signature({
  handover: { id, signed, signedBy, from, to },
  side,
  name,
  open,
}: {
  readonly handover: Handover
  readonly side: Side
  readonly name: string
  /** lines that aren't ticked yet */
  readonly open: number
}) {
  const { t } = useTranslation()
  const sign = useCommand(engine.handover.sign)
  const { me } = useSettings()
  const at = signed[side]
  if (at !== null) {
    const by = signedBy[side]
    return (
      <span className={styles.signed}>
        <CheckCircleFilled /> {t('handover.page.signed', { name, day: dayOf(Date.parse(at)) })}
        {by !== null && by !== name && (
          <span className={styles.quiet}>{t('handover.page.signedFor', { by })}</span>
        )}
      </span>
    )
  }
  const mine = me === (side === 'giver' ? from : to).id
  return (
    <span className={styles.signature}>
      <Button
        type="primary"
        disabled={open > 0}
        loading={sign.pending}
        onClick={() => void sign.run({ handoverId: id, side })}
      >
        {t(mine ? 'handover.page.sign' : 'handover.page.signFor', { name })}
      </Button>
      {open > 0 && <span className={styles.quiet}>{t('handover.page.openChecks', { count: open })}</span>}
    </span>
  )
}
