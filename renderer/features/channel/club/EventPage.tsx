import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Invitation } from '../../../../db/channel/club/contract.ts'
import { ANSWERS } from '../../../../db/channel/club/rules/seats.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { AccountChooser } from '../../../shared/ledger/AccountChooser.tsx'
import { dayText } from '../../../shared/ledger/columns.ts'
import { editListener, rowEdits } from '../../../shared/ledger/edits.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { showToast } from '../../../ui/toast.ts'
import { LedgerPage } from '../ledger/LedgerPage.tsx'
import { EventPanel } from './EventPanel.tsx'
import { INVITATION_FIELDS, invitationColumns, seatsText } from './eventColumns.ts'
import { InvitationPanel } from './InvitationPanel.tsx'

const NONE: readonly Invitation[] = []

/** One event with its invitations: `/channel/club/events/:eventId`. */
export function EventPage() {
  const { t } = useTranslation()
  const { eventId = '' } = useParams()
  const [inviting, setInviting] = useState(false)
  const { data, error } = useQuery(
    api.club.event.queryOptions({ input: { eventId }, placeholderData: keepPreviousData }),
  )
  const change = useCommand(engine.club.changeInvitations, { toast: false })
  const invite = useCommand(engine.club.invite)
  const rows = data?.invitations ?? NONE
  const columns = useMemo(() => invitationColumns(data?.today ?? '', t), [data?.today, t])
  const title = data?.event.name ?? t('club.event')
  return (
    <>
      <LedgerPage<Invitation>
        title={title}
        crumbs={[{ label: t('club.title'), to: '/channel/club?view=events' }, { label: title }]}
        error={error}
        busy={change.pending}
        grid={{
          rows: data && rows,
          columns,
          layoutKey: 'channel.invitations',
          emptyLine: t('club.emptyInvitations'),
          onEdits: editListener(
            rows,
            ({ account }) => account,
            async (cells, toast) => {
              const edits = rowEdits(cells, INVITATION_FIELDS)
              return edits.length === 0 || (await change.run({ edits }, { toast })).ok
            },
          ),
        }}
        strip={
          data && (
            <p className={styles.finding}>
              {[
                t(`club.kind.${data.event.kind}`),
                `${dayText(data.event.day, data.today, t)} ${data.event.time}`.trim(),
                data.event.place,
                t('club.seatsShort', { seats: seatsText(data.event) }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
              {data.event.overbooked > 0 && (
                <>
                  {' '}
                  <span className={styles.late}>{t('club.over', { count: data.event.overbooked })}</span>
                </>
              )}
            </p>
          )
        }
        actions={(selected) => data && <InvitationButtons selected={selected} today={data.today} />}
        add={{ label: t('club.invite'), press: () => setInviting(true) }}
        panel={(row) =>
          data && (
            <>
              {row && <InvitationPanel key={row.id} invitation={row} today={data.today} />}
              <EventPanel key={data.event.id} event={data.event} today={data.today} />
            </>
          )
        }
      />
      <AccountChooser
        open={inviting}
        close={() => setInviting(false)}
        title={t('club.invite')}
        except={rows.map(({ accountId }) => accountId)}
        verb={(count) => t('club.inviteCount', { count })}
        choose={async (accountIds) => (await invite.run({ eventId, accountIds })).ok}
      />
    </>
  )
}

/** What can be done with the selected invitations: sent, answered, taken off the list. */
function InvitationButtons({
  selected,
  today,
}: {
  readonly selected: () => readonly Invitation[]
  readonly today: string
}) {
  const { t } = useTranslation()
  const send = useCommand(engine.club.send)
  const reply = useCommand(engine.club.reply)
  const uninvite = useCommand(engine.club.uninvite)
  const withIds = (act: (ids: string[]) => void) => (): void => {
    const ids = selected().map(({ id }) => id)
    if (ids.length === 0) showToast({ kind: 'hint', text: t('club.selectFirst') })
    else act(ids)
  }
  return (
    <>
      <Button onClick={withIds((ids) => void send.run({ ids, on: today }))}>{t('club.sent')}</Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...ANSWERS.map((answer) => ({
              key: answer,
              label: t(`club.answer.${answer}`),
              onClick: withIds((ids) => {
                const given = { answer, on: today, seats: answer === 'yes' ? 1 : 0, note: '' }
                void reply.run({ ids, reply: given })
              }),
            })),
            {
              key: 'none',
              label: t('club.noReply'),
              onClick: withIds((ids) => void reply.run({ ids, reply: null })),
            },
          ],
        }}
      >
        <Button>{t('club.field.reply')}</Button>
      </Dropdown>
      <Button onClick={withIds((ids) => void uninvite.run({ ids }))}>{t('club.uninvite')}</Button>
    </>
  )
}
