import { accountsRouter } from './router/accounts.ts'
import { roundsRouter, sheetsRouter } from './router/evaluation.ts'
import { historyRouter } from './router/history.ts'

/** Everything that the engine answers: contract to services. */
export const router = {
  history: historyRouter,
  accounts: accountsRouter,
  sheets: sheetsRouter,
  rounds: roundsRouter,
}
