/** How grave a case is: 1 is the gravest. Impact and urgency are told on the same steps. */
export const SEVERITIES = [1, 2, 3, 4] as const
export type Severity = (typeof SEVERITIES)[number]

/** What each is called, see {@link SEVERITIES}. */
export const SEVERITY_NAMES = { 1: 'urgent', 2: 'major', 3: 'normal', 4: 'minor' } as const satisfies Record<
  Severity,
  string
>

export type SeverityName = (typeof SEVERITY_NAMES)[Severity]

/** What a case is graded by. */
export interface Grounds {
  readonly impact: Severity
  readonly urgency: Severity
  /** the account is a key account 重要客户 */
  readonly key: boolean
  /** the same root cause came up at this account within a year */
  readonly repeat: boolean
}

/**
 * The severity of a case: the graver of impact and urgency, one step graver for a key account or a repeat — one step
 * even where both hold, so that the gravest stays rare.
 */
export function severityOf({ impact, urgency, key, repeat }: Grounds): Severity {
  const graver = Math.min(impact, urgency)
  const at = Math.max(0, graver - 1 - (key || repeat ? 1 : 0))
  return SEVERITIES[at] ?? 1
}

/** Whether the harm has to be contained before anything else: the two gravest. */
export const needsContaining = (severity: Severity): boolean => severity <= 2
