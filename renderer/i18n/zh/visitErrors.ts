/** Refusals of the executive visits, in the three sentences of `errors.ts`. */
export const visitError = {
  VISIT_NOT_FOUND: {
    what: '找不到这次拜访。',
    why: '它可能已经删除，或者新增它的一步被撤销了。',
    next: '到拜访列表里再找找；删除的按 Ctrl+Z 找回，刚撤销的按 Ctrl+Y。',
  },
  TRIP_NOT_FOUND: {
    what: '找不到这个行程。',
    why: '它可能已经删除。',
    next: '另选一个行程，或新建一个。',
  },
  VISIT_STEP_REFUSED: {
    what: '“{{name}}”没有改动。',
    why: '它现在的状态不能这样做。',
    next: '看看它现在的状态，再从上面的按钮里选。',
  },
  VISIT_STEP_NEEDS_REASON: {
    what: '还没有改动。',
    why: '这一步要写明原因。',
    next: '写上原因再试一次。',
  },
  VISIT_CLOSED: {
    what: '没有改动。',
    why: '拜访“{{name}}”已经关闭。',
    next: '先“重新打开”并写明原因，再改。',
  },
  VISIT_TOO_EARLY: {
    what: '“{{name}}”还不能开始。',
    why: '它安排在 {{day}}，还没有到。',
    next: '到那一天再开始；提前去了，先改期。',
  },
  VISIT_CLASH: {
    what: '这一步没有走。',
    why: '{{member}}去不了：同一天另有安排“{{what}}”{{city}}。',
    next: '改期、换人，或写明原因后照样走这一步。',
  },
  VISIT_NO_OUTCOME: {
    what: '纪要还不能完成。',
    why: '没有说目的达到了没有。',
    next: '在“结果”里选“达到、部分、没有”，再完成纪要。',
  },
  NOTE_NEEDS_COMPETITOR: {
    what: '没有记下。',
    why: '竞品动向要写明是哪一家。',
    next: '选一家竞品再试一次；没有的话先在客户的“分析”里加上。',
  },
  NOTE_NEEDS_ACCOUNT: {
    what: '没有记下。',
    why: '这次拜访没有客户，市场信息不知道记到谁家。',
    next: '先给拜访加一家客户。',
  },
  VISIT_OPEN_COMMITMENTS: {
    what: '还不能关闭。',
    why: '有 {{count, number}} 条约定既没有兑现、免除，也没有人按期在做，第一条是“{{what}}”。',
    next: '给它们写上负责人和日期，或了结后再关闭。',
  },
} as const
