import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { api } from '../client/engine.ts'
import { watchHistory } from '../client/history.ts'
import { toProblem } from '../client/problem.ts'
import { queryClient } from '../client/queryClient.ts'
import { useConnection } from '../client/useConnection.ts'
import { LoadingBar } from '../ui/states.tsx'
import { ToastHost } from '../ui/ToastHost.tsx'
import { FirstRun } from './FirstRun.tsx'
import { Looks } from './Looks.tsx'
import { Recovery } from './Recovery.tsx'
import { createAppRouter } from './router.ts'

/** The whole workstation: what it knows, how it looks, and which of its faces is shown. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Looks>
        <Face />
        <Toasts />
      </Looks>
    </QueryClientProvider>
  )
}

/** Toasts; none beside the page that says that the engine is gone: what one write met says less, and too much. */
function Toasts() {
  const { state } = useConnection()
  return state === 'lost' ? null : <ToastHost />
}

/** Recovery when the engine is lost, the first run before anything is set up, otherwise the rooms. */
function Face() {
  const connection = useConnection()
  const [entered, setEntered] = useState(false)
  const settings = useQuery(api.department.settings.queryOptions())
  const status = useQuery(api.department.status.queryOptions())
  useEffect(() => watchHistory(), [])
  if (connection.state === 'lost') return <Recovery failure={connection.failure} />
  const error = settings.error ?? status.error
  if (error)
    return (
      <Recovery failure={{ ...toProblem(error), data: {} }} retry={() => void queryClient.refetchQueries()} />
    )
  if (!settings.data || !status.data) return <LoadingBar busy />
  // removing the sample empties the department, but doesn't throw anybody out of the rooms
  if (status.data.started && !entered) setEntered(true)
  if (!status.data.started && !entered) return <FirstRun />
  return <Rooms lastRoute={settings.data.lastRoute} />
}

function Rooms({ lastRoute }: { readonly lastRoute: string | null }) {
  const [router] = useState(() => createAppRouter(lastRoute))
  return <RouterProvider router={router} />
}
