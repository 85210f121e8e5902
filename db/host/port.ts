import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { EngineContext } from '../context.ts'
import { portHandler } from './handlers.ts'

/** Serves the procedures over a MessagePort; ends with the port. The caller starts the port. */
export function servePort(port: SupportedMessagePort, context: EngineContext): void {
  portHandler().upgrade(port, { context })
}
