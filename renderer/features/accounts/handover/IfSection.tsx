import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api, type engine } from '../../../client/engine.ts'
import { Section } from '../../../ui/bits.tsx'
import { RightOutlined } from '../../../ui/icons.tsx'
import styles from './handover.module.css'
import { LeavingOfMember, LeavingOfPerson } from './LeavingDetail.tsx'
import { beginHandover } from './newHandoverStore.ts'

type Here = Awaited<ReturnType<typeof engine.handover.ifSomebodyLeaves>>
type Leaver = Here['people'][number] | NonNullable<Here['owner']>

/** 若有人离开: what this account would lose with its most important people and with its owner; each opens the detail. */
export function IfSection({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [open, setOpen] = useState<Leaver | null>(null)
  const { data } = useQuery(api.handover.ifSomebodyLeaves.queryOptions({ input: { accountId } }))
  if (!data) return null
  const { people, owner } = data
  const lines = [
    ...people.map((person) => ({ leaver: person, text: personText(person, t) })),
    ...(owner && owner.contacts > 0 ? [{ leaver: owner, text: ownerText(owner, t) }] : []),
  ]
  const isOwner = open !== null && open.id === owner?.id
  return (
    <Section title={t('handover.leaving.section')}>
      {lines.length === 0 && <p className={styles.quiet}>{t('handover.leaving.quiet')}</p>}
      <ul className={styles.ifs}>
        {lines.map(({ leaver, text }) => (
          <li key={leaver.id}>
            <button type="button" onClick={() => setOpen(leaver)}>
              <span>{text}</span>
              <RightOutlined />
            </button>
          </li>
        ))}
      </ul>
      <Drawer
        open={open !== null}
        size={460}
        title={open ? t('handover.leaving.title', { name: open.name }) : ''}
        onClose={() => setOpen(null)}
        destroyOnHidden
        extra={
          isOwner && (
            <Button
              onClick={() => {
                beginHandover({ fromId: open.id, accountIds: [accountId] })
                void navigate('/handover')
              }}
            >
              {t('handover.leaving.handOver')}
            </Button>
          )
        }
      >
        {open && isOwner && <LeavingOfMember memberId={open.id} />}
        {open && !isOwner && <LeavingOfPerson personId={open.id} accountId={accountId} />}
      </Drawer>
    </Section>
  )
}

const personText = ({ name, strong, lines }: Here['people'][number], t: TFunction): string =>
  strong > 0
    ? t('handover.leaving.person', { name, count: strong })
    : t('handover.leaving.personLines', { name, count: lines })

function ownerText({ name, lost, contacts, successor }: NonNullable<Here['owner']>, t: TFunction): string {
  if (lost === 0) return t('handover.leaving.ownerSafe', { name, count: contacts })
  return successor === null
    ? t('handover.leaving.ownerNobody', { name, count: lost })
    : t('handover.leaving.owner', { name, count: lost, successor })
}
