import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonPage, WarningSign } from '../../../../db/accounts/people/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { DeleteOutlined, EyeOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import styles from './person.module.css'

/** Warning signs (A2) with who recorded them and why: masked as one, noted without looking. */
export function WarningSigns({ person }: { readonly person: PersonPage }) {
  const { t } = useTranslation()
  const [signs, setSigns] = useState<readonly WarningSign[] | null>(null)
  const [adding, setAdding] = useState(false)
  const reveal = useCommand(engine.people.reveal, { toast: false })
  const remove = useCommand(engine.people.removeWarning)
  const label = t('people.field.warningSigns')
  const look = async (): Promise<void> => {
    const outcome = await reveal.run({ personId: person.id, field: 'warningSigns' })
    if (outcome.ok && outcome.output.value.field === 'warningSigns') setSigns(outcome.output.value.signs)
  }
  const takeAway = async (warningId: WarningSign['id']): Promise<void> => {
    const outcome = await remove.run({ warningId })
    if (outcome.ok) setSigns(null)
  }
  return (
    <div className={styles.warnings}>
      <div className={styles.factHead}>
        <span>{label}</span>
        <Button
          type="link"
          size="small"
          className={styles.inline ?? ''}
          icon={<PlusOutlined />}
          onClick={() => setAdding(true)}
        >
          {t('people.warning.add')}
        </Button>
      </div>
      {signs === null && person.warnings > 0 && (
        <div className={styles.masked}>
          <span>{t('people.warnings', { count: person.warnings })}</span>
          <Button
            size="small"
            icon={<EyeOutlined />}
            aria-label={t('people.sensitive.revealOne', { field: label })}
            onClick={() => void look()}
          >
            {t('people.sensitive.reveal')}
          </Button>
        </div>
      )}
      {person.warnings === 0 && !adding && <p className={styles.quiet}>{t('people.warning.none')}</p>}
      {signs !== null && person.warnings > 0 && (
        <ul className={styles.signs}>
          {signs.map(({ id, sign, why, notedBy, notedOn }) => (
            <li key={id}>
              <strong>{sign}</strong>
              <span>{why}</span>
              <span className={styles.quiet}>
                {notedOn} {notedBy === '' ? t('people.someone') : notedBy}
              </span>
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t('people.warning.remove', { sign })}
                onClick={() => void takeAway(id)}
              />
            </li>
          ))}
        </ul>
      )}
      {adding && (
        <NewWarning
          personId={person.id}
          done={(added) => {
            setAdding(false)
            if (added) setSigns(null)
          }}
        />
      )}
    </div>
  )
}

function NewWarning({
  personId,
  done,
}: {
  readonly personId: PersonPage['id']
  readonly done: (added: boolean) => void
}) {
  const { t } = useTranslation()
  const [sign, setSign] = useState('')
  const [why, setWhy] = useState('')
  const add = useCommand(engine.people.addWarning)
  const ready = sign.trim() !== '' && why.trim() !== ''
  const commit = async (): Promise<void> => {
    if (ready && (await add.run({ personId, sign, why })).ok) done(true)
  }
  return (
    <div className={styles.newWarning}>
      <Input
        autoFocus
        value={sign}
        maxLength={100}
        placeholder={t('people.warning.sign')}
        aria-label={t('people.warning.sign')}
        onChange={(event) => setSign(event.target.value)}
      />
      <Input
        value={why}
        placeholder={t('people.warning.why')}
        aria-label={t('people.warning.why')}
        onChange={(event) => setWhy(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) void commit()
        }}
      />
      <Button type="primary" disabled={!ready} onClick={() => void commit()}>
        {t('people.warning.save')}
      </Button>
      <Button onClick={() => done(false)}>{t('app.cancel')}</Button>
    </div>
  )
}
