import { useQuery } from '@tanstack/react-query'
import { Button, Input, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Member } from '../../../../db/department/contract.ts'
import { VISIT_LIMITS } from '../../../../db/visits/rules/limits.ts'
import { rankOfTitle } from '../../../../db/visits/rules/ranks.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { DeleteOutlined } from '../../../ui/icons.tsx'
import styles from './executives.module.css'

type Executive = Awaited<ReturnType<typeof api.visits.executives.call>>[number]

/** Visits in a month where nobody said so. */
const USUAL_MONTHLY = 2
const RANKS = [1, 2, 3, 4, 5] as const

/** Who of ours are executives, with rank, home and how much a month: each change is kept at once. */
export function ExecutivesDialog({ close }: { readonly close: () => void }) {
  const { t } = useTranslation()
  const { data: executives } = useQuery(api.visits.executives.queryOptions())
  const { data: members } = useQuery(api.department.members.queryOptions())
  const save = useCommand(engine.visits.setExecutive)
  if (!executives || !members) return null
  const others = members.filter(({ id }) => executives.every(({ memberId }) => memberId !== id))
  const add = ({ id, role }: Member): void => {
    const executive = {
      rank: rankOfTitle(role) ?? 3,
      city: executives[0]?.city ?? '',
      monthly: USUAL_MONTHLY,
    }
    void save.run({ memberId: id, executive })
  }
  const change = ({ memberId, rank, city, monthly }: Executive, patch: Partial<Executive>): void => {
    void save.run({ memberId, executive: { rank, city, monthly, ...patch } }, { toast: false })
  }
  return (
    <Modal open title={t('visitPlan.executives.title')} onCancel={close} footer={null} width={680}>
      <p className={styles.hint}>{t('visitPlan.executives.hint')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('visitPlan.executives.name')}</th>
            <th scope="col">{t('visitPlan.executives.rank')}</th>
            <th scope="col">{t('visitPlan.executives.city')}</th>
            <th scope="col">{t('visitPlan.executives.monthly')}</th>
            <th scope="col" aria-label={t('visitPlan.executives.remove')} />
          </tr>
        </thead>
        <tbody>
          {executives.map((executive) => (
            <tr key={executive.memberId}>
              <th scope="row">
                {executive.name} <span>{executive.role}</span>
              </th>
              <td>
                <Select<number>
                  className={styles.rank ?? ''}
                  value={executive.rank}
                  aria-label={`${executive.name} ${t('visitPlan.executives.rank')}`}
                  options={RANKS.map((value) => ({ value, label: t(`visitPlan.rank.r${value}`) }))}
                  onChange={(rank) => change(executive, { rank })}
                />
              </td>
              <td>
                <Input
                  key={executive.city}
                  defaultValue={executive.city}
                  maxLength={VISIT_LIMITS.place}
                  aria-label={`${executive.name} ${t('visitPlan.executives.city')}`}
                  onBlur={({ target }) => {
                    if (target.value.trim() !== executive.city)
                      change(executive, { city: target.value.trim() })
                  }}
                />
              </td>
              <td>
                <InputNumber<number>
                  className={styles.monthly ?? ''}
                  value={executive.monthly}
                  min={1}
                  max={31}
                  precision={0}
                  aria-label={`${executive.name} ${t('visitPlan.executives.monthly')}`}
                  onChange={(monthly) => {
                    if (monthly !== null && monthly !== executive.monthly) change(executive, { monthly })
                  }}
                />
              </td>
              <td>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('visitPlan.executives.removeOne', { name: executive.name })}
                  title={t('visitPlan.executives.remove')}
                  onClick={() => void save.run({ memberId: executive.memberId, executive: null })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Select<string>
        className={styles.add ?? ''}
        value={null}
        placeholder={t('visitPlan.executives.add')}
        aria-label={t('visitPlan.executives.add')}
        showSearch={{ optionFilterProp: 'label' }}
        options={others.map(({ id, name, role }) => ({ value: id, label: `${name} ${role}` }))}
        onChange={(chosen) => {
          const member = others.find(({ id }) => id === chosen)
          if (member) add(member)
        }}
      />
    </Modal>
  )
}
