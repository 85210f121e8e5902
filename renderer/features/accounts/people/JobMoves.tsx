import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { JobMove } from '../../../../db/accounts/people/contract.ts'
import { Section } from '../../../ui/bits.tsx'
import styles from './cards.module.css'

/** Who of those for us changed employer: a risk where they left, a lead where they came. */
export function JobMoves({ moves }: { readonly moves: readonly JobMove[] }) {
  const { t } = useTranslation()
  return (
    <Section title={t('people.moves.title')} remark={moves.length}>
      <ul className={styles.moves}>
        {moves.map((move) => (
          <li key={move.personId}>
            <span className={styles.moveKind} data-kind={move.kind}>
              <span aria-hidden="true">{move.kind === 'risk' ? '▼' : '▲'}</span>{' '}
              {t(`people.moves.${move.kind}`)}
            </span>
            <span>
              <Link to={`/people/${move.personId}`}>{move.name}</Link>{' '}
              {t(move.kind === 'risk' ? 'people.moves.went' : 'people.moves.came', {
                attitude: t(`people.attitude.${move.attitude}`),
              })}{' '}
              <Link to={`/accounts/${move.accountId}`}>{move.accountName}</Link>
              {move.title === '' ? '' : ` · ${move.title}`}
              {move.on === null ? '' : ` · ${move.on}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
