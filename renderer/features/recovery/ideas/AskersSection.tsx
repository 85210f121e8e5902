import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { IdeaAsker, IdeaSheet } from '../../../../db/recovery/ideas/contract.ts'
import { hasOutcome } from '../../../../db/recovery/ideas/rules/ideas.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import { CheckCircleFilled, CloseOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import styles from '../case.module.css'
import { AskerForm } from './AskerForm.tsx'
import { TellForm } from './TellForm.tsx'

const NEW = 'new'

/** The customers who asked for an idea: once there is an outcome, each of them is told. */
export function AskersSection({ idea, today }: { readonly idea: IdeaSheet; readonly today: string }) {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<string | null>(null)
  const { askedBy } = idea
  const close = (): void => setEdited(null)
  return (
    <Section
      title={t('ideas.askers.title')}
      remark={
        askedBy.length === 0 ? '' : t('ideas.askers.remark', { told: idea.told, count: askedBy.length })
      }
      action={
        <Button icon={<PlusOutlined />} onClick={() => setEdited(NEW)}>
          {t('ideas.askers.add')}
        </Button>
      }
    >
      {askedBy.length === 0 && edited === null && <p className={styles.quiet}>{t('ideas.askers.none')}</p>}
      <ul className={styles.rows}>
        {askedBy.map((asker) =>
          edited === asker.accountId ? (
            <li key={asker.accountId}>
              <TellForm ideaId={idea.id} asker={asker} today={today} close={close} />
            </li>
          ) : (
            <AskerRow
              key={asker.accountId}
              idea={idea}
              asker={asker}
              tell={() => setEdited(asker.accountId)}
            />
          ),
        )}
      </ul>
      {edited === NEW && <AskerForm idea={idea} today={today} close={close} />}
    </Section>
  )
}

function AskerRow({
  idea,
  asker,
  tell,
}: {
  readonly idea: IdeaSheet
  readonly asker: IdeaAsker
  readonly tell: () => void
}) {
  const { t } = useTranslation()
  const untell = useCommand(engine.ideas.tellAsker)
  const remove = useCommand(engine.ideas.removeAsker)
  const { accountId, account, person, askedOn, told } = asker
  const asked = [person, t('ideas.askers.asked', { day: askedOn })].filter(Boolean).join(' · ')
  const removeWords = t('ideas.askers.remove', { name: account })
  return (
    <li>
      <Link to={`/accounts/${accountId}`}>{account}</Link>
      <span className={styles.grow}>
        {asked}
        {' · '}
        {told === null ? (
          t('ideas.askers.untold')
        ) : (
          <>
            <CheckCircleFilled aria-hidden="true" />{' '}
            {t('ideas.askers.told', { day: told.on, by: told.by, way: t(`channel.way.${told.way}`) })}
          </>
        )}
      </span>
      {told === null && hasOutcome(idea.state) && (
        <Button type="link" onClick={tell}>
          {t('ideas.askers.tell')}
        </Button>
      )}
      {told !== null && (
        <Button type="link" onClick={() => void untell.run({ ideaId: idea.id, accountId, told: null })}>
          {t('ideas.askers.untell')}
        </Button>
      )}
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={removeWords}
        title={removeWords}
        onClick={() => void remove.run({ ideaId: idea.id, accountId })}
      />
    </li>
  )
}
