import { QueryClient } from '@tanstack/react-query'
import { connection } from './engine.ts'
import { isConnectionLoss } from './problem.ts'

/** What was read from the engine. Nothing grows stale by time: commits tell what to read again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (count, error) => isConnectionLoss(error) && connection.snapshot().state !== 'lost' && count < 5,
      retryDelay: (count) => Math.min(200 * 2 ** count, 2_000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
