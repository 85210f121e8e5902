import { z } from 'zod'
import type { CommandCall, ExitCode } from './io.ts'
import { type ProcedureEntry, procedures } from './procedures.ts'

const schemaOf = (schema: z.ZodType | null, io: 'input' | 'output') =>
  schema === null ? null : z.toJSONSchema(schema, { io, unrepresentable: 'any' })

function describe({ input, output, event, errors }: ProcedureEntry) {
  return {
    input: schemaOf(input, 'input'),
    output: schemaOf(output, 'output'),
    ...(event === null ? {} : { event: schemaOf(event, 'output') }),
    errors: Object.fromEntries(
      errors.map(({ code, status, data }) => [code, { status, data: schemaOf(data, 'output') }]),
    ),
  }
}

const NOTES = {
  files:
    'Where a schema says {"type":"string","format":"binary"}, `call` takes {"$file":"path"}; an answer that is a file is written to --out.',
  commandId: '`call` makes a missing commandId itself; give your own to retry a command safely.',
  streams:
    'Procedures with "event" stream: `call` prints each event as a line on stderr, the output on stdout.',
  errors: 'On failure `call` exits with 1 and prints {code, status, message, data} on stdout.',
}

/** `api`: every procedure with the JSON Schema of its input, output, events and errors. */
export async function api({ io }: CommandCall): Promise<ExitCode> {
  const described = Object.fromEntries(procedures().map((entry) => [entry.name, describe(entry)]))
  io.stdout(`${JSON.stringify({ version: io.appVersion, notes: NOTES, procedures: described }, null, 2)}\n`)
  return 0
}
