/** How a contact happened: we went, they came, call, WeChat, e-mail, event. */
export const CHANNELS = ['visit', 'received', 'call', 'wechat', 'email', 'event'] as const
export type Channel = (typeof CHANNELS)[number]
