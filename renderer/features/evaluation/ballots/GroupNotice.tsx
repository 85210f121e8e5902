import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Group } from '../../../../db/evaluation/ballots/contract.ts'
import { groupFaults } from '../../../../db/evaluation/ballots/rules/group.ts'
import { InfoCircleOutlined, LockOutlined, WarningOutlined } from '../../../ui/icons.tsx'
import { Notice } from '../scoring/ScoringNotices.tsx'

/** What the group waits for: faults in draft, what is closed while ballots are out, who is late after the lock. */
export function GroupNotice({ group, held }: { readonly group: Group; readonly held: boolean }) {
  const { t } = useTranslation()
  const { state, evaluators, indicators, sheet, rules } = group
  if (state === 'draft') {
    const faults = groupFaults(
      evaluators,
      indicators.filter(({ judged }) => judged),
    )
    const words = faults.map((fault) =>
      t(`ballots.fault.${fault.code}`, { indicator: fault.code === 'nobodyFor' ? fault.indicator : '' }),
    )
    const sheetLink = <Link to={`/evaluation/sheets/${sheet.id}`}>{t('scoring.faulty.open')}</Link>
    if (sheet.faults > 0)
      return (
        <Notice kind="late" icon={<WarningOutlined />} actions={sheetLink}>
          {t('ballots.notice.sheet', { sheet: sheet.name, count: sheet.faults })}
        </Notice>
      )
    return (
      <Notice kind="plain" icon={<InfoCircleOutlined />}>
        {words.length === 0
          ? t('ballots.notice.ready', { count: evaluators.length })
          : t('ballots.notice.missing', { faults: words.join(t('accounts.page.separator')) })}
      </Notice>
    )
  }
  if (state === 'locked') {
    const late = evaluators.filter(({ submission }) => submission === null)
    return (
      <Notice kind="plain" icon={<LockOutlined />}>
        {late.length === 0
          ? t('ballots.notice.allIn', { count: evaluators.length })
          : t(`ballots.notice.late.${rules.late}`, {
              names: late.map(({ name }) => name).join(t('accounts.page.separator')),
            })}
      </Notice>
    )
  }
  if (state !== 'marking' || !held) return null
  return (
    <Notice kind="plain" icon={<LockOutlined />}>
      {t('ballots.notice.blind', { sheet: sheet.name })}
    </Notice>
  )
}
