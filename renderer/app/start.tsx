import { createRoot } from 'react-dom/client'
import { guardLeaving } from '../client/saving.ts'
import { startI18n, systemLanguage } from '../i18n/i18n.ts'
import { App } from './App.tsx'

/** Draws the workstation, at once with what was asked for ahead where the answer comes soon. */
export async function start(asked: Promise<unknown>): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) return
  guardLeaving()
  await startI18n(systemLanguage())
  await Promise.race([asked.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, SOON_MS))])
  createRoot(root).render(<App />)
}

/** Waiting longer than this, a person should see that something goes on. */
const SOON_MS = 250
