import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PaperFormat } from '../../../../db/exchange/rules/paperFormat.ts'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import type { OpenedPaper } from '../../../../db/recovery/papers/contract.ts'
import { fillPaper, ownLine, type Rewritten, titleOf } from '../../../../db/recovery/papers/rules/filling.ts'
import { isInside } from '../../../../db/recovery/papers/rules/words.ts'
import { after } from '../../../../db/recovery/rules/states.ts'
import { download } from '../../../client/download.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { useDraft, useOpenedDraft } from '../../../client/useDraft.ts'
import sheetStyles from '../../../shared/paper/paper.module.css'
import { FilePdfOutlined, FileTextOutlined, InfoCircleOutlined, WarningFilled } from '../../../ui/icons.tsx'
import { PaperSheet } from './PaperSheet.tsx'
import { PartView } from './PartView.tsx'
import { STEP_AFTER } from './paperChoice.ts'
import styles from './papers.module.css'

/** What was written anew for one paper, as it is kept. */
interface Draft {
  readonly rewritten: Rewritten
}

function rewrittenOf(json: string): Rewritten | null {
  const kept: unknown = JSON.parse(json)
  if (typeof kept !== 'object' || kept === null) return null
  const texts = Object.entries(kept).flatMap(([line, text]): [string, string][] =>
    typeof text === 'string' ? [[line, text]] : [],
  )
  return texts.length === 0 ? null : Object.fromEntries(texts)
}

interface DeskProps {
  readonly sheet: CaseSheet
  readonly opened: OpenedPaper
}

/** One paper about a case: what it will say, what is missing, and the ways to take it along. */
export function PaperDesk({ sheet, opened }: DeskProps) {
  const { paper, language } = opened.template
  const draft = useOpenedDraft(`casePaper.${sheet.id}.${paper}.${language}`, rewrittenOf)
  if (!draft) return null
  const keep = (kept: Draft | null): void => {
    const isEmpty = kept === null || Object.keys(kept.rewritten).length === 0
    draft.save(isEmpty ? null : JSON.stringify(kept.rewritten))
  }
  return <OpenedDesk sheet={sheet} opened={opened} first={draft.kept ?? {}} keep={keep} />
}

function OpenedDesk({
  sheet,
  opened,
  first,
  keep,
}: DeskProps & { readonly first: Rewritten; readonly keep: (draft: Draft | null) => void }) {
  const { t } = useTranslation()
  const { paper, language, content } = opened.template
  const { draft, update } = useDraft<Draft>({ rewritten: first }, keep)
  const [despite, setDespite] = useState(false)
  const make = useCommand(engine.papers.make, { toast: false })
  const [saved, setSaved] = useState('')
  const { rewritten } = draft
  const filled = fillPaper(content, opened.facts, language, rewritten)
  const { title, parts, gaps } = filled
  const count = gaps.length
  const write = (line: string, text: string | null): void =>
    update(({ rewritten: { [line]: _before, ...others } }) => ({
      rewritten: text === null ? others : { ...others, [line]: text },
    }))
  const take = async (format: PaperFormat): Promise<void> => {
    const outcome = await make.run({
      ...{ caseId: sheet.id, paper, language, format, rewritten },
      despiteGaps: despite,
    })
    if (!outcome.ok) return
    download(outcome.output)
    setSaved(outcome.output.name)
  }
  const isHeld = count > 0 && !despite && !isInside(paper)
  const why = isHeld ? t('papers.gapsFirst', { count }) : ''
  const named = titleOf(filled, paper, language)
  const changes = [...(title ? [title] : []), ...parts].filter(
    ({ line }) => ownLine(rewritten, line) !== undefined,
  ).length
  return (
    <div className={sheetStyles.desk}>
      <div className={sheetStyles.bar}>
        <Button
          icon={<FileTextOutlined />}
          disabled={isHeld}
          loading={make.pending}
          title={why}
          onClick={() => void take('docx')}
        >
          {t('papers.word')}
        </Button>
        <Button
          type="primary"
          icon={<FilePdfOutlined />}
          disabled={isHeld}
          loading={make.pending}
          title={why}
          onClick={() => void take('pdf')}
        >
          {t('papers.pdf')}
        </Button>
        <span className={styles.quiet}>
          {changes === 0 ? t('papers.hint') : t('papers.rewritten', { count: changes })}
        </span>
        {changes > 0 && (
          <Button type="link" onClick={() => update(() => ({ rewritten: {} }))}>
            {t('papers.restoreAll')}
          </Button>
        )}
      </div>
      {saved !== '' && <Saved file={saved} sheet={sheet} opened={opened} />}
      {isInside(paper) && (
        <p className={styles.note} role="note">
          <InfoCircleOutlined /> {t('papers.insideNote')}
        </p>
      )}
      {count > 0 && (
        <div className={styles.note} data-look="gap" role="note">
          <WarningFilled />
          <strong>{t('papers.gaps', { count })}</strong>
          <span className={styles.gaps}>
            {gaps.map((place) => t(`papers.gap.${place}`)).join(t('papers.comma'))}
          </span>
          <Link to={`/recovery/${sheet.id}`}>{t('papers.fill')}</Link>
          {!isInside(paper) && (
            <Checkbox checked={despite} onChange={({ target }) => setDespite(target.checked)}>
              {t('papers.despite')}
            </Checkbox>
          )}
        </div>
      )}
      <PaperSheet
        frame={opened.frame}
        label={named}
        title={
          title ? (
            <PartView
              part={title}
              isRewritten={ownLine(rewritten, title.line) !== undefined}
              write={(text) => write(title.line, text)}
              look={<h1 className={sheetStyles.title}>{named}</h1>}
            />
          ) : (
            <h1 className={sheetStyles.title}>{named}</h1>
          )
        }
      >
        {parts.map((part, at) => (
          <PartView
            // the same line may stand there twice
            key={`${String(at)} ${part.line}`}
            part={part}
            isRewritten={ownLine(rewritten, part.line) !== undefined}
            write={(text) => write(part.line, text)}
          />
        ))}
      </PaperSheet>
    </div>
  )
}

/** What was saved, and the step of the case that usually goes with it. */
function Saved({ file, sheet, opened }: DeskProps & { readonly file: string }) {
  const { t } = useTranslation()
  const step = useCommand(engine.cases.step)
  const [noted, setNoted] = useState(false)
  const event = STEP_AFTER[opened.template.paper]
  const isOffered = event !== null && !noted && after(sheet.state, event) !== undefined
  const bar = sheet.bars.find((one) => one.event === event)?.bar
  const note = async (): Promise<void> => {
    if (event === null) return
    setNoted((await step.run({ caseIds: [sheet.id], event })).ok)
  }
  return (
    <div className={styles.note} role="status">
      <span className={styles.gaps}>{t('papers.saved', { file })}</span>
      {isOffered && bar !== undefined && <span className={styles.quiet}>{t(`cases.bar.${bar}`)}</span>}
      {isOffered && (
        <Button disabled={bar !== undefined} loading={step.pending} onClick={() => void note()}>
          {t('papers.note', { step: t(`cases.event.${event}`) })}
        </Button>
      )}
    </div>
  )
}
