import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { KeyCap, Section } from '../../ui/bits.tsx'
import { CaseCourse } from './CaseCourse.tsx'
import styles from './department.module.css'

const KEYS = {
  anywhere: [
    { caps: ['Ctrl K'], text: 'palette' },
    { caps: ['Ctrl Z', 'Ctrl Y'], text: 'undo' },
    { caps: ['Alt ←', 'Alt →'], text: 'back' },
    { caps: ['Ctrl 1 … 5', 'Ctrl 8'], text: 'rooms' },
    { caps: ['Alt N'], text: 'newAccount' },
    { caps: ['Ctrl L'], text: 'log' },
    { caps: ['1 … 8'], text: 'tabs' },
    { caps: ['P'], text: 'promise' },
  ],
  inGrid: [
    { caps: ['↑', '↓', '←', '→'], text: 'move' },
    { caps: ['Shift ↑ ↓ ← →'], text: 'select' },
    { caps: ['F2'], text: 'edit' },
    { caps: ['Enter', 'Tab'], text: 'commit' },
    { caps: ['Ctrl C', 'Ctrl X', 'Ctrl V'], text: 'copy' },
    { caps: ['Ctrl D'], text: 'fill' },
    { caps: ['Delete'], text: 'clear' },
    { caps: ['Ctrl A'], text: 'all' },
  ],
  marking: [{ caps: ['1', '2', '3', '4', '5'], text: 'marks' }],
  requests: [
    { caps: ['N', 'Ctrl N'], text: 'newRequest' },
    { caps: ['R'], text: 'respond' },
    { caps: ['U'], text: 'update' },
    { caps: ['W', 'G'], text: 'wait' },
    { caps: ['S'], text: 'solve' },
    { caps: ['A'], text: 'assign' },
    { caps: ['Alt ←', 'Alt →'], text: 'board' },
  ],
  visits: [
    { caps: ['N'], text: 'newVisit' },
    { caps: ['Alt ←', 'Alt →'], text: 'moveMonth' },
    { caps: ['Ctrl Enter'], text: 'noteVisit' },
  ],
  today: [
    { caps: ['N'], text: 'note' },
    { caps: ['Space'], text: 'done' },
    { caps: ['S'], text: 'snooze' },
    { caps: ['R'], text: 'remind' },
    { caps: ['Delete'], text: 'drop' },
  ],
} as const

const STEPS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'seven',
] as const

/** The five-minute tour and the table of keys. */
export function HelpTab() {
  const { t } = useTranslation()
  return (
    <>
      <Section
        title={t('department.help.tour')}
        action={<Link to="/accounts/import">{t('department.help.begin')}</Link>}
      >
        <ol className={styles.steps}>
          {STEPS.map((step) => (
            <li key={step}>{t(`department.help.step.${step}`)}</li>
          ))}
        </ol>
      </Section>
      <Section title={t('department.help.keys')}>
        <div className={styles.keys}>
          {(['anywhere', 'inGrid', 'marking', 'requests', 'visits', 'today'] as const).map((where) => (
            <div key={where}>
              <h3>{t(`department.help.${where}`)}</h3>
              <dl>
                {KEYS[where].map(({ caps, text }) => (
                  <Keys key={text} caps={caps} text={t(`department.help.key.${text}`)} />
                ))}
              </dl>
            </div>
          ))}
        </div>
      </Section>
      <CaseCourse />
    </>
  )
}

function Keys({ caps, text }: { readonly caps: readonly string[]; readonly text: string }) {
  return (
    <>
      <dt>
        {caps.map((cap) => (
          <KeyCap key={cap}>{cap}</KeyCap>
        ))}
      </dt>
      <dd>{text}</dd>
    </>
  )
}
