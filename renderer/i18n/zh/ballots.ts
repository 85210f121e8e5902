/** Rounds with ballots: the evaluation group, its rules, and each evaluator's ballot. */
export const ballots = {
  state: {
    draft: '方案',
    marking: '填报',
    locked: '锁定',
    consensus: '合议',
    approval: '批准',
    published: '发布',
    archived: '归档',
  },
  stateNow: {
    draft: '方案中',
    marking: '填报中',
    locked: '已锁定',
    consensus: '合议中',
    approval: '待批准',
    published: '已发布',
    archived: '已归档',
  },
  fault: {
    noLeader: '还没有组长',
    manyLeaders: '组长只能有一位',
    tooFew: '至少要两位评价人',
    nobodyFor: '“{{indicator}}”没有人评',
  },
  seat: {
    leader: '组长',
    deputy: '副组长',
    member: '组员',
  },
} as const
