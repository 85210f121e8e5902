import {
  type AnyContractRouter,
  ContractProcedure,
  type ErrorMap,
  getEventIteratorSchemaDetails,
} from '@orpc/contract'
import { z } from 'zod'
import { contract } from '../../contract.ts'

/** A procedure of the contract as the command line knows it. */
export interface ProcedureEntry {
  /** `room.procedure` */
  readonly name: string
  readonly input: z.ZodType | null
  /** what it answers with at once, or at its end when it streams */
  readonly output: z.ZodType | null
  /** of each event, for procedures that stream */
  readonly event: z.ZodType | null
  readonly errors: readonly {
    readonly code: string
    readonly status: number
    readonly data: z.ZodType | null
  }[]
}

const zodOrNull = (schema: unknown) => (schema instanceof z.ZodType ? schema : null)

function entryOf(name: string, procedure: AnyContractRouter): ProcedureEntry | null {
  if (!(procedure instanceof ContractProcedure)) return null
  const { inputSchema, outputSchema } = procedure['~orpc']
  const errorMap: ErrorMap = procedure['~orpc'].errorMap
  const stream = getEventIteratorSchemaDetails(outputSchema)
  return {
    name,
    input: zodOrNull(inputSchema),
    output: zodOrNull(stream === undefined ? outputSchema : stream.returns),
    event: zodOrNull(stream?.yields),
    errors: Object.entries(errorMap).map(([code, error]) => ({
      code,
      status: error?.status ?? 500,
      data: zodOrNull(error?.data),
    })),
  }
}

function collect(router: AnyContractRouter, path: readonly string[]): ProcedureEntry[] {
  const entry = entryOf(path.join('.'), router)
  if (entry !== null) return [entry]
  return Object.entries(router).flatMap(([key, inner]) => collect(inner, [...path, key]))
}

/** Every procedure of the contract, in its order. */
export function procedures(): ProcedureEntry[] {
  return collect(contract, [])
}
