/** Printing is the main process's: asks it, and hands each answer to whoever waits for it. */
export function createPrinter(ask: (id: number, html: string) => void) {
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>()
  let lastId = 0
  return {
    /** Prints a complete page; rejects when Electron couldn't. */
    print(html: string): Promise<Uint8Array> {
      lastId += 1
      const answer = Promise.withResolvers<Uint8Array>()
      waiting.set(lastId, answer)
      ask(lastId, html)
      return answer.promise
    },
    printed(id: number, pdf: Uint8Array | null) {
      const answer = waiting.get(id)
      waiting.delete(id)
      if (pdf === null) answer?.reject(new Error('the page could not be printed'))
      else answer?.resolve(pdf)
    },
  }
}
