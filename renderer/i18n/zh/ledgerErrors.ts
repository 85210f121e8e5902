/** Refusals of the channel's ledgers, in the three sentences of `errors.ts`. */
export const ledgerError = {
  DAYS_OUT_OF_ORDER: {
    what: '日子的先后不对。',
    why: '{{second}} 在 {{first}} 之前。',
    next: '改其中一个日子再试一次。',
  },
  DAY_TO_COME: {
    what: '没有记下。',
    why: '{{day}} 还没有到，不能记成已经发生。',
    next: '写今天或以前的日子。',
  },
  DAY_OUT_OF_RANGE: {
    what: '没有保存。',
    why: '{{day}} 离今天太远：要在 {{from}} 到 {{until}} 之间。',
    next: '检查年份，改好再试一次。',
  },
  PROOF_STANDS: {
    what: '改正不能撤回。',
    why: '{{code}} 已经证实，证明以它为据。',
    next: '先撤回证明。',
  },
  NOT_CORRECTED: {
    what: '还不能证实。',
    why: '{{code}} 的改正还没有完成。',
    next: '先记下改正的日子。',
  },
  TOLD_ALREADY: {
    what: '结果不能撤回。',
    why: '已经告知 {{accounts, number}} 家客户。',
    next: '先把他们改为没有告知。',
  },
  NOT_DECIDED: {
    what: '还不能告知。',
    why: '这项征询还没有结果。',
    next: '先记下结果，再告诉客户。',
  },
  LEVEL_USED: {
    what: '级别“{{name}}”不能删除。',
    why: '有 {{accounts, number}} 家客户的会员资格用着它。',
    next: '先把这些会员改到别的级别。',
  },
  MEMBERSHIP_OVERLAPS: {
    what: '没有记下会员。',
    why: '“{{name}}”在这段日子里已经是“{{level}}”会员。',
    next: '先改那一段的起止日，或修改它的级别。',
  },
  EVENT_CANCELLED: {
    what: '没有邀请。',
    why: '活动“{{name}}”已经取消。',
    next: '先恢复活动，再邀请客户。',
  },
  RULE_USED: {
    what: '规则“{{name}}”的种类和单位不能改。',
    why: '已有 {{entries, number}} 笔奖惩按它记下。',
    next: '另立一条新规则，给这一条写上最后一天。',
  },
  RULE_NOT_VALID: {
    what: '没有记下。',
    why: '规则“{{name}}”在 {{day}} 不适用。',
    next: '换一天，或换一条规则。',
  },
  NOTHING_EARNED: {
    what: '没有记下。',
    why: '按规则“{{name}}”，这个金额得不到奖励。',
    next: '核对金额；够不到起点的不必记。',
  },
  PENALTY_NEEDS_REASON: {
    what: '没有记下。',
    why: '罚要写明原因。',
    next: '写上原因再试一次。',
  },
  POINTS_SHORT: {
    what: '积分不够，没有兑付。',
    why: '余额 {{balance, number}} 分，要兑 {{wanted, number}} 分。',
    next: '少兑一些，或先记下应得的积分。',
  },
  SHEET_POINTS: {
    what: '暗访表没有保存。',
    why: '各项分值合计 {{points, number}} 分，应当是 100 分。',
    next: '调整分值再试一次。',
  },
  POINTS_TOO_MANY: {
    what: '没有打分。',
    why: '“{{name}}”最多 {{points, number}} 分，给了 {{given, number}} 分。',
    next: '改小分数再试一次。',
  },
} as const
