/** Refusals of service recovery, in the three sentences of `errors.ts`. */
export const caseError = {
  CASE_NOT_FOUND: {
    what: '找不到这个个案。',
    why: '它可能已经删除，或者记下它的一步被撤销了。',
    next: '到个案列表里再找找；删除的按 Ctrl+Z 找回，刚撤销的按 Ctrl+Y。',
  },
  CASE_BEFORE_ACCOUNT: {
    what: '个案没有记下。',
    why: '它发生在 {{day}}，而和这家客户从 {{since}} 才开始合作。',
    next: '改正发生的日子，或先改正客户的“合作起始”。',
  },
  CASE_STEP_REFUSED: {
    what: '个案 {{code}} 没有改动。',
    why: '它现在的状态不能这样做，可能刚被别人推进过。',
    next: '看看它现在的状态，再从上面的按钮里选。',
  },
  CASE_BARRED: {
    what: '个案 {{code}} 还不能走这一步。',
    why: '还缺这一步必须先有的东西。',
    why_notContained: '级别高的个案要先控制住损害。',
    why_unchecked: '还没有写核实的结论。',
    why_unnamed: '还没有选您是谁，不知道是谁批的。',
    why_refused: '客户的答复是不接受。',
    why_noSolution: '还没有补救措施，也没有写给客户的解释。',
    why_overLimit: '补偿合计超过了您的审批权限。',
    why_undelivered: '还有补救措施没有做完。',
    why_unanswered: '客户还没有答复接受与否；确实问不到的，写明原因。',
    why_unexplained: '还没有找到根本原因。',
    next: '先补上，再走这一步。',
  },
  CASE_CLOSED: {
    what: '没有改动。',
    why: '个案 {{code}} 已经了结。',
    next: '先“重新打开”并写明原因，再改。',
  },
  CASE_MERGED: {
    what: '没有改动。',
    why: '个案 {{code}} 已并入 {{into}}。',
    next: '到 {{into}} 里办；合错了就在它的页上“拆开”。',
  },
  REMEDY_UNAPPROVED: {
    what: '没有记下做到了。',
    why: '要花钱的补救还没有批准。',
    next: '先定方案、批准，再做。',
  },
  CASE_NEEDS_REASON: {
    what: '还没有改动。',
    why: '这一步要写明原因。',
    next: '写上原因再试一次。',
  },
  ABOVE_APPROVED: {
    what: '没有记下。',
    why: '已批准的补偿合计是 {{approvedText}}，这样会到 {{wantedText}}。',
    next: '先“退回修改”，改好再批准。',
  },
  CHECK_TOO_EARLY: {
    what: '复查没有记下。',
    why: '措施还没有落实，或还没到复查的日子 {{day}}。',
    next: '先记下落实，到日子再复查。',
  },
  ORDERS_CHANGED: {
    what: '订单没有记下。',
    why: '{{month}} 的订单刚在另一个窗口改过。',
    next: '看看现在的数，还要改就再改一次。',
  },
  MONTH_TO_COME: {
    what: '订单没有记下。',
    why: '{{month}} 还没有到。',
    next: '改正月份，例如 2026-10。',
  },
  CASE_FILES_TOO_MANY: {
    what: '文件没有附上。',
    why: '一个个案最多 {{most, number}} 个文件，已有 {{there, number}} 个。',
    next: '去掉重复的，只留说明问题的。',
  },
  WIN_BACK_THERE: {
    what: '没有再记一次。',
    why: '这家客户已经记为流失（{{code}}），还没有结果。',
    next: '打开 {{code}} 接着写。',
  },
  WORTH_MISSING: {
    what: '还没有决定。',
    why: '争取之前要先算值不值得。',
    next: '先在“值不值得赢回”里算一算，再决定。',
  },
  NOT_DECIDED: {
    what: '没有记下。',
    why: '还没有决定争取或客气分手。',
    next: '先写下决定和理由。',
  },
  LOOK_TOO_EARLY: {
    what: '没有记下。',
    why: '要到 {{day}} 才回头看。',
    next: '到那天再写；已经回来的现在就可以写“回来了”。',
  },
  STEPS_TOO_MANY: {
    what: '没有记下。',
    why: '一家最多 {{most, number}} 步。',
    next: '把相近的合成一步。',
  },
  REMEDIES_TOO_MANY: {
    what: '没有记下。',
    why: '一个个案最多 {{most, number}} 项补救。',
    next: '把相近的合成一项。',
  },
  CASES_DIFFER: {
    what: '{{code}} 和 {{other}} 没有合并。',
    why: '只有同一家客户的两个个案才能合并。',
    next: '另选一个同一家客户的个案。',
  },
} as const
