import { dayOf } from '../../../accounts/rules/days.ts'
import type { CaseId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { Language } from '../../../terms/language.ts'
import { getCauses } from '../../causes/service/whys.ts'
import type { CaseSheet } from '../../contract.ts'
import { listCaseFiles } from '../../files/service/files.ts'
import type { Orders } from '../../orders/rules/baseline.ts'
import { ordersOf } from '../../orders/service/orders.ts'
import { listRemedies } from '../../remedies/service/remedies.ts'
import type { Force, LossCause } from '../../rules/words.ts'
import { getCase } from '../../service/sheet.ts'
import type { SentPaper } from '../contract.ts'
import type { PlaceValue } from '../rules/filling.ts'
import { papersOf } from './sent.ts'

interface Root {
  readonly name: string
  readonly lossCause: LossCause
  readonly force: Force
}

/** All that is known of a case, from which its papers are filled. */
export interface Source {
  readonly sheet: CaseSheet
  readonly causes: ReturnType<typeof getCauses>
  readonly remedies: ReturnType<typeof listRemedies>
  readonly files: ReturnType<typeof listCaseFiles>
  readonly orders: Orders
  readonly root: Root | null
  readonly papers: readonly SentPaper[]
  readonly language: Language
  /** epoch ms */
  readonly now: number
}

/** Reads all that is known of a case. @throws Refusal CASE_NOT_FOUND */
export function sourceOf(kernel: Kernel, caseId: CaseId, language: Language): Source {
  const { db } = kernel
  const { case: sheet, now } = getCase(kernel, { caseId })
  const root =
    db
      .prepare<[string | null], Root>(
        'SELECT name, loss_cause AS lossCause, force FROM root_cause WHERE id = ? AND deleted = 0',
      )
      .get(sheet.rootCauseId) ?? null
  return {
    sheet,
    causes: getCauses(kernel, { caseId }),
    remedies: listRemedies(kernel, { caseId }),
    files: listCaseFiles(kernel, { caseId }),
    orders: ordersOf(db, sheet.accountId),
    root,
    papers: papersOf(db, caseId),
    language,
    now,
  }
}

/** A value of words; what nobody knows is empty. */
export const text = (words: string | null | undefined): PlaceValue => ({ kind: 'text', text: words ?? '' })

/** A day as a letter writes it: 2026年11月24日, 24 November 2026. '' for none. @param day YYYY-MM-DD */
export function letterDay(day: string | null | undefined, language: Language): string {
  if (day === null || day === undefined) return ''
  const [year, month, date] = day.split('-').map(Number)
  if (language === 'zh') return `${String(year)}年${String(month)}月${String(date)}日`
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  })
}

/** The day of an instant as a letter writes it. @param at epoch ms */
export const letterDayAt = (at: number | null | undefined, language: Language): string =>
  at === null || at === undefined ? '' : letterDay(dayOf(at), language)

/** YYYY-MM-DD HH:MM where this program runs. @param at epoch ms */
export function momentText(at: number): string {
  const date = new Date(at)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${dayOf(at)} ${two(date.getHours())}:${two(date.getMinutes())}`
}
