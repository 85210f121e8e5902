import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarLine } from '../../../../db/department/calendar/contract.ts'
import type { WorkCalendar } from '../../../../db/department/calendar/rules/calendar.ts'
import { type CalendarFault, checkCalendar } from '../../../../db/department/calendar/rules/checkCalendar.ts'
import { api, engine } from '../../../client/engine.ts'
import { queryClient } from '../../../client/queryClient.ts'
import { runCommand } from '../../../client/useCommand.ts'

/** The calendars and who goes by which. */
export const useCalendars = () => useQuery(api.calendar.list.queryOptions())

/** An edit of a calendar, made on what it says when its turn comes. */
export type CalendarEdit = (calendar: WorkCalendar) => WorkCalendar

/** Makes an edit; answers with what stood in the way, null where it was saved. */
export type EditCalendar = (edit: CalendarEdit) => Promise<readonly CalendarFault[] | null>

// edits of one window wait for each other: each is made on the version that the one before made
let tail: Promise<unknown> = Promise.resolve()

/** Edits of one calendar, saved at once. What clocks couldn't go by is not sent but handed back. */
export function useCalendarEdits({ id }: Pick<CalendarLine, 'id'>): EditCalendar {
  const { t } = useTranslation()
  const name = t('calendar.ownName')
  return useCallback(
    (edit) => {
      const turn = tail.then(() => save(id, name, edit))
      tail = turn
      return turn
    },
    [id, name],
  )
}

const LIST = api.calendar.list.queryKey()

async function save(id: CalendarLine['id'], name: string, edit: CalendarEdit) {
  const line = standing(id)
  if (!line) return null
  const content = edit(line.content)
  const faults = checkCalendar(content)
  if (faults.length > 0) return faults
  const outcome = await runCommand(engine.calendar.save, {
    calendarId: line.id,
    before: line.versionId,
    name,
    content: writable(content),
  })
  if (outcome.ok) show(line, { ...outcome.output, content: writable(content), name })
  else await queryClient.invalidateQueries({ queryKey: LIST })
  return null
}

/** The calendar as this window knows it; after the first edit of the built-in one, what became of that. */
function standing(id: CalendarLine['id']): CalendarLine | undefined {
  const calendars = queryClient.getQueryData(LIST)?.calendars
  return calendars?.find((line) => line.id === id) ?? (id === null ? calendars?.[0] : undefined)
}

/** Shows what was saved without waiting for the list to be read again. */
function show(
  { id, name: before }: CalendarLine,
  {
    calendarId,
    versionId,
    content,
    name,
  }: Pick<CalendarLine, 'content' | 'name'> & {
    readonly calendarId: NonNullable<CalendarLine['id']>
    readonly versionId: NonNullable<CalendarLine['versionId']>
  },
): void {
  queryClient.setQueryData(
    LIST,
    (list) =>
      list && {
        ...list,
        calendars: list.calendars.map((line) =>
          line.id === id
            ? { ...line, id: calendarId, versionId, content, name: id === null ? name : before }
            : line,
        ),
      },
  )
}

const writable = ({ timeZone, week, days }: WorkCalendar): CalendarLine['content'] => ({
  timeZone,
  week: week.map((shifts) => [...shifts]),
  days: Object.fromEntries(
    Object.entries(days).map(([day, { kind, name, shifts }]) => [
      day,
      shifts === undefined ? { kind, name } : { kind, name, shifts: [...shifts] },
    ]),
  ),
})

/**
 * Edits of one part of the screen, with the faults that its last one would have made; `editField` is for a field that
 * shows its own.
 */
export function useFaults(edit: EditCalendar) {
  const [faults, setFaults] = useState<readonly CalendarFault[]>([])
  const trying =
    (shown: boolean): EditCalendar =>
    async (change) => {
      const found = await edit(change)
      setFaults(shown && found ? found : [])
      return found
    }
  return { faults, edit: trying(true), editField: trying(false) }
}
