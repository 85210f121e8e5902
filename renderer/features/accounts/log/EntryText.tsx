import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Mentioned } from '../../../../db/accounts/log/contract.ts'
import { piecesOf } from '../../../../db/accounts/log/rules/mentions.ts'
import styles from './log.module.css'

const ROOM = { person: '/people', account: '/accounts' } as const
const SIGN = { person: '@', account: '#' } as const

/** An entry's text with its mentions as links to whom they mean now. */
export function EntryText({
  text,
  mentions,
}: {
  readonly text: string
  readonly mentions: readonly Mentioned[]
}) {
  const pieces = piecesOf(text).map((piece, at) => ({ ...piece, key: at }))
  return pieces.map((piece) => {
    if (piece.kind === 'text') return <Fragment key={piece.key}>{piece.text}</Fragment>
    const mentioned = mentions.find(({ kind, id }) => kind === piece.kind && id === piece.id)
    return (
      <Fragment key={piece.key}>
        {mentioned ? (
          <MentionLink mentioned={mentioned} sign={SIGN[piece.kind]} />
        ) : (
          `${SIGN[piece.kind]}${piece.name}`
        )}
      </Fragment>
    )
  })
}

/** Whom a mention means, as a link; one who was erased or deleted is only said. */
export function MentionLink({
  mentioned,
  sign = '',
}: {
  readonly mentioned: Mentioned
  readonly sign?: string
}) {
  const { t } = useTranslation()
  const { kind, to, name, state } = mentioned
  if (state === 'erased') return <span className={styles.erased}>{t('log.erased')}</span>
  if (state === 'gone') return <span className={styles.erased}>{t('log.gone', { name })}</span>
  return (
    <Link to={`${ROOM[kind]}/${to}`} className={styles.mention}>
      {sign}
      {name}
    </Link>
  )
}
