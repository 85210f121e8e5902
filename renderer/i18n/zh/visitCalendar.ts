/** Words of the calendar of executive visits 月历. */
export const visitCalendar = {
  title: '拜访月历',
  who: '看谁的',
  everybody: '所有人',
  view: { label: '看法', month: '月', week: '周', agenda: '日程' },
  before: '往前',
  after: '往后',
  today: '今天',
  count: '{{count, number}} 次拜访，{{busy, number}} 段日程',
  empty: '这段日子没有拜访，也没有日程。',
  newOn: '{{day}} 新拜访',
  off: '休',
  work: '班',
  busy: '忙',
  allDay: '时间未定',
  more: '另有 {{count, number}} 项',
  exportShown: '导出这里的拜访（.ics）',
  hint: { page: '前后翻', move: '改日子（也可拖动）' },
  import: {
    open: '导入某位高层的日历…',
    title: '导入日历',
    hint: '从 Outlook、手机或网页日历导出 .ics，这里只记下什么时候没空。再导一次会换掉这个人原来的日程；私密的日程不记内容。',
    whose: '谁的日历',
    choose: '选择 .ics 文件',
    done: '{{name}}有 {{count, number}} 段日程；跳过 {{skipped, number}} 条（标为空闲、已取消，或不在前后一年半之内）。',
  },
} as const

/** Refusals of the calendar, in the three sentences of `errors.ts`. */
export const visitCalendarError = {
  NO_VISITS: {
    what: '没有导出。',
    why: '这里没有拜访。',
    next: '换一段日子或一年再试。',
  },
  CALENDAR_LINE_FAULTY: {
    what: '日历没有导入，什么也没有改。',
    why: '第 {{line}} 行看不懂：{{text}}',
    next: '从原来的日历程序重新导出 .ics，或删去这一行再导入。',
  },
  BUSY_TOO_MANY: {
    what: '日历没有导入，什么也没有改。',
    why: '前后一年半里有 {{count, number}} 段日程，最多收 {{most, number}} 段。',
    next: '只导出这个人自己的日历，或缩短导出的日期范围。',
  },
  CALENDAR_TOO_LARGE: {
    what: '日历没有导入。',
    why: '文件超过 {{megabytes, number}} MB。',
    next: '缩短导出的日期范围再试。',
  },
} as const
