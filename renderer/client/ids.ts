import { v7 } from 'uuid'

/** An id for a new command: the engine applies a command once, however often it is sent. */
export const newCommandId = (): string => v7()
