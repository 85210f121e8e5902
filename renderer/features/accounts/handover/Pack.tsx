import { useTranslation } from 'react-i18next'
import type { PackAccount } from '../../../../db/accounts/handover/contract.ts'
import { SectionHead } from '../../../ui/bits.tsx'
import { TierSign } from '../../../ui/tier.tsx'
import { AccountPack } from './AccountPack.tsx'
import styles from './handover.module.css'

/** With fewer accounts than this the page is its own table of contents. */
const LEAST_FOR_CONTENTS = 3

const placeOf = (accountId: string): string => `pack-${accountId}`

/** The hand-over pack on the screen, account by account, with a table of contents where there are several. */
export function Pack({ accounts }: { readonly accounts: readonly PackAccount[] }) {
  const { t } = useTranslation()
  const contents = accounts.length >= LEAST_FOR_CONTENTS
  return (
    <section className={styles.pack}>
      <SectionHead
        title={t('handover.pack.title')}
        remark={t('handover.pack.remark', { count: accounts.length })}
      />
      <div className={contents ? styles.packWithContents : undefined}>
        {contents && (
          <nav className={styles.contents} aria-label={t('handover.pack.contents')}>
            <ol>
              {accounts.map(({ id, name, tier }) => (
                <li key={id}>
                  <button type="button" onClick={() => jumpTo(id)}>
                    {tier !== null && tier !== 'insufficient' && <TierSign tier={tier} />}
                    <span>{name}</span>
                  </button>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className={styles.accounts}>
          {accounts.map((account) => (
            <AccountPack key={account.id} account={account} place={placeOf(account.id)} />
          ))}
        </div>
      </div>
    </section>
  )
}

/** The address is the page's; a place within it is scrolled to, and the keyboard goes on from there. */
function jumpTo(accountId: string): void {
  const place = document.getElementById(placeOf(accountId))
  place?.scrollIntoView({ block: 'start' })
  place?.focus({ preventScroll: true })
}
