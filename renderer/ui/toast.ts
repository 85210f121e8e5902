import type { Problem } from '../i18n/problemText.ts'
import { createStore } from './store.ts'

/** A message at the bottom centre: words and at most one button with its key, or a problem. */
export type Toast =
  | {
      /** `hint` explains why a key did nothing: nothing was done, so no tick */
      readonly kind: 'done' | 'hint'
      readonly text: string
      readonly button?: { readonly text: string; readonly keys?: string; readonly press: () => void }
    }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** How long a toast about something done stays. Problems stay until they are closed or something is done. */
export const TOAST_MS = 6_000

/** The toast on the screen, with a number that tells two equal ones apart. */
export const toastStore = createStore<{ readonly serial: number; readonly toast: Toast | null }>({
  serial: 0,
  toast: null,
})

/** Shows a toast in place of the one before. */
export const showToast = (toast: Toast): void =>
  toastStore.set({ serial: toastStore.get().serial + 1, toast })

/** Takes the toast away. */
export const dismissToast = (): void => toastStore.set({ ...toastStore.get(), toast: null })

/** Shows a problem where no place of its own is at hand. */
export const showProblem = (problem: Problem): void => showToast({ kind: 'problem', problem })

/** The toasts, for components. */
export const useToast = () => ({ show: showToast, dismiss: dismissToast, problem: showProblem })
