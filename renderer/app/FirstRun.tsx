import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, engine } from '../client/engine.ts'
import { toProblem } from '../client/problem.ts'
import { queryClient } from '../client/queryClient.ts'
import { changeSettings } from '../client/settings.ts'
import { useCommand } from '../client/useCommand.ts'
import { spokenLanguage } from '../i18n/i18n.ts'
import type { Problem } from '../i18n/problemText.ts'
import { ErrorNote, LoadingBar } from '../ui/states.tsx'
import styles from './faces.module.css'
import { Logo } from './Logo.tsx'

/** The first screen ever: an empty department or the sample one, in the person's language. */
export function FirstRun() {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const loadSample = useCommand(engine.department.loadSample, { toast: false, tellProblem: false })
  const begin = async (start: () => Promise<Problem | null>): Promise<void> => {
    setBusy(true)
    const refused = await start()
    setProblem(refused)
    setBusy(false)
    if (!refused) await queryClient.invalidateQueries({ queryKey: api.department.status.key() })
  }
  const startEmpty = () => begin(() => engine.department.startEmpty({ name: '' }).then(() => null, toProblem))
  const startSample = () =>
    begin(async () => {
      const outcome = await loadSample.run({})
      return outcome.ok ? null : outcome.problem
    })
  const other = spokenLanguage() === 'zh' ? 'en' : 'zh'
  return (
    <main className={styles.face}>
      <LoadingBar busy={busy} />
      <Logo size={56} />
      <h1 className={styles.title}>{t('app.first.welcome')}</h1>
      <p className={styles.line}>{t('app.first.line')}</p>
      <h2 className={styles.question}>{t('app.first.choose')}</h2>
      <div className={styles.choices}>
        <Choice
          title={t('app.first.sample')}
          line={t('app.first.sampleLine')}
          busy={busy}
          press={() => void startSample()}
        />
        <Choice
          title={t('app.first.empty')}
          line={t('app.first.emptyLine')}
          busy={busy}
          press={() => void startEmpty()}
        />
      </div>
      {problem && <ErrorNote problem={problem} />}
      <p className={styles.quiet}>{t('app.first.stays')}</p>
      <Button type="text" onClick={() => void changeSettings({ language: other })}>
        {other === 'zh' ? t('department.settings.chinese') : t('department.settings.english')}
      </Button>
    </main>
  )
}

function Choice({
  title,
  line,
  busy,
  press,
}: {
  readonly title: string
  readonly line: string
  readonly busy: boolean
  readonly press: () => void
}) {
  return (
    <button type="button" className={styles.choice} disabled={busy} onClick={press}>
      <strong>{title}</strong>
      <span>{line}</span>
    </button>
  )
}
