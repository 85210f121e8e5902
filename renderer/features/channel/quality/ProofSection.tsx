import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Incident } from '../../../../db/channel/quality/contract.ts'
import { download } from '../../../client/download.ts'
import { engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { FileButton } from '../../../shared/files/FileButton.tsx'
import { type TakenFile, useTakeFiles } from '../../../shared/files/useTakeFiles.ts'
import { SavedDay, SavedText, TextBox } from '../../../shared/ledger/fields.tsx'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { CloseOutlined, PaperClipOutlined } from '../../../ui/icons.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { showProblem } from '../../../ui/toast.ts'

/** Why we believe that it won't happen again, with its files: without it an incident is never over. */
export function ProofSection({ incident, today }: { readonly incident: Incident; readonly today: string }) {
  const { t } = useTranslation()
  const prove = useCommand(engine.quality.prove)
  const { proof, state, id } = incident
  if (state === 'open' || state === 'decided')
    return (
      <Section title={t('quality.proof')}>
        <p className={styles.remark}>{t('quality.proofLater')}</p>
      </Section>
    )
  const before = proof && { what: proof.what, on: proof.on }
  const keep = proof?.files.map((file) => file.id) ?? []
  const put = async (
    after: { readonly what: string; readonly on: string } | null,
    files: readonly TakenFile[] = [],
    kept: readonly string[] = keep,
  ): Promise<boolean> =>
    (
      await prove.run({
        incidentId: id,
        before,
        after,
        files: files.map(({ sha256, name }) => ({ sha256, name })),
        keep: [...kept],
      })
    ).ok
  if (!before || !proof)
    return (
      <Section title={t('quality.proof')}>
        <NewProof today={today} put={put} />
      </Section>
    )
  return (
    <Section title={t('quality.proof')} remark={proof.by === null ? '' : t('ledger.by', { name: proof.by })}>
      <div className={styles.fields}>
        <SavedText
          label={t('quality.field.proof')}
          value={before.what}
          lines={2}
          required
          save={(what) => put({ ...before, what })}
        />
        <SavedDay
          label={t('quality.field.provenOn')}
          value={before.on}
          today={today}
          direction="past"
          save={(on) => (on === null ? Promise.resolve(false) : put({ ...before, on }))}
        />
      </div>
      <ProofFiles
        files={proof.files}
        drop={(gone) =>
          void put(
            before,
            [],
            keep.filter((one) => one !== gone),
          )
        }
      />
      <div className={styles.buttons}>
        <MoreFiles take={(files) => put(before, files)} />
        <Button onClick={() => void put(null, [], [])}>{t('quality.withdrawProof')}</Button>
      </div>
    </Section>
  )
}

function ProofFiles({
  files,
  drop,
}: {
  readonly files: NonNullable<Incident['proof']>['files']
  readonly drop: (fileId: string) => void
}) {
  const { t } = useTranslation()
  const save = async (attachmentId: string): Promise<void> => {
    try {
      download(await engine.log.file({ attachmentId }))
    } catch (error) {
      showProblem(toProblem(error))
    }
  }
  return (
    <ul className={styles.lines}>
      {files.map(({ id, name }) => (
        <li key={id}>
          <PaperClipOutlined />
          <Button type="link" size="small" onClick={() => void save(id)}>
            {name}
          </Button>
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('log.files.remove', { name })}
            onClick={() => drop(id)}
          />
        </li>
      ))}
    </ul>
  )
}

function MoreFiles({ take }: { readonly take: (files: readonly TakenFile[]) => Promise<boolean> }) {
  const taking = useTakeFiles()
  return (
    <>
      <FileButton
        take={(files) =>
          void taking.take(files).then(async (taken) => {
            if (taken.length > 0) await take(taken)
          })
        }
      />
      {taking.problem && <ErrorNote problem={taking.problem} />}
    </>
  )
}

function NewProof({
  today,
  put,
}: {
  readonly today: string
  readonly put: (
    after: { readonly what: string; readonly on: string },
    files: readonly TakenFile[],
  ) => Promise<boolean>
}) {
  const { t } = useTranslation()
  const [what, setWhat] = useState('')
  const [files, setFiles] = useState<readonly TakenFile[]>([])
  const [tried, setTried] = useState(false)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (what.trim() !== '') void put({ what: what.trim(), on: today }, files)
      }}
    >
      <p className={styles.remark}>{t('quality.proofNone')}</p>
      <div className={styles.fields}>
        <TextBox
          label={t('quality.field.proof')}
          value={what}
          lines={2}
          required
          tried={tried}
          onChange={setWhat}
        />
      </div>
      <ul className={styles.lines}>
        {files.map(({ sha256, name }) => (
          <li key={sha256}>
            <PaperClipOutlined /> <span className={styles.grow}>{name}</span>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit">
          {t('quality.prove')}
        </Button>
        <MoreFiles
          take={(more) => {
            setFiles((before) => [...before, ...more])
            return Promise.resolve(true)
          }}
        />
      </div>
    </form>
  )
}
