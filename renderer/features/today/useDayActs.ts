import { useTranslation } from 'react-i18next'
import { dayOf, daysBetween } from '../../../db/accounts/rules/days.ts'
import type { TodayItem } from '../../../db/channel/today/contract.ts'
import type { Section } from '../../../db/channel/today/rules/sections.ts'
import { engine } from '../../client/engine.ts'
import { useCommand } from '../../client/useCommand.ts'
import { showToast } from '../../ui/toast.ts'
import { nearDayText, whatText } from './itemText.ts'

/** What a person does with a line without leaving the page; each with a toast to undo it. */
export interface DayActs {
  complete(item: TodayItem): void
  /** copies a reminder to whom it waits for, and notes that where there is a place for it */
  remind(item: TodayItem, section: Section, today: string): void
}

/** Lines that are done with a tick, and taken back with another. */
const TICKED = ['promise', 'task', 'part', 'step', 'remedy', 'action', 'winBackStep'] as const
type Ticked = (typeof TICKED)[number]

/** Whether a line is done with a tick, rather than by opening it. */
export const doneByTick = ({ kind, done }: TodayItem): boolean =>
  kind === 'request' ? !done : TICKED.some((ticked) => ticked === kind)

/** The acts on lines. */
export function useDayActs(): DayActs {
  const { t } = useTranslation()
  const settlePromise = useCommand(engine.promises.settle)
  const settleTask = useCommand(engine.tasks.settle)
  const deliver = useCommand(engine.requests.deliverPart)
  const step = useCommand(engine.requests.step)
  const doneNext = useCommand(engine.log.doneNext)
  const endRemedy = useCommand(engine.remedies.end)
  const doAction = useCommand(engine.causes.doAction)
  const doStep = useCommand(engine.winBacks.doStep)
  const remark = useCommand(engine.requests.remark, { toast: false })

  const ticks = {
    promise: ({ id, done }) => settlePromise.run({ promiseIds: [id], to: done ? 'open' : 'kept' }),
    task: ({ id, done }) => settleTask.run({ taskIds: [id], to: done ? 'open' : 'done' }),
    part: ({ id, done }) => deliver.run({ partId: id, done: !done }),
    step: ({ id, done }) => doneNext.run({ entryId: id, done: !done }),
    remedy: ({ id, done }) => endRemedy.run({ remedyId: id, as: done ? null : 'delivered' }),
    action: ({ id, done }) => doAction.run({ actionId: id, done: !done }),
    winBackStep: ({ id, done }) => doStep.run({ stepId: id, done: !done }),
  } as const satisfies Record<Ticked, (item: TodayItem) => Promise<unknown>>

  function complete(item: TodayItem): void {
    const ticked = TICKED.find((kind) => kind === item.kind)
    if (ticked) void ticks[ticked](item)
    else if (doneByTick(item)) void step.run({ requestIds: [item.id], event: 'solve' })
  }

  async function remind(item: TodayItem, section: Section, today: string): Promise<void> {
    const { who, account, dueOn, since, kind, id, of } = item
    const days = since === null ? 0 : daysBetween(dayOf(since), today)
    const due =
      section === 'waiting' && days > 0
        ? t('today.remind.waited', { count: days })
        : dueOn === null
          ? ''
          : t('today.remind.due', { day: nearDayText(dueOn) })
    const words = { account: account ?? '', what: whatText(item, section, t), due }
    await navigator.clipboard.writeText(
      who === null ? t('today.remind.nobody', words) : t('today.remind.text', { ...words, who }),
    )
    const requestId = kind === 'request' ? id : kind === 'part' ? of : null
    if (requestId === null) showToast({ kind: 'done', text: t('today.remind.copied') })
    else if ((await remark.run({ requestId, note: t('today.remind.note') })).ok)
      showToast({ kind: 'done', text: t('today.remind.noted') })
  }

  return {
    complete,
    remind: (item, section, today) => void remind(item, section, today),
  }
}
