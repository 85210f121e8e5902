import { dayOf } from '../../../accounts/rules/days.ts'
import { calendarOf } from '../../../department/calendar/service/read.ts'
import { readSettings } from '../../../department/settings.ts'
import type { CommittedEvent } from '../../../kernel/contract.ts'
import type { MemberId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { holdersReader } from '../../tasks/service/holders.ts'
import type { NoticesGiven } from '../contract.ts'
import { type NoticeLevel, noticeKey, toldOf, type Watch } from '../rules/levels.ts'
import { isQuiet, type NoticeSettings } from '../rules/quiet.ts'
import { levelsFor } from './audience.ts'
import { ClockBook } from './clockBook.ts'
import { type DueDay, dueDays } from './dueDays.ts'
import { readNoticeSettings } from './settings.ts'
import {
  forgetNotices,
  heldNotices,
  keepNotice,
  type NoticeContent,
  type StoredNotice,
  showHeld,
  wasGiven,
} from './store.ts'
import { inWords } from './words.ts'

/** What one look at the clocks brings. */
interface Finding {
  readonly key: string
  /** null where it went by untold */
  readonly content: NoticeContent | null
}

/** Who uses the laptop, and whether they are the head. */
interface Whom {
  readonly me: MemberId | null
  readonly head: string | null
}

/** Tables that what is due on a day depends on. */
const DUE_TABLES = ['care_task', 'promise', 'request_part', 'request', 'account', 'member', 'group_seat']
/** Notices of longer ago tell of nothing that isn't stale. */
const KEPT_MS = 90 * 86_400_000

/**
 * Gives this laptop's notices, each once: looks at the clocks of all open requests and at what is due on days, keeps what
 * was given, holds back in quiet hours. Looks only when told to; `timer.ts` does.
 */
export class NoticeKeeper {
  private readonly kernel: Kernel
  private readonly book = new ClockBook()
  private readonly listeners = new Set<(given: NoticesGiven) => void>()
  private readonly changed = new Set<string>()
  private ready = false
  private due: { readonly key: string; readonly days: readonly DueDay[] } | null = null
  private lookedAt = Number.NEGATIVE_INFINITY
  private lookedFor: string | null = null
  private readonly deaf: () => void

  constructor(kernel: Kernel) {
    this.kernel = kernel
    this.deaf = kernel.feed.listen((event) => this.heard(event))
  }

  /** Reads the clocks of all open requests; before that nothing is given. */
  async load(pause: () => Promise<void>): Promise<void> {
    this.ready = false
    const before = new Date(this.kernel.now() - KEPT_MS).toISOString()
    this.kernel.writeLocal((db) => forgetNotices(db, before))
    await this.book.load(() => this.kernel.db, pause)
    this.ready = true
  }

  /** Whether anybody hears what is given: a window is open, and connected. */
  get isHeard(): boolean {
    return this.listeners.size > 0
  }

  /** Hears what is given, what came due while nobody listened first, until the returned function is called. */
  listen(listener: (given: NoticesGiven) => void): () => void {
    this.listeners.add(listener)
    this.look()
    return () => this.listeners.delete(listener)
  }

  /** Looks at everything by the kernel's clock, and gives what is due. */
  look(): void {
    if (!this.ready) return
    const now = this.kernel.now()
    // whatever lay behind may lie ahead again; what was given stays given
    if (now < this.lookedAt) this.lookAnew()
    this.lookedAt = now
    this.readChanged()
    const whom: Whom = { me: readSettings(this.kernel.db).me, head: holdersReader(this.kernel.db).head }
    if (whom.me !== this.lookedFor) this.lookAnew()
    this.lookedFor = whom.me
    const settings = readNoticeSettings(this.kernel)
    const found = [...this.ofClocks(whom, settings, now), ...this.ofDays(whom, settings, now)]
    this.give(found, whom, isQuiet(settings, calendarOf(this.kernel.db, whom.me).compiled, now), now)
  }

  stop(): void {
    this.deaf()
    this.listeners.clear()
  }

  /** Looks at everything once more, at what was passed over before too. */
  private lookAnew(): void {
    this.book.rewind()
    this.due = null
  }

  private heard({ txnId, tables }: CommittedEvent): void {
    if (txnId === null) {
      // another file: nothing of what was read holds
      this.due = null
      void this.load(() => Promise.resolve())
      return
    }
    if (tables.some((table) => DUE_TABLES.includes(table))) this.due = null
    if (!tables.includes('request')) return
    const rows = this.kernel.db
      .prepare<[string, string], string>(
        `SELECT DISTINCT c.row_id FROM change c
         WHERE c.tbl = 'request' AND c.txn_id IN (SELECT id FROM txn WHERE id = ? OR batch_id = ?)`,
      )
      .pluck()
      .all(txnId, txnId)
    for (const id of rows) this.changed.add(id)
  }

  private readChanged(): void {
    this.book.refresh(this.kernel.db, this.changed)
    this.changed.clear()
  }

  private ofClocks(whom: Whom, settings: NoticeSettings, now: number): Finding[] {
    return this.book.reached(now).flatMap(({ requestId, clock, run, at }) => {
      const mine = levelsFor(this.kernel.db, requestId, whom)
      const watch: Watch = {
        key: `request:${requestId}:${clock}:${run}`,
        reaches: at.filter(({ level }) => mine.includes(level)),
      }
      return this.findings(watch, { kind: 'request', id: requestId, clock }, settings, now)
    })
  }

  private ofDays({ me, head }: Whom, settings: NoticeSettings, now: number): Finding[] {
    const today = dayOf(now)
    const key = `${today} ${me} ${head} ${new Date(now).getTimezoneOffset()}`
    if (this.due?.key !== key) this.due = { key, days: dueDays(this.kernel.db, { me, head, today }) }
    return this.due.days.flatMap((day) =>
      this.findings(day, { kind: day.kind, id: day.id, clock: null }, settings, now),
    )
  }

  private findings(
    watch: Watch,
    record: Omit<NoticeContent, 'level'>,
    settings: NoticeSettings,
    now: number,
  ): Finding[] {
    const given = (level: NoticeLevel): boolean => wasGiven(this.kernel.db, noticeKey(watch.key, level))
    const told = toldOf(watch, given, now)
    return told.given.map((level) => ({
      key: noticeKey(watch.key, level),
      content: level === told.level && settings.levels[level] ? { ...record, level } : null,
    }))
  }

  private give(found: readonly Finding[], { me }: Whom, quiet: boolean, now: number): void {
    const { db } = this.kernel
    const held = quiet ? [] : heldNotices(db)
    if (found.length === 0 && held.length === 0) return
    const at = new Date(now).toISOString()
    this.kernel.writeLocal((local) => {
      if (held.length > 0) showHeld(local, at)
      for (const { key, content } of found)
        keepNotice(local, key, content, { now: at, shown: quiet ? null : at })
    })
    if (quiet) return
    const fresh = found.flatMap(({ key, content }): StoredNotice[] =>
      content === null ? [] : [{ ...content, key, raisedAt: at, seenAt: null }],
    )
    const heldBack = inWords(db, held, me).length
    const notices = inWords(db, fresh, me)
    if (notices.length === 0 && heldBack === 0) return
    for (const listener of this.listeners) listener({ notices, heldBack })
  }
}
