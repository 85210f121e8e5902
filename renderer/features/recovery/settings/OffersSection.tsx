import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Offer } from '../../../../db/recovery/remedies/contract.ts'
import { REMEDY_KINDS, type RemedyKind } from '../../../../db/recovery/rules/words.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, TextBox } from '../../../shared/ledger/fields.tsx'
import { InlineForm } from '../../../shared/ledger/InlineForm.tsx'
import { Section } from '../../../ui/bits.tsx'
import { DeleteOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import styles from '../case.module.css'
import { typedAmount } from '../typedAmount.ts'
import { useAmountText } from '../useAmountText.ts'

const NEW = 'new'

/** What the department offers beyond what is owed, with what it usually costs (B5). */
export function OffersSection() {
  const { t } = useTranslation()
  const { data: offers } = useQuery(api.remedies.offers.queryOptions())
  const remove = useCommand(engine.remedies.removeOffer)
  const amountText = useAmountText()
  const [edited, setEdited] = useState<string | null>(null)
  const close = (): void => setEdited(null)
  return (
    <Section
      title={t('cases.offers.title')}
      action={
        <Button icon={<PlusOutlined />} onClick={() => setEdited(NEW)}>
          {t('cases.offers.add')}
        </Button>
      }
    >
      <ul className={styles.rows}>
        {edited === NEW && (
          <li>
            <OfferForm offer={null} close={close} />
          </li>
        )}
        {offers?.map((offer) =>
          edited === offer.id ? (
            <li key={offer.id}>
              <OfferForm offer={offer} close={close} />
            </li>
          ) : (
            <li key={offer.id}>
              <span className={styles.quiet}>{t(`cases.remedyKind.${offer.kind}`)}</span>
              <Button
                type="link"
                className={styles.grow ?? ''}
                title={offer.name}
                onClick={() => setEdited(offer.id)}
              >
                {offer.name}
              </Button>
              <span className={styles.quiet}>{offer.note}</span>
              <span>{amountText(offer.cost)}</span>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('cases.offers.remove', { name: offer.name })}
                onClick={() => void remove.run({ offerId: offer.id })}
              />
            </li>
          ),
        )}
      </ul>
      {offers?.length === 0 && edited === null && <p className={styles.quiet}>{t('cases.offers.none')}</p>}
    </Section>
  )
}

function OfferForm({ offer, close }: { readonly offer: Offer | null; readonly close: () => void }) {
  const { t } = useTranslation()
  const save = useCommand(engine.remedies.saveOffer, { toast: false })
  const [tried, setTried] = useState(false)
  const [draft, setDraft] = useState({
    name: offer?.name ?? '',
    kind: offer?.kind ?? ('extra' as const satisfies RemedyKind),
    cost: offer ? String(offer.cost / 100) : '',
    note: offer?.note ?? '',
  })
  const change = (changes: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...changes }))
  const cost = typedAmount(draft.cost)
  const send = async (): Promise<void> => {
    setTried(true)
    const { name, kind, note } = draft
    if (name.trim() === '' || cost === undefined) return
    const outcome = await save.run({
      offerId: offer?.id ?? null,
      offer: { name, kind, note, cost: cost ?? 0 },
    })
    if (outcome.ok) close()
  }
  return (
    <InlineForm busy={save.pending} close={close} send={send}>
      <TextBox
        label={t('cases.remedies.what')}
        value={draft.name}
        required
        tried={tried}
        autoFocus
        onChange={(name) => change({ name })}
      />
      <ChoiceBox<RemedyKind>
        label={t('cases.remedies.kind')}
        value={draft.kind}
        options={REMEDY_KINDS.map((value) => ({ value, label: t(`cases.remedyKind.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <TextBox
        label={t('cases.offers.cost')}
        value={draft.cost}
        wide={false}
        placeholder={t('cases.amountHint')}
        problem={cost === undefined ? t('cases.notAmount', { text: draft.cost }) : ''}
        onChange={(typed) => change({ cost: typed })}
      />
      <TextBox label={t('cases.offers.note')} value={draft.note} onChange={(note) => change({ note })} />
    </InlineForm>
  )
}
