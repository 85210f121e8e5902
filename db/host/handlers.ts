import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import { BodyLimitPlugin, RPCHandler as HttpHandler } from '@orpc/server/node'
import { router } from '../router.ts'
import { LARGEST_BODY_BYTES } from './limits.ts'

/** Procedures for Node's HTTP server. */
export function httpHandler() {
  return new HttpHandler(router, { plugins: [new BodyLimitPlugin({ maxBodySize: LARGEST_BODY_BYTES })] })
}

/** Procedures for a MessagePort of any kind. */
export function portHandler() {
  return new PortHandler(router)
}
