import type { BriefContent, BriefRow } from '../contract.ts'
import { type Audience, SECTIONS, type Section } from './words.ts'

type Sections = BriefContent['sections']

/** A brief as an audience sees it, and how many private facts were left out. */
export interface View {
  readonly content: BriefContent
  readonly hidden: number
}

/** Sections that a customer is given. */
export const FOR_CUSTOMER: readonly Section[] = ['agenda', 'people', 'journey']

/** The sections of an order that an audience is given, in that order; a customer's begin with the agenda. */
export const sectionsFor = (sections: readonly Section[], audience: Audience): readonly Section[] =>
  audience === 'customer' ? FOR_CUSTOMER.filter((section) => sections.includes(section)) : sections

/**
 * What an audience may see. Executives see private facts where they are named readers; companions never; customers only
 * when, where, who and what is talked about.
 */
export function viewFor(content: BriefContent, audience: Audience, isReader: boolean): View {
  if (audience === 'customer') return { content: forCustomer(content), hidden: 0 }
  if (audience === 'executive' && isReader) return { content, hidden: 0 }
  return { content: withRows(content, (row) => (row.private ? null : row)), hidden: countPrivate(content) }
}

/** Private facts that there are: an empty bottom line is none. */
export const countPrivate = ({ sections }: BriefContent): number =>
  SECTIONS.reduce(
    (sum, section) => sum + sections[section].filter((row) => row.private && saysSomething(row)).length,
    0,
  )

const saysSomething = (row: BriefRow): boolean =>
  row.kind !== 'line' || row.bottomLine !== '' || row.concession !== ''

/** The same without the texts of masked facts: that there is one is told, what it says is not. */
export const masked = (content: BriefContent): BriefContent =>
  withRows(content, (row) => (row.kind === 'secret' ? { ...row, text: '', masked: true } : row))

/** A row without the text of a masked fact. */
export const maskedRow = (row: BriefRow): BriefRow =>
  row.kind === 'secret' ? { ...row, text: '', masked: true } : row

/** A content with each row as the function gives it; null leaves it out. */
export function withRows(
  content: BriefContent,
  each: <Row extends BriefRow>(row: Row) => Row | null,
): BriefContent {
  const of = <Row extends BriefRow>(rows: readonly Row[]): Row[] => rows.flatMap((row) => each(row) ?? [])
  const { sections: s } = content
  const sections: Sections = {
    summary: of(s.summary),
    people: of(s.people),
    issues: of(s.issues),
    figures: of(s.figures),
    standing: of(s.standing),
    rivals: of(s.rivals),
    whiteSpace: of(s.whiteSpace),
    lastVisit: of(s.lastVisit),
    sensitivities: of(s.sensitivities),
    agenda: of(s.agenda),
    journey: of(s.journey),
  }
  return { ...content, sections }
}

/** Agenda, who takes part, when and where: nothing of what we know or think. */
function forCustomer({ visit, accounts, sections, erasures }: BriefContent): BriefContent {
  return {
    visit: { ...visit, title: '', code: '' },
    accounts: accounts.map((account) => ({ ...account, tier: null })),
    erasures,
    sections: {
      summary: [],
      people: sections.people.flatMap((row) =>
        row.kind === 'person' && !row.gone ? [{ ...row, ...NOTHING_KNOWN }] : [],
      ),
      issues: [],
      figures: [],
      standing: [],
      rivals: [],
      whiteSpace: [],
      lastVisit: [],
      sensitivities: [],
      agenda: sections.agenda.filter(({ kind }) => kind === 'topic'),
      journey: sections.journey.flatMap((row): Sections['journey'] => {
        if (row.kind === 'place') return [{ ...row, travel: '' }]
        return row.kind === 'ours' ? [row] : []
      }),
    },
  }
}

const NOTHING_KNOWN = {
  attitude: null,
  decisionRole: null,
  influence: null,
  phone: '',
  birthday: null,
  nativePlace: '',
  greeting: '',
  rhythm: '',
  interests: '',
  preconditions: '',
  brandsView: '',
  knownBy: [],
  lastMet: null,
  promised: 0,
}
