/** Why a line of a calendar can't be taken. */
export type IcsFaultKind = 'notACalendar' | 'notALine' | 'unended' | 'badTime' | 'badRule' | 'noStart'

/** A line of a calendar that can't be taken: its number from 1, and what stands there. */
export class IcsFault extends Error {
  readonly line: number
  readonly text: string
  readonly why: IcsFaultKind

  constructor(why: IcsFaultKind, line: number, text: string) {
    super(`${why} in line ${line}`)
    this.why = why
    this.line = line
    this.text = text.slice(0, LONGEST_SHOWN)
  }
}

const LONGEST_SHOWN = 200

/** A property of the format: NAME;PARAM=value:value. */
export interface IcsProperty {
  /** number of its first line, from 1 */
  readonly line: number
  /** upper case */
  readonly name: string
  readonly params: Readonly<Record<string, string>>
  readonly value: string
}

/** A component such as VEVENT, with its properties and the components within it. */
export interface IcsComponent {
  readonly name: string
  readonly line: number
  readonly properties: IcsProperty[]
  readonly parts: IcsComponent[]
}

const NAME = /^([A-Za-z0-9-]+)/

/**
 * Reads a calendar's lines one by one (RFC 5545 §3.1), so that a long file can be read in pieces. `push` takes a raw line;
 * `end` gives the whole. @throws IcsFault at the first line that is none of the format
 */
export class IcsReader {
  private readonly open: IcsComponent[] = []
  private root: IcsComponent | null = null
  private pending: { line: number; text: string } | null = null
  private count = 0

  /** @throws IcsFault */
  push(raw: string): void {
    this.count += 1
    if (/^[ \t]/.test(raw) && this.pending) {
      this.pending.text += raw.slice(1)
      return
    }
    this.take()
    if (raw.trim() !== '')
      this.pending = { line: this.count, text: this.count === 1 ? raw.replace(/^\uFEFF/, '') : raw }
  }

  /** @throws IcsFault */
  end(): IcsComponent {
    this.take()
    const last = this.open.at(-1)
    if (last) throw new IcsFault('unended', last.line, `BEGIN:${last.name}`)
    if (!this.root) throw new IcsFault('notACalendar', 1, '')
    return this.root
  }

  private take(): void {
    const { pending } = this
    if (!pending) return
    this.pending = null
    const property = propertyOf(pending.line, pending.text)
    if (!property) throw new IcsFault(this.root ? 'notALine' : 'notACalendar', pending.line, pending.text)
    if (property.name === 'BEGIN') this.begin(property)
    else if (property.name === 'END') this.finish(property)
    else {
      const within = this.open.at(-1)
      if (!within) throw new IcsFault(this.root ? 'notALine' : 'notACalendar', pending.line, pending.text)
      within.properties.push(property)
    }
  }

  private begin({ line, value }: IcsProperty): void {
    const component: IcsComponent = { name: value.trim().toUpperCase(), line, properties: [], parts: [] }
    const within = this.open.at(-1)
    if (within) within.parts.push(component)
    // several calendars may follow one another in a file: the later ones' events count with the first one's
    else if (component.name !== 'VCALENDAR') throw new IcsFault('notACalendar', line, `BEGIN:${value}`)
    else if (!this.root) this.root = component
    else {
      this.open.push({ ...component, properties: [], parts: this.root.parts })
      return
    }
    this.open.push(component)
  }

  private finish({ line, value }: IcsProperty): void {
    const last = this.open.pop()
    if (last?.name !== value.trim().toUpperCase()) throw new IcsFault('unended', line, `END:${value}`)
  }
}

/** A property in an unfolded line; null where it is none. Quoted parameters may hold colons and semicolons. */
function propertyOf(line: number, text: string): IcsProperty | null {
  const name = NAME.exec(text)?.[1]
  if (name === undefined) return null
  const params: Record<string, string> = {}
  let at = name.length
  while (text[at] === ';') {
    const match = /^;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)/.exec(text.slice(at))
    if (!match) return null
    params[(match[1] ?? '').toUpperCase()] = (match[2] ?? '').replace(/^"([^"]*)"$/, '$1')
    at += match[0].length
  }
  return text[at] === ':'
    ? { line, name: name.toUpperCase(), params, value: text.slice(at + 1).trim() }
    : null
}

/** A text as it was meant: without the format's escapes. */
export const textOf = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
