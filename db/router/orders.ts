import { listOrders, writeOrders } from '../recovery/orders/service/orders.ts'
import { engine } from './implementer.ts'

const { orders } = engine

/** Orders of accounts by month: contract to services. */
export const ordersRouter = {
  list: orders.list.handler(({ context, input }) => listOrders(context.kernel, input)),
  write: orders.write.handler(({ context, input }) => writeOrders(context.kernel, input)),
}
