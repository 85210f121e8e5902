import { useQuery } from '@tanstack/react-query'
import { Button, Segmented, Select } from 'antd'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DepartmentStatus } from '../../../db/department/contract.ts'
import { api, engine } from '../../client/engine.ts'
import { changeSettings, useSettings } from '../../client/settings.ts'
import { useCommand } from '../../client/useCommand.ts'
import { keptText } from '../../i18n/sampleText.ts'
import { Section } from '../../ui/bits.tsx'
import styles from './department.module.css'
import { NoticeSettings } from './NoticeSettings.tsx'

/** Settings of this laptop, each in force at once; and the sample department in or out. */
export function SettingsTab() {
  const { t } = useTranslation()
  const settings = useSettings()
  return (
    <>
      <Section title={t('department.tab.settings')} remark={t('department.settings.local')}>
        <div className={styles.settings}>
          <Choice
            label={t('department.settings.language')}
            value={settings.language}
            options={[
              { value: 'system', label: t('department.settings.languageSystem') },
              { value: 'zh', label: t('department.settings.chinese') },
              { value: 'en', label: t('department.settings.english') },
            ]}
            choose={(language) => void changeSettings({ language })}
          />
          <Choice
            label={t('department.settings.theme')}
            value={settings.theme}
            options={[
              { value: 'system', label: t('department.settings.themeSystem') },
              { value: 'light', label: t('department.settings.light') },
              { value: 'dark', label: t('department.settings.dark') },
            ]}
            choose={(theme) => void changeSettings({ theme })}
          />
          <Choice
            label={t('department.settings.money')}
            value={settings.moneyUnit}
            options={[
              { value: 'yuan', label: t('department.settings.yuan') },
              { value: 'tenThousand', label: t('department.settings.tenThousand') },
            ]}
            choose={(moneyUnit) => void changeSettings({ moneyUnit })}
          />
          <Choice
            label={t('department.settings.markKeys')}
            value={settings.markKeys}
            options={[
              { value: 'quick', label: t('department.settings.quick') },
              { value: 'literal', label: t('department.settings.literal') },
            ]}
            choose={(markKeys) => void changeSettings({ markKeys })}
          />
          <Me />
        </div>
      </Section>
      <NoticeSettings />
      <Sample />
    </>
  )
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <span className={styles.label}>{label}</span>
      <div>{children}</div>
    </>
  )
}

function Choice<Value extends string>({
  label,
  value,
  options,
  choose,
}: {
  readonly label: string
  readonly value: Value
  readonly options: { value: Value; label: string }[]
  readonly choose: (value: Value) => void
}) {
  return (
    <Line label={label}>
      <Segmented<Value> aria-label={label} value={value} options={options} onChange={choose} />
    </Line>
  )
}

function Me() {
  const { t } = useTranslation()
  const { me } = useSettings()
  const { data: members } = useQuery(api.department.members.queryOptions())
  return (
    <Line label={t('department.settings.me')}>
      <Select
        style={{ width: 220 }}
        aria-label={t('department.settings.me')}
        allowClear
        showSearch={{ optionFilterProp: 'search' }}
        placeholder={t('department.settings.nobody')}
        value={members?.some(({ id }) => id === me) ? me : null}
        options={(members ?? []).map(({ id, name, role, pinyin }) => ({
          value: id,
          label: role === '' ? name : `${name} ${role}`,
          search: `${name} ${pinyin}`,
        }))}
        onChange={(id) => void changeSettings({ me: id ?? null })}
      />{' '}
      <span className={styles.label}>{t('department.settings.meLine')}</span>
    </Line>
  )
}

function Sample() {
  const { t } = useTranslation()
  const { data: status } = useQuery(api.department.status.queryOptions())
  const load = useCommand(engine.department.loadSample)
  const remove = useCommand(engine.department.removeSample)
  if (!status) return null
  return (
    <Section title={t('department.sample.title')}>
      <div className={styles.sample}>
        <p>{sampleLine(status, t)}</p>
        {status.sampleLoaded ? (
          <Button loading={remove.pending} onClick={() => void remove.run({})}>
            {t('department.sample.remove')}
          </Button>
        ) : (
          <Button loading={load.pending} onClick={() => void load.run({})}>
            {t('department.sample.load')}
          </Button>
        )}
      </div>
    </Section>
  )
}

function sampleLine({ sampleLoaded, sampleKept }: DepartmentStatus, t: TFunction): string {
  if (!sampleKept) return t(sampleLoaded ? 'department.sample.line' : 'department.sample.offLine')
  const kept = keptText(sampleKept, t)
  if (kept === undefined) return t('department.sample.freeLine')
  return t(sampleLoaded ? 'department.sample.freeAndKeptLine' : 'department.sample.keptLine', { kept })
}
