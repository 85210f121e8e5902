import type { TFunction } from 'i18next'
import type { Found } from '../../db/accounts/search/contract.ts'
import { formatScore } from '../ui/format.ts'
import type { PaletteItem } from './paletteItems.ts'

/** A line of the palette for something that the engine found. */
export function foundItem(found: Found, t: TFunction, go: (to: string) => void): PaletteItem {
  const { group, id, title: label, reading } = found
  const detail = 'detail' in found ? found.detail : null
  const tier = found.group === 'accounts' && found.tier !== 'insufficient' ? found.tier : null
  return {
    group,
    id,
    label,
    reading,
    detail,
    tier,
    remark: remarkOf(found, t),
    run: () => go(placeOf(found)),
  }
}

/** Where what there is to be done is opened. */
const STEP_PLACES = {
  promise: (id: string) => `/promises?promise=${id}`,
  nextStep: (id: string) => `/log/${id}`,
  request: (id: string) => `/channel/requests/${id}`,
  task: (id: string) => `/channel/tasks/${id}`,
  visit: (id: string) => `/visits/${id}`,
  case: (id: string) => `/recovery/${id}`,
} as const

/** Where something that was found is opened. */
export function placeOf(found: Found): string {
  switch (found.group) {
    case 'accounts':
      return `/accounts/${found.id}`
    case 'people':
      return `/people/${found.id}`
    case 'promises':
      return STEP_PLACES[found.kind](found.id)
    case 'entries':
      return `/log/${found.id}`
    case 'files':
      if (found.entryId !== null) return `/log/${found.entryId}`
      return found.accountId === null ? '/log' : `/accounts/${found.accountId}`
    case 'members':
      return '/department/members'
    case 'tags':
      return found.accounts === 0
        ? `/people?tag=${encodeURIComponent(found.id)}`
        : `/accounts?tag=${encodeURIComponent(found.id)}`
  }
}

function remarkOf(found: Found, t: TFunction): string {
  const listed = (...parts: readonly (string | null)[]): string =>
    parts.filter(Boolean).join(t('app.palette.comma'))
  switch (found.group) {
    case 'accounts': {
      const { tier, score, code, owner } = found
      const graded = tier !== null && tier !== 'insufficient'
      return listed(graded ? `${t(`app.tier.${tier}`)} ${formatScore(score)}` : code, owner)
    }
    case 'people':
      return [found.company, found.jobTitle].filter(Boolean).join(' ')
    case 'promises':
      return listed(found.company, found.done ? t('app.palette.done') : found.dueOn)
    case 'entries':
      return listed(found.company, found.happenedOn)
    case 'files':
      return listed(found.company, found.addedAt.slice(0, 10))
    case 'members':
      return found.role
    case 'tags':
      return listed(
        found.accounts > 0 ? t('app.palette.taggedAccounts', { count: found.accounts }) : null,
        found.people > 0 ? t('app.palette.taggedPeople', { count: found.people }) : null,
      )
  }
}
