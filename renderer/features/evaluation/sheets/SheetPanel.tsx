import { useTranslation } from 'react-i18next'
import type { Figure } from '../../../../db/accounts/contract.ts'
import type { Indicator } from '../../../../db/evaluation/contract.ts'
import { measureOf } from '../../../../db/evaluation/rules/bands.ts'
import { GRADES } from '../../../../db/evaluation/rules/marks.ts'
import type { SheetFault } from '../../../../db/evaluation/rules/sheet.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatNumber, formatWeight } from '../../../ui/format.ts'
import { ExclamationCircleFilled } from '../../../ui/icons.tsx'
import { BandPreview } from './BandPreview.tsx'
import { faultText } from './faultText.ts'
import { faultCell, type IndicatorField } from './sheetRows.ts'
import styles from './sheets.module.css'

/** Beside the grid: what has to be mended, the selected indicator in full, and how standards are written. */
export function SheetPanel({
  faults,
  indicator,
  figure,
  values,
  onVisit,
}: {
  readonly faults: readonly SheetFault[]
  readonly indicator: Indicator | null
  readonly figure: Figure | null
  /** the figure of all accounts */
  readonly values: readonly (number | null)[]
  readonly onVisit: (at: number, field: IndicatorField) => void
}) {
  const measure = indicator && measureOf(indicator.standards)
  return (
    <>
      <Faults faults={faults} onVisit={onVisit} />
      <OneIndicator indicator={indicator} />
      {measure?.kind === 'banded' && <BandPreview bands={measure.bands} figure={figure} values={values} />}
      <HowTo />
    </>
  )
}

function Faults({
  faults,
  onVisit,
}: {
  readonly faults: readonly SheetFault[]
  readonly onVisit: (at: number, field: IndicatorField) => void
}) {
  const { t } = useTranslation()
  return (
    <Section title={t('sheets.panel.faults')} remark={formatNumber(faults.length)}>
      {faults.length === 0 && <p className={styles.quiet}>{t('sheets.panel.noFaults')}</p>}
      <ul className={styles.faults}>
        {faults.map((fault) => {
          const cell = faultCell(fault)
          const { what, todo } = faultText(fault, t)
          const place = cell
            ? t('sheets.panel.at', { row: cell.at + 1, field: t(`sheets.field.${cell.field}`) })
            : t('sheets.panel.wholeSheet')
          return (
            <li key={`${place} ${fault.code}`}>
              <ExclamationCircleFilled className={styles.faultSign} />
              <div>
                {cell ? (
                  <button type="button" className={styles.place} onClick={() => onVisit(cell.at, cell.field)}>
                    {place}
                  </button>
                ) : (
                  <span>{place}</span>
                )}
                <p className={styles.what}>{what}</p>
                <p className={styles.quiet}>{todo}</p>
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function OneIndicator({ indicator }: { readonly indicator: Indicator | null }) {
  const { t } = useTranslation()
  if (!indicator)
    return (
      <Section title={t('sheets.panel.title')}>
        <p className={styles.quiet}>{t('sheets.panel.choose')}</p>
      </Section>
    )
  return (
    <Section
      title={t('sheets.panel.indicator', { name: indicator.name || t('sheets.panel.unnamed') })}
      remark={formatWeight(indicator.weight)}
    >
      <dl className={styles.standards}>
        {GRADES.map((grade) => (
          <div key={grade}>
            <dt>{t(`sheets.field.${grade}`)}</dt>
            <dd data-empty={indicator.standards[grade] === ''}>
              {indicator.standards[grade] || t('sheets.panel.noStandard')}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function HowTo() {
  const { t } = useTranslation()
  return (
    <Section title={t('sheets.panel.howTo')}>
      <ul className={styles.howTo}>
        <li>{t('sheets.panel.words')}</li>
        <li>{t('sheets.panel.band')}</li>
        <li>
          <code>{t('sheets.panel.examples')}</code>
        </li>
        <li>{t('sheets.panel.bounds')}</li>
        <li>{t('sheets.panel.blanks')}</li>
      </ul>
    </Section>
  )
}
