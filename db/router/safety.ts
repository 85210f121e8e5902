import { backup, backups, restore, status, verify } from '../kernel/service.ts'
import { engine } from './implementer.ts'

/** Safety: contract to kernel. */
export const safetyRouter = {
  status: engine.safety.status.handler(({ context }) => status(context)),
  backup: engine.safety.backup.handler(({ context }) => backup(context)),
  backups: engine.safety.backups.handler(({ context }) => backups(context)),
  restore: engine.safety.restore.handler(({ context, input }) => restore(context, input)),
  verify: engine.safety.verify.handler(({ context, input, signal }) => verify(context, input, { signal })),
}
