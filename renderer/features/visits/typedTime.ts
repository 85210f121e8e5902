/** A time as people type it (9, 930, 9:30, 14点30), as HH:MM; '' for none; null where it is no time. */
export function typedTime(typed: string): string | null {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return ''
  const match = /^(\d{1,2})(?:[:点](\d{2})?分?|(\d{2}))?$/.exec(text)
  if (!match) return null
  const hour = Number(match[1])
  const minute = Number(match[2] ?? match[3] ?? 0)
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
