import { ORPCError } from '@orpc/server'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { EngineContext } from '../../context.ts'
import { callByName } from '../inProcess.ts'
import { type CommandCall, type ExitCode, fileAt, type Io, UsageError, writeWhole } from './io.ts'
import { type ProcedureEntry, procedures } from './procedures.ts'
import { withEngine } from './withEngine.ts'
import type { CliWord } from './words.ts'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Puts the file itself where the input names one: `{"$file": "path"}`. */
async function withFiles(io: Io, value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((inner) => withFiles(io, inner)))
  if (!isRecord(value)) return value
  if (typeof value.$file === 'string' && Object.keys(value).length === 1) return fileAt(io, value.$file)
  const entries = Object.entries(value).map(
    async ([key, inner]) => [key, await withFiles(io, inner)] as const,
  )
  return Object.fromEntries(await Promise.all(entries))
}

async function inputOf(io: Io, procedure: ProcedureEntry): Promise<unknown> {
  if (procedure.input === null) return undefined
  const text = (await io.stdin()).trim()
  let parsed: unknown
  try {
    parsed = text === '' ? {} : JSON.parse(text)
  } catch (error) {
    throw new UsageError('badJson', { detail: error instanceof Error ? error.message : String(error) })
  }
  const input = await withFiles(io, parsed)
  const writes = procedure.input instanceof z.ZodObject && 'commandId' in procedure.input.shape
  return writes && isRecord(input) && input.commandId === undefined
    ? { ...input, commandId: uuidv7() }
    : input
}

function isStream(value: unknown): value is AsyncIterator<unknown> {
  return isRecord(value) && Symbol.asyncIterator in value && typeof value.next === 'function'
}

/** Events go to stderr as they come; the stream's own answer is the result. Ends early when the user ends us. */
async function drain(io: Io, stream: AsyncIterator<unknown>): Promise<unknown> {
  void io.ended().then(() => stream.return?.())
  for (;;) {
    const step = await stream.next()
    if (step.done) return step.value
    io.stderr(`${JSON.stringify(step.value)}\n`)
  }
}

async function perform(call: CommandCall, procedure: ProcedureEntry, input: unknown, context: EngineContext) {
  const { io, options } = call
  try {
    const answer = await callByName(context, procedure.name, input)
    const result = isStream(answer) ? await drain(io, answer) : answer
    if (result instanceof Blob) {
      const out = options.out ?? ''
      await writeWhole(io, out, result)
      io.stdout(`${JSON.stringify({ $file: out })}\n`)
    } else io.stdout(`${JSON.stringify(result ?? null)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error
    const { code, status, message, data } = error
    io.stdout(`${JSON.stringify({ code, status, message, data })}\n`)
    return 1
  }
}

/** Wrong calls that a program makes, and so are answered as a program reads them. */
const FAILURES: Partial<Record<CliWord, { code: string; status: number }>> = {
  unknownProcedure: { code: 'NOT_FOUND', status: 404 },
  badJson: { code: 'BAD_REQUEST', status: 400 },
  fileMissing: { code: 'BAD_REQUEST', status: 400 },
}

/** `call PROCEDURE`: any procedure of the contract, JSON in and out. Every failure is JSON on stdout and exit 1. */
export async function call(command: CommandCall): Promise<ExitCode> {
  try {
    return await callProcedure(command)
  } catch (error) {
    const failure = error instanceof UsageError ? FAILURES[error.word] : undefined
    if (failure === undefined || !(error instanceof UsageError)) throw error
    command.io.stdout(`${JSON.stringify({ ...failure, message: error.text(command.language) })}\n`)
    return 1
  }
}

async function callProcedure(command: CommandCall): Promise<ExitCode> {
  const { io, rest, options } = command
  const name = rest[0]
  if (name === undefined) throw new UsageError('noProcedure')
  const procedure = procedures().find((entry) => entry.name === name)
  if (procedure === undefined) throw new UsageError('unknownProcedure', { procedure: name })
  if (procedure.output instanceof z.ZodFile && !options.out) throw new UsageError('outNeeded')
  const input = await inputOf(io, procedure)
  return withEngine(
    command,
    (context) => perform(command, procedure, input, context),
    ({ code, data }) => io.stdout(`${JSON.stringify({ code, status: 503, message: code, data })}\n`),
  )
}
