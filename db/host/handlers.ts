import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import { BodyLimitPlugin, RPCHandler as HttpHandler } from '@orpc/server/node'
import { router } from '../router.ts'
import { LARGEST_BODY_BYTES } from './limits.ts'

/** Procedures for Node's HTTP server. */
export function httpHandler() {
  return new HttpHandler(router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: LARGEST_BODY_BYTES })],
    rootInterceptors: [
      async ({ next }) => {
        const result = await next()
        // whatever a file holds, a browser that met this answer by itself would save it, not show it
        if (result.matched && result.response.body instanceof File)
          result.response.headers['content-disposition'] = attachmentNamed(result.response.body.name)
        return result
      },
    ],
  })
}

/** RFC 6266: a download under this name. */
const attachmentNamed = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`

/** Procedures for a MessagePort of any kind. */
export function portHandler() {
  return new PortHandler(router)
}
