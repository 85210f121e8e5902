import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { contract } from '../../db/contract.ts'
import { createLink } from './link.ts'

const linked = createLink()

/** Every procedure of the engine, as functions: `await engine.accounts.list()`. */
export const engine: ContractRouterClient<typeof contract> = createORPCClient(linked.link)

/** How this window stands with its engine. */
export const connection = linked.connection

/** Query options and keys of every procedure: `useQuery(api.accounts.list.queryOptions())`. */
export const api = createTanstackQueryUtils(engine)
