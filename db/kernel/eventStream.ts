/**
 * What `listen` tells, as a stream: `first`, then events as they come, until `signal` aborts. Events that come while the
 * reader is busy wait in line. `listen` returns how to stop.
 */
export async function* eventStream<Event extends object>(
  listen: (listener: (event: Event) => void) => () => void,
  first: readonly Event[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Event, void> {
  const waiting: Event[] = [...first]
  let wake: () => void = () => {}
  const stop = listen((event) => {
    waiting.push(event)
    wake()
  })
  const onAbort = () => wake()
  signal?.addEventListener('abort', onAbort)
  try {
    while (!signal?.aborted) {
      const next = waiting.shift()
      if (next) yield next
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    stop()
    signal?.removeEventListener('abort', onAbort)
  }
}
