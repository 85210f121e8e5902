import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EffortSubject } from '../../../../db/channel/effort/rules/words.ts'
import { api, engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { queryClient } from '../../../client/queryClient.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { showProblem, showToast } from '../../../ui/toast.ts'

/** What a timer is started for. */
export interface TimerSubject {
  readonly accountId: string | null
  readonly subject: EffortSubject
  readonly subjectId: string | null
}

const EVERY_MS = 30_000

/** Reads the timer anew: other windows, sleep and the clock may have moved on. */
const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: api.effort.timer.key() })

/** The laptop's timer, read anew while it runs, and when the window is looked at. */
export function useTimer() {
  const { t } = useTranslation()
  const { data } = useQuery({
    ...api.effort.timer.queryOptions(),
    refetchOnWindowFocus: 'always',
    refetchInterval: ({ state }) => (state.data ? EVERY_MS : false),
  })
  const stopping = useCommand(engine.effort.stopTimer)
  const [asks, setAsks] = useState(false)
  const running = data ?? null
  useEffect(() => {
    if (running === null) setAsks(false)
  }, [running])
  const local = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      showProblem(toProblem(error))
    }
    await readAgain()
  }
  return {
    /** null while none runs */
    running,
    /** whether it has to be asked how long the work took */
    asks,
    askNoMore: () => setAsks(false),
    start: (subject: TimerSubject) => void local(() => engine.effort.startTimer({ ...subject, note: '' })),
    drop: () => void local(() => engine.effort.dropTimer()),
    async stop(minutes?: number): Promise<void> {
      if (minutes === undefined && running !== null && running.reading.kind !== 'sure') {
        setAsks(true)
        return
      }
      const stopped = await stopping.run(minutes === undefined ? {} : { minutes })
      await readAgain()
      if (stopped.ok && stopped.output.effortId === null)
        showToast({ kind: 'hint', text: t('effort.timer.tooShort') })
      // the night came while the window wasn't looked at
      if (!stopped.ok && stopped.problem.code === 'TIMER_UNSURE') setAsks(true)
    },
  }
}
