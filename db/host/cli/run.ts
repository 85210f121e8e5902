import { parseArgs } from 'node:util'
import { createErrorLog } from '../../kernel/log.ts'
import type { Language } from '../../terms/language.ts'
import { dataFolder } from '../dataFolder.ts'
import { COMMANDS, type CommandEntry, type OptionName } from './commands.ts'
import { type CommandCall, type ExitCode, type Io, UsageError } from './io.ts'
import { type CliWord, languageOf, say } from './words.ts'

const OPTION_HELP: readonly (readonly [string, CliWord])[] = [
  ['--data DIR', 'data'],
  ['--out FILE', 'out'],
  ['--lang zh|en', 'lang'],
  ['--port N', 'port'],
  ['--version', 'version'],
  ['--help', 'help'],
]

function help(language: Language): string {
  const commands = Object.entries(COMMANDS).map(
    ([name, { about, rest }]) =>
      [rest === undefined ? name : `${name} ${rest}`, say(language, about)] as const,
  )
  const options = OPTION_HELP.map(([option, word]) => [option, say(language, word)] as const)
  const width = Math.max(...[...commands, ...options].map(([left]) => left.length)) + 2
  const lines = (rows: readonly (readonly [string, string])[]) =>
    rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join('\n')
  return `${say(language, 'usage')}\n\n${say(language, 'commands')}\n${lines(commands)}\n\n${say(language, 'options')}\n${lines(options)}\n`
}

const ALL_OPTIONS: readonly OptionName[] = ['lang', 'data', 'sheet', 'marks', 'out', 'port']
const asStrings = (names: readonly OptionName[]) =>
  Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]))

/** The command may stand after options, and the language anywhere: even a usage error speaks it. */
function glance(args: readonly string[]) {
  const { values, tokens } = parseArgs({
    args: [...args],
    options: asStrings(ALL_OPTIONS),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const first = tokens.find((token) => token.kind === 'positional')
  return {
    lang: typeof values.lang === 'string' ? values.lang : undefined,
    command: first?.value,
    rest: args.filter((_arg, index) => index !== first?.index),
  }
}

function parse(command: CommandEntry, args: readonly string[], io: Io, language: Language): CommandCall {
  const names: readonly OptionName[] = ['lang', ...command.options]
  const { values, positionals } = parseArgs({
    args: [...args],
    options: asStrings(names),
    allowPositionals: command.rest !== undefined,
  })
  const options: Record<string, string | undefined> = {}
  for (const name of names) {
    const value = values[name]
    if (typeof value === 'string') options[name] = value
  }
  return { io, language, options, rest: positionals }
}

async function dispatch(args: readonly string[], io: Io, language: Language): Promise<ExitCode> {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout(help(language))
    return 0
  }
  const { command: name, rest } = glance(args)
  if (name === undefined && args.includes('--version')) {
    io.stdout(`${io.appVersion}\n`)
    return 0
  }
  if (name === undefined) throw new UsageError('noCommand')
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) throw new UsageError('unknownCommand', { command: name })
  const call = parse(command, rest, io, language)
  return (await command.load())(call)
}

const ARGUMENT_FAULTS: Readonly<Record<string, CliWord>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: 'unknownOption',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: 'optionValue',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: 'tooMuch',
}

/** What parseArgs refuses, in our words. */
export function argumentFault(error: unknown): UsageError | null {
  const word = error instanceof Error && 'code' in error ? ARGUMENT_FAULTS[String(error.code)] : undefined
  if (word === undefined || !(error instanceof Error)) return null
  return new UsageError(word, { what: /'(-{0,2}[^' ]+)/.exec(error.message)?.[1] ?? '' })
}

const ABOUT_FILES: readonly CliWord[] = ['fileMissing', 'cannotWrite', 'badJson']

/** Runs one command of the command line and answers with its exit code. */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  const asked = glance(args).lang
  const language = languageOf(asked, io.env)
  const spoken = language ?? 'zh'
  try {
    if (language === null) throw new UsageError('unknownLanguage')
    return await dispatch(args, io, language)
  } catch (error) {
    const usage = error instanceof UsageError ? error : argumentFault(error)
    if (usage === null) {
      const logId = createErrorLog(dataFolder(undefined, io.folder))(error)
      io.stderr(`${say(spoken, 'unexpected', { logId })}\n`)
      return 1
    }
    io.stderr(`${usage.text(spoken)}\n`)
    if (!ABOUT_FILES.includes(usage.word)) io.stderr(`\n${help(spoken)}`)
    return 2
  }
}
