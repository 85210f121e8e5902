/** Refusals of rounds with ballots, in the three sentences of `errors.ts`. */
export const ballotError = {
  ROUND_WITHOUT_BALLOTS: {
    what: '这轮评级没有评分表。',
    why: '它是大家共用一张表打分的。',
    next: '在“评级”里另开一轮“小组盲评”。',
  },
  ROUND_NOT_THERE: {
    what: '现在不能这样做。',
    why: '评级“{{name}}”现在是“{{state}}”阶段。',
    next: '刷新后看看这一轮到哪一步了；需要时请组长退回一步。',
  },
  NOT_ENTERED: {
    what: '请先用 PIN 进入。',
    why: '还没有评价人进入；或者离开太久，或别人在这台电脑上进入了，已经退出。',
    next: '选自己的名字，输入 PIN 再试一次；填过的分都已保存。',
  },
  NOT_ALLOWED: {
    what: '您不能做这一步。',
    why: '这一步只有组长能做。',
    next: '请相应的人在这台电脑上用 PIN 进入后再做。',
  },
  EVALUATOR_NOT_FOUND: {
    what: '找不到这位评价人。',
    why: '可能已退出这一轮的评价小组。',
    next: '刷新评价小组后再看。',
  },
  STEP_UNKNOWN: {
    what: '这一轮不能这样走。',
    why: '它可能已在另一个窗口里走到别的阶段。',
    next: '刷新后再看现在可以做什么。',
  },
  REASON_MISSING: {
    what: '没有退回。',
    why: '退回一步要写明原因。',
    next: '写上原因再试一次。',
  },
  GROUP_FAULTY: {
    what: '评价小组还不能开始。',
    why: '评价小组有 {{faults}} 处要补：{{fault}}',
    next: '在“评价小组”里补好再开始。',
  },
  NOTHING_MARKED: {
    what: '没有锁定。',
    why: '还没有任何人打分，所有评分表都是空的。',
    next: '等评价人填过再锁定。',
  },
  DISCORD_OPEN: {
    what: '还不能提交批准。',
    why: '本轮“先合议”，还有 {{cells, number}} 格分歧没有定。',
    next: '在“合议”里逐格定下来。',
  },
  PIN_WRONG: {
    what: 'PIN 不对。',
    why: '再错 {{left}} 次就要等一会儿。',
    next: '再输一次；忘了可请组长或副组长清除。',
  },
  PIN_WAIT: {
    what: '请等一会儿。',
    why: 'PIN 连续输错太多次。',
    next: '{{seconds}} 秒后再试；忘了可请组长或副组长清除。',
  },
  PIN_NOT_SET: {
    what: '还没有 PIN。',
    why: '这台电脑上还没有为您设过 PIN，或者刚被清除。',
    next: '先设一个 4 到 12 位数字的 PIN。',
  },
  PIN_IS_SET: {
    what: 'PIN 已经设过了。',
    why: '这位评价人在这台电脑上已有 PIN。',
    next: '输入原来的 PIN；忘了可请组长或副组长清除。',
  },
  BALLOT_SUBMITTED: {
    what: '评分表已经提交。',
    why: '提交以后不能再改。',
    next: '锁定之前可以先“取回”再改。',
  },
  CELL_CLOSED: {
    what: '这些格子不由您打分。',
    why: '“{{name}}”不在您的评价范围，或您回避这家客户。',
    next: '只改自己负责的格子；要调整范围请找组长。',
  },
  SHEET_HELD: {
    what: '考评表现在不能改。',
    why: '评级“{{round}}”的评分表已发出，改了就不是同一张表。',
    next: '等它发布以后再改，或请组长把那一轮退回方案；也可以复制一份新表。',
  },
} as const
