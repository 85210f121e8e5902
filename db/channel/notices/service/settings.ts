import { readLocal, writeLocal } from '../../../department/settings.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { NoticeSettings as Shape } from '../contract.ts'
import { DEFAULT_NOTICES, type NoticeSettings } from '../rules/quiet.ts'

const KEY = 'notices'

/** How this laptop gives notices; what is not set has its default. */
export function readNoticeSettings({ db }: Pick<Kernel, 'db'>): NoticeSettings {
  const json = readLocal(db, KEY)
  return json === null ? DEFAULT_NOTICES : Shape.parse({ ...DEFAULT_NOTICES, ...JSON.parse(json) })
}

/** Changes some of them. */
export function changeNoticeSettings(
  kernel: Kernel,
  changes: { readonly [Key in keyof NoticeSettings]?: NoticeSettings[Key] | undefined },
): NoticeSettings {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const settings = Shape.parse({ ...readNoticeSettings(kernel), ...given })
  kernel.writeLocal((db) => writeLocal(db, KEY, JSON.stringify(settings)))
  return settings
}
