/** Refusals about ideas, in the three sentences of `errors.ts`. */
export const ideaError = {
  IDEA_NOT_FOUND: {
    what: '找不到这条改进。',
    why: '它可能已经删除，或者提出它的一步被撤销了。',
    next: '到改进列表里再找找；删除的按 Ctrl+Z 找回，刚撤销的按 Ctrl+Y。',
  },
  IDEA_STEP_REFUSED: {
    what: '改进 {{code}} 没有改动。',
    why: '它现在的状态不能这样做，可能刚被别人推进过。',
    next: '看看它现在的状态，再从上面的按钮里选。',
  },
  IDEA_NEEDS_REASON: {
    what: '还没有改动。',
    why: '这一步要写明原因：提出它的客户会问。',
    next: '写上原因再试一次。',
  },
  IDEA_UNTOLD: {
    what: '改进 {{code}} 还不能算“都已告知”。',
    why: '还没有告知：{{names}}。',
    next: '在“谁提过”里逐个记下已告知，再走这一步。',
  },
  IDEA_NOT_DELIVERED: {
    what: '告知没有记下。',
    why: '改进 {{code}} 还没有做到，也没有不采纳，还没有结果可以告知。',
    next: '先把它推进到“已做到”，或写明为什么不采纳。',
  },
} as const
