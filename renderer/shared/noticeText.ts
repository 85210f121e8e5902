import type { TFunction } from 'i18next'
import type { Notice } from '../../db/channel/notices/contract.ts'
import { readWhy } from '../../db/channel/tasks/rules/reasons.ts'
import { taskTitle } from '../i18n/taskText.ts'

/** What a notice is about: the record in its own words, with the account. */
export function noticeWhat({ kind, what, why, person, account }: Notice, t: TFunction): string {
  const title =
    kind === 'task' && why !== null ? taskTitle({ title: what, why: readWhy(why), person }, t) : what
  return account === null ? title : `${account} ${title}`
}

/** What a notice says of it: that it is due, how late, by which clock. */
export function noticeLine({ kind, level, clock, owner }: Notice, t: TFunction): string {
  const words = { level: t(`notices.level.${level}`) }
  const line =
    clock === null
      ? t('notices.line', { ...words, kind: t(`notices.kind.${kind}`) })
      : t('notices.clockLine', { ...words, clock: t(`requests.clock.${clock}`) })
  return owner === null ? line : line + t('notices.ofOwner', { name: owner })
}

/** The record that a notice leads to. */
export function noticeAddress({ kind, id, of, accountId }: Notice): string {
  switch (kind) {
    case 'request':
      return `/channel/requests/${id}`
    case 'part':
      return `/channel/requests/${of ?? id}`
    case 'task':
      return `/channel/tasks/${id}`
    case 'promise':
      return accountId === null ? '/promises' : `/accounts/${accountId}/promises`
  }
}
