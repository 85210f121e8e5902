import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { SavedText } from '../../../shared/ledger/fields.tsx'
import fields from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { typedAmount } from '../typedAmount.ts'

/** Up to how much each role may approve for one case; once one role has a limit, one without may approve nothing. */
export function LimitsSection() {
  const { t } = useTranslation()
  const { data: limits } = useQuery(api.remedies.limits.queryOptions())
  const { data: members } = useQuery(api.department.members.queryOptions())
  const set = useCommand(engine.remedies.setLimit, { toast: false })
  if (!limits || !members) return null
  const known = new Map(limits.map(({ role, amount }) => [role, amount]))
  const roles = [...new Set([...known.keys(), ...members.map(({ role }) => role)])].filter(
    (role) => role !== '',
  )
  return (
    <Section title={t('cases.limits.title')} remark={t('cases.limits.hint')}>
      <div className={fields.fields}>
        {roles.map((role) => {
          const amount = known.get(role)
          return (
            <SavedText
              key={role}
              label={t('cases.limits.of', { role })}
              value={amount === undefined ? '' : String(amount / 100)}
              wide={false}
              remark={
                amount === undefined
                  ? t(limits.length === 0 ? 'cases.limits.none' : 'cases.limits.cannot')
                  : ''
              }
              parse={(text) => (typedAmount(text) === undefined ? t('cases.notAmount', { text }) : '')}
              save={async (text) => (await set.run({ role, amount: typedAmount(text) ?? null })).ok}
            />
          )
        })}
      </div>
    </Section>
  )
}
