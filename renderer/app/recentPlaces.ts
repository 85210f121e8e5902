/** A place that was visited in this window. */
export interface RecentPlace {
  readonly path: string
  /** what stood in the title bar there */
  readonly label: string
}

const MOST = 6

/** Newest first. Kept in memory alone: names of people must not outlive an erasure in the browser's own storage. */
let places: readonly RecentPlace[] = []

/** The places visited before this one, newest first. */
export const recentPlaces = (): readonly RecentPlace[] => {
  const here = currentPath()
  return places.filter(({ path }) => path !== here)
}

/** Remembers each place under what the title bar says there, as soon as it does, until the returned function is called. */
export function watchPlaces(crumbs: HTMLElement): () => void {
  const note = (): void => {
    const label = Array.from(crumbs.querySelectorAll('a, span'), (part) => part.textContent.trim()).at(-1)
    remember(currentPath(), label ?? crumbs.textContent.trim())
  }
  const observer = new MutationObserver(note)
  observer.observe(crumbs, { childList: true, subtree: true, characterData: true })
  return () => observer.disconnect()
}

function remember(path: string, label: string): void {
  if (label === '') return
  places = [{ path, label }, ...places.filter((place) => place.path !== path)].slice(0, MOST + 1)
}

const currentPath = (): string => window.location.hash.replace(/^#/, '').split('?')[0] ?? '/'
