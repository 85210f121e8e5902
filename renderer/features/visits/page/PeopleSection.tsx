import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { VisitSheet } from '../../../../db/visits/contract.ts'
import { MEMBER_PARTS } from '../../../../db/visits/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { AccountPicker } from '../../../shared/pick/AccountPicker.tsx'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { PersonPicker } from '../../../shared/pick/PersonPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { CloseOutlined } from '../../../ui/icons.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import { parityText } from '../visitText.ts'
import styles from './visit.module.css'

/** Who meets whom: accounts, ours with what they do, theirs with rank, attitude and how well we know them. */
export function PeopleSection({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  return (
    <div id="people">
      <Section title={t('visits.section.people')} remark={parityText(visit, t)}>
        <div className={styles.sides}>
          <OurSide visit={visit} />
          <TheirSide visit={visit} />
        </div>
        <Accounts visit={visit} />
      </Section>
    </div>
  )
}

/** Starts a picker anew once it has chosen. */
function useAgain(): readonly [number, () => void] {
  const [times, setTimes] = useState(0)
  return [times, () => setTimes((before) => before + 1)]
}

function OurSide({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const set = useCommand(engine.visits.setMember, { toast: false })
  const [times, again] = useAgain()
  return (
    <div>
      <h3>{t('visits.ours')}</h3>
      <ul className={styles.rows}>
        {visit.ours.map(({ memberId, name, role, part }) => (
          <li key={memberId}>
            <span className={styles.name}>{name}</span>
            <span className={styles.quiet}>{role}</span>
            <Select
              className={styles.part ?? ''}
              aria-label={t('visits.partOf', { name })}
              value={part}
              options={MEMBER_PARTS.map((value) => ({ value, label: t(`visits.part.${value}`) }))}
              onChange={(next) => void set.run({ visitId: visit.id, memberId, part: next })}
            />
            <Remove
              label={t('visits.takeOff', { name })}
              press={() => void set.run({ visitId: visit.id, memberId, part: null })}
            />
          </li>
        ))}
      </ul>
      <MemberPicker
        key={times}
        value={null}
        label={t('visits.addOurs')}
        placeholder={t('visits.addOurs')}
        except={visit.ours.map(({ memberId }) => memberId)}
        onChange={(memberId) => {
          if (memberId === null) return
          const part = visit.ours.some((one) => one.part === 'leads') ? 'joins' : 'leads'
          void set.run({ visitId: visit.id, memberId, part })
          again()
        }}
      />
    </div>
  )
}

function TheirSide({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const set = useCommand(engine.visits.setPeople, { toast: false })
  const [times, again] = useAgain()
  const account = visit.with.length === 1 ? visit.with[0]?.id : undefined
  return (
    <div>
      <h3>{t('visits.theirs')}</h3>
      <ul className={`${styles.rows} ${visit.theirs.length > MANY ? styles.many : ''}`}>
        {visit.theirs.map(({ personId, name, title, attitude, profile, fresh, gone }) => (
          <li key={personId}>
            {gone ? (
              <span className={styles.name}>{t('visits.gone')}</span>
            ) : (
              <Link className={styles.name ?? ''} to={`/people/${personId}`}>
                {name}
              </Link>
            )}
            <span className={styles.quiet}>
              {[title, attitude && t(`people.attitude.${attitude}`)].filter(Boolean).join(' · ')}
            </span>
            <span className={fresh ? styles.quiet : styles.thin} title={t('visits.profileWhy')}>
              {t('visits.profile', { percent: profile })}
            </span>
            <Remove
              label={t('visits.takeOff', { name })}
              press={() => void set.run({ visitId: visit.id, personIds: [personId], there: false })}
            />
          </li>
        ))}
      </ul>
      <PersonPicker
        key={times}
        value={null}
        label={t('visits.addTheirs')}
        placeholder={t('visits.addTheirs')}
        accountId={account}
        onChange={(personId) => {
          if (personId === null) return
          void set.run({ visitId: visit.id, personIds: [personId], there: true })
          again()
        }}
      />
    </div>
  )
}

/** Longer lists scroll in themselves. */
const MANY = 12

function Accounts({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const set = useCommand(engine.visits.setAccounts, { toast: false })
  const [times, again] = useAgain()
  return (
    <div className={styles.accounts}>
      <h3>{t('visits.accounts', { count: visit.with.length })}</h3>
      <ul className={styles.chips}>
        {visit.with.map(({ id, name, tier }) => (
          <li key={id}>
            <Link to={`/accounts/${id}`}>{name}</Link>
            {tier && <TierTag standing={tier} />}
            <Remove
              label={t('visits.takeOff', { name })}
              press={() => void set.run({ visitId: visit.id, accountIds: [id], there: false })}
            />
          </li>
        ))}
        <li>
          <AccountPicker
            key={times}
            value={null}
            label={t('visits.addAccount')}
            placeholder={t('visits.addAccount')}
            except={visit.with.map(({ id }) => id)}
            onChange={(id) => {
              if (id === null) return
              void set.run({ visitId: visit.id, accountIds: [id], there: true })
              again()
            }}
          />
        </li>
      </ul>
    </div>
  )
}

/** A small cross that takes somebody off. */
function Remove({ label, press }: { readonly label: string; readonly press: () => void }) {
  return (
    <Button
      type="text"
      size="small"
      icon={<CloseOutlined />}
      aria-label={label}
      title={label}
      onClick={press}
    />
  )
}
