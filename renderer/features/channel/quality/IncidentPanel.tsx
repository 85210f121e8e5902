import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Incident } from '../../../../db/channel/quality/contract.ts'
import { QUALITY_KINDS, SEVERITIES } from '../../../../db/channel/quality/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { askCase } from '../../../shared/ask/newCaseStore.ts'
import { Field, SavedChoice, SavedDay, SavedText } from '../../../shared/ledger/fields.tsx'
import styles from '../../../shared/ledger/ledger.module.css'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { CasesFrom } from '../../../shared/recovery/CasesFrom.tsx'
import { Section } from '../../../ui/bits.tsx'
import { DeleteOutlined } from '../../../ui/icons.tsx'
import { CorrectionSection } from './CorrectionSection.tsx'
import { ProofSection } from './ProofSection.tsx'

type Changeable = 'kind' | 'severity' | 'productId' | 'title' | 'detail' | 'happenedOn' | 'cause' | 'ownerId'

/** One incident: what happened, what puts it right, and what proves that. */
export function IncidentPanel({
  incident,
  today,
  products,
}: {
  readonly incident: Incident
  readonly today: string
  readonly products: readonly { readonly id: string; readonly name: string }[]
}) {
  const { t } = useTranslation()
  const change = useCommand(engine.quality.change, { toast: false })
  const remove = useCommand(engine.quality.remove)
  const save = async (field: Changeable, after: string | null): Promise<boolean> => {
    const edits = [{ id: incident.id, field, before: incident[field], after }]
    return (await change.run({ edits })).ok
  }
  return (
    <>
      <header className={styles.head}>
        <h2>{incident.code}</h2>
        <Link to={`/accounts/${incident.accountId}/channel`}>{incident.account}</Link>
      </header>
      <Section title={t('quality.what')}>
        {incident.earlier > 0 && (
          <p className={styles.warning} role="note">
            {t('quality.recurs', { count: incident.earlier })}
          </p>
        )}
        <div className={styles.fields}>
          <SavedText
            label={t('quality.field.title')}
            value={incident.title}
            required
            save={(text) => save('title', text)}
          />
          <SavedChoice
            label={t('quality.field.kind')}
            value={incident.kind}
            options={QUALITY_KINDS.map((value) => ({ value, label: t(`quality.kind.${value}`) }))}
            save={(kind) => void save('kind', kind)}
          />
          <SavedChoice
            label={t('quality.field.severity')}
            value={incident.severity}
            options={SEVERITIES.map((value) => ({ value, label: t(`quality.severity.${value}`) }))}
            save={(severity) => void save('severity', severity)}
          />
          <SavedChoice<string>
            label={t('quality.field.productId')}
            value={incident.productId}
            clearable
            options={products.map(({ id, name }) => ({ value: id, label: name }))}
            save={(productId) => void save('productId', productId)}
          />
          <SavedDay
            label={t('quality.field.happenedOn')}
            value={incident.happenedOn}
            today={today}
            direction="past"
            save={(day) => save('happenedOn', day)}
          />
          <SavedText
            label={t('quality.field.detail')}
            value={incident.detail}
            lines={2}
            save={(text) => save('detail', text)}
          />
          <SavedText
            label={t('quality.field.cause')}
            value={incident.cause}
            lines={1}
            save={(text) => save('cause', text)}
          />
          <Field label={t('quality.field.ownerId')} wide>
            {(id) => (
              <MemberPicker
                id={id}
                value={incident.ownerId}
                onChange={(next) => void save('ownerId', next)}
              />
            )}
          </Field>
        </div>
      </Section>
      <CorrectionSection incident={incident} today={today} />
      <ProofSection incident={incident} today={today} />
      <CasesFrom
        origin={{ what: 'incident', id: incident.id }}
        record={() =>
          askCase({
            account: { id: incident.accountId, name: incident.account },
            source: { what: 'incident', id: incident.id, title: incident.title, personId: null },
          })
        }
      />
      <Section title={t('ledger.more')}>
        <Button icon={<DeleteOutlined />} onClick={() => void remove.run({ ids: [incident.id] })}>
          {t('ledger.remove')}
        </Button>
      </Section>
    </>
  )
}
