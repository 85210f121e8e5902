import type { TFunction } from 'i18next'
import type { Settings } from '../../db/department/contract.ts'
import { api, engine } from '../client/engine.ts'
import { redo, undo } from '../client/history.ts'
import { toProblem } from '../client/problem.ts'
import { queryClient } from '../client/queryClient.ts'
import { changeSettings } from '../client/settings.ts'
import { openQuickEntry } from '../features/accounts/log/quickEntryStore.ts'
import { spokenLanguage } from '../i18n/i18n.ts'
import { askCase } from '../shared/ask/newCaseStore.ts'
import { askVisit } from '../shared/ask/newVisitStore.ts'
import { formatBytes } from '../ui/format.ts'
import { showProblem, showToast } from '../ui/toast.ts'
import { ROOMS } from './rooms.ts'

/** Something the palette can do: its name, where it belongs, and the doing. */
export interface PaletteCommand {
  readonly id: string
  readonly label: string
  readonly remark: string
  readonly run: () => void
}

/**
 * Everything the palette can do. Screens that make something new read it from the address: `?new=account`,
 * `?new=round`, `?new=sheet`.
 */
export function paletteCommands(
  t: TFunction,
  go: (to: string) => void,
  settings: Settings,
): readonly PaletteCommand[] {
  const accounts = t('app.room.accounts')
  const evaluation = t('app.room.evaluation')
  const department = t('app.room.department')
  const place = (id: string, label: string, remark: string, to: string): PaletteCommand => ({
    id,
    label,
    remark,
    run: () => go(to),
  })
  return [
    ...ROOMS.map(({ name, path, key }) => place(name, t(`app.go.${name}`), `Ctrl ${key}`, path)),
    { id: 'writeEntry', label: t('app.go.writeEntry'), remark: 'Ctrl L', run: openQuickEntry },
    place('log', t('app.go.log'), accounts, '/log'),
    place('newAccount', t('app.go.newAccount'), accounts, '/accounts?new=account'),
    place('people', t('app.go.people'), accounts, '/people'),
    place('importAccounts', t('app.go.importAccounts'), accounts, '/accounts/import'),
    place('compare', t('analysis.compare.title'), accounts, '/accounts/compare'),
    place('whiteSpace', t('analysis.whiteSpace.title'), accounts, '/whitespace'),
    place('newPromise', t('app.go.newPromise'), accounts, '/promises?new=promise'),
    place('promises', t('app.go.promises'), accounts, '/promises'),
    {
      id: 'newVisit',
      label: t('visits.new'),
      remark: t('app.room.visits'),
      run: () => askVisit({ account: null, day: null }),
    },
    {
      id: 'newCase',
      label: t('cases.new'),
      remark: t('app.room.recovery'),
      run: () => askCase({ account: null }),
    },
    place('lost', t('winBack.title'), t('app.room.recovery'), '/recovery/lost'),
    place('newHandover', t('handover.new'), accounts, '/handover?new=handover'),
    place('handovers', t('handover.title'), accounts, '/handover'),
    place('moves', t('moves.title'), evaluation, '/evaluation/moves'),
    place('cycle', t('cycle.title'), evaluation, '/evaluation/cycle'),
    place('newRound', t('app.go.newRound'), evaluation, '/evaluation?new=round'),
    place('newSheet', t('app.go.newSheet'), evaluation, '/evaluation?new=sheet'),
    { id: 'undo', label: t('app.go.undo'), remark: 'Ctrl Z', run: () => void undo() },
    { id: 'redo', label: t('app.go.redo'), remark: 'Ctrl Y', run: () => void redo() },
    { id: 'backup', label: t('app.go.backup'), remark: department, run: () => void backUpNow(t) },
    place('safety', t('app.go.safety'), department, '/department/safety'),
    place('history', t('app.go.history'), department, '/department/history'),
    place('calendar', t('app.go.calendar'), department, '/department/calendar'),
    place('members', t('app.go.members'), department, '/department/members'),
    place('settings', t('app.go.settings'), department, '/department/settings'),
    place('help', t('app.go.help'), department, '/department/help'),
    ...switches(t, settings),
  ]
}

function switches(t: TFunction, { moneyUnit }: Settings): readonly PaletteCommand[] {
  const remark = t('app.settings')
  const dark = document.documentElement.dataset.theme === 'dark'
  return [
    {
      id: 'language',
      label: t('app.go.language'),
      remark,
      run: () => void changeSettings({ language: spokenLanguage() === 'zh' ? 'en' : 'zh' }),
    },
    {
      id: 'theme',
      label: t('app.go.theme'),
      remark,
      run: () => void changeSettings({ theme: dark ? 'light' : 'dark' }),
    },
    {
      id: 'moneyUnit',
      label: t('app.go.moneyUnit'),
      remark,
      run: () => void changeSettings({ moneyUnit: moneyUnit === 'yuan' ? 'tenThousand' : 'yuan' }),
    },
  ]
}

async function backUpNow(t: TFunction): Promise<void> {
  try {
    const { bytes } = await engine.safety.backup()
    showToast({ kind: 'done', text: t('app.backedUp', { size: formatBytes(bytes) }) })
    await queryClient.invalidateQueries({ queryKey: api.safety.key() })
  } catch (error) {
    showProblem(toProblem(error))
  }
}
