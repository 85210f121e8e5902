/** Refusals of care tasks, in the three sentences of `errors.ts`. */
export const taskError = {
  TASK_NOT_FOUND: {
    what: '找不到这条任务。',
    why: '它可能刚被删除。',
    next: '刷新列表再看；误删可以撤销。',
  },
  TASK_SETTLED: {
    what: '“{{title}}”已经了结，不能再推迟或等待。',
    why: '了结的任务不再有日子。',
    next: '先重新打开它。',
  },
  REASON_NEEDED: {
    what: '没有保存。',
    why: '还没有写理由。',
    next: '写一句理由，以后看得明白。',
  },
  SNOOZE_PAST: {
    what: '没有推迟。',
    why: '只能推迟到今天以后的日子。',
    next: '选一个以后的日子。',
  },
  DUE_OUT_OF_RANGE: {
    what: '{{day}} 不能作为到期日。',
    why: '到期日要在 {{from}} 到 {{until}} 之间。',
    next: '检查年份，改成近一些的日子。',
  },
  PASTE_EMPTY: {
    what: '没有可以加入的任务。',
    why: '粘贴的内容是空的。',
    next: '从 Excel 复制几行再粘贴。',
  },
  PASTE_TOO_LONG: {
    what: '{{lines, number}} 行太多了。',
    why: '一次最多加入 {{max, number}} 条任务。',
    next: '分几次粘贴。',
  },
  PASTE_REFUSED: {
    what: '一条也没有加入：有 {{problems, number}} 处要改。',
    why: '第 {{line, number}} 行有不能接受的内容“{{text}}”。',
    why_missing: '第 {{line, number}} 行没有写任务。',
    why_tooLong: '第 {{line, number}} 行的任务太长，最多 200 个字。',
    why_unknownAccount: '第 {{line, number}} 行：没有客户“{{text}}”。',
    why_severalAccounts: '第 {{line, number}} 行：有几家客户都叫“{{text}}”。',
    why_unknownOwner: '第 {{line, number}} 行：部门里没有“{{text}}”。',
    why_severalOwners: '第 {{line, number}} 行：有几个人都叫“{{text}}”。',
    why_unreadableDay: '第 {{line, number}} 行：看不出“{{text}}”是哪一天。',
    why_dayOutOfRange: '第 {{line, number}} 行：“{{text}}”离今天太远。',
    why_unknownKind: '第 {{line, number}} 行：没有类型“{{text}}”。',
    next: '在表里改好，再整块粘贴一次。',
  },
  PLAYBOOK_NOT_FOUND: {
    what: '找不到这个模板。',
    why: '它可能刚被删除。',
    next: '刷新列表，另选一个。',
  },
  CONTRACT_NOT_FOUND: {
    what: '找不到这份合同。',
    why: '它可能刚被删除。',
    next: '刷新列表再看。',
  },
  CONTRACT_DATES: {
    what: '合同没有保存。',
    why: '到期日早于开始日。',
    next: '检查两个日期。',
  },
} as const
