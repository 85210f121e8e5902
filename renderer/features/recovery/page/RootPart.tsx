import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { FORCES, type Force, LOSS_CAUSES, type LossCause } from '../../../../db/recovery/rules/words.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, SavedChoice, TextBox } from '../../../shared/ledger/fields.tsx'
import { InlineForm } from '../../../shared/ledger/InlineForm.tsx'
import styles from '../case.module.css'

/** The root cause, which cases share: where it came up before, that is said at once. */
export function RootPart({
  sheet,
  repeated,
}: {
  readonly sheet: CaseSheet
  readonly repeated: readonly { readonly code: string; readonly title: string; readonly account: string }[]
}) {
  const { t } = useTranslation()
  const { data: roots } = useQuery(api.causes.roots.queryOptions())
  const set = useCommand(engine.causes.setRoot)
  const [naming, setNaming] = useState(false)
  const chosen = roots?.find(({ id }) => id === sheet.rootCauseId)
  return (
    <>
      <div className={styles.choices}>
        <SavedChoice<string>
          label={t('cases.whys.root')}
          value={sheet.rootCauseId}
          options={(roots ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          clearable
          save={(id) => {
            const root = roots?.find((one) => one.id === id)
            void set.run({ caseId: sheet.id, root: root ? { id: root.id } : null })
          }}
        />
        <Button className={styles.atFoot ?? ''} onClick={() => setNaming(true)}>
          {t('cases.whys.newRoot')}
        </Button>
        {chosen && (
          <p className={styles.quiet}>
            {t(`cases.lossCause.${chosen.lossCause}`)} · {t(`cases.force.${chosen.force}`)}
          </p>
        )}
      </div>
      {naming && <RootForm sheet={sheet} close={() => setNaming(false)} />}
      {repeated.length > 0 && (
        <p className={styles.warned}>
          {t('cases.whys.sameRoot', {
            count: repeated.length,
            names: repeated.map(({ code, account }) => `${code} ${account}`).join(t('channel.comma')),
          })}
        </p>
      )}
    </>
  )
}

function RootForm({ sheet, close }: { readonly sheet: CaseSheet; readonly close: () => void }) {
  const { t } = useTranslation()
  const set = useCommand(engine.causes.setRoot)
  const [tried, setTried] = useState(false)
  const [name, setName] = useState('')
  const [lossCause, setLossCause] = useState<LossCause>('brokenFaith')
  const [force, setForce] = useState<Force>('ours')
  const send = async (): Promise<void> => {
    setTried(true)
    if (name.trim() === '') return
    if ((await set.run({ caseId: sheet.id, root: { name, lossCause, force } })).ok) close()
  }
  return (
    <InlineForm busy={set.pending} close={close} send={send}>
      <TextBox
        label={t('cases.whys.rootName')}
        value={name}
        required
        tried={tried}
        autoFocus
        onChange={setName}
      />
      <ChoiceBox<LossCause>
        label={t('cases.whys.lossCause')}
        value={lossCause}
        options={LOSS_CAUSES.map((value) => ({ value, label: t(`cases.lossCause.${value}`) }))}
        onChange={setLossCause}
      />
      <ChoiceBox<Force>
        label={t('cases.whys.force')}
        value={force}
        options={FORCES.map((value) => ({ value, label: t(`cases.force.${value}`) }))}
        onChange={setForce}
      />
    </InlineForm>
  )
}
