import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { BriefSheet } from '../../../../db/visits/briefing/contract.ts'
import { briefSubtitle, briefTitle } from '../../../../db/visits/briefing/rules/titles.ts'
import type { Audience } from '../../../../db/visits/briefing/rules/words.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { BlocksView } from '../../../shared/paper/BlocksView.tsx'
import styles from '../../../shared/paper/paper.module.css'
import { CheckCircleFilled, EyeOutlined, InfoCircleOutlined, WarningFilled } from '../../../ui/icons.tsx'
import type { ToldSheet } from './useBrief.ts'

/** The anchor of a section on the paper. */
export const paperPlace = (section: string): string => `brief-${section}`

/** The brief as a sheet of paper, with the switch between what is known now and what was frozen above it. */
export function BriefPaper({
  sheet,
  told,
  audience,
  onVersion,
  onReveal,
}: {
  readonly sheet: BriefSheet
  readonly told: ToldSheet
  readonly audience: Audience
  readonly onVersion: (version: number | null) => void
  readonly onReveal: () => void
}) {
  const { t } = useTranslation()
  const { versions, version, seal } = sheet
  const language = spokenLanguage()
  const title = briefTitle(sheet.content, audience, language)
  return (
    <div className={styles.desk}>
      <div className={styles.bar}>
        {versions.length > 0 && (
          <Segmented<number>
            aria-label={t('briefing.versionLabel')}
            value={version ?? 0}
            options={[
              { value: 0, label: t('briefing.live') },
              ...versions.slice(0, MOST_VERSIONS).map((each) => ({
                value: each.version,
                label: t('briefing.versionShort', { version: each.version }),
              })),
            ]}
            onChange={(chosen) => onVersion(chosen === 0 ? null : chosen)}
          />
        )}
        {seal === 'intact' && (
          <span className={styles.sealed}>
            <CheckCircleFilled /> {t('briefing.seal.intact')}
          </span>
        )}
        {audience === 'executive' && told.masked && (
          <Button
            size="small"
            className={styles.reveal ?? ''}
            icon={<EyeOutlined />}
            title={t('briefing.maskedNote')}
            onClick={onReveal}
          >
            {t('briefing.reveal')}
          </Button>
        )}
      </div>
      <article className={styles.sheet} aria-label={title}>
        <header className={styles.head}>
          <span>{sheet.account}</span>
          <span>{t(`briefing.audience.${audience}`)}</span>
        </header>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.quiet}>{briefSubtitle(sheet.content, '', language)}</p>
        {(seal === 'erased' || seal === 'altered') && (
          <p className={seal === 'altered' ? styles.altered : styles.remark} role="note">
            {seal === 'altered' ? <WarningFilled /> : <InfoCircleOutlined />} {t(`briefing.seal.${seal}`)}
          </p>
        )}
        {told.hidden > 0 && (
          <p className={styles.quiet}>
            {t(audience === 'companions' ? 'briefing.hiddenCompanions' : 'briefing.hiddenFromYou', {
              count: told.hidden,
            })}
          </p>
        )}
        {told.sections.map(({ section, blocks }) => (
          <section key={section} id={paperPlace(section)} tabIndex={-1}>
            <BlocksView blocks={blocks} />
          </section>
        ))}
      </article>
    </div>
  )
}

/** Older versions are found in the list of exports and in history. */
const MOST_VERSIONS = 4
