/** Refusals of papers, in the three sentences of `errors.ts`. */
export const paperError = {
  PAPER_HAS_GAPS: {
    what: '函件没有保存。',
    why: '还有 {{count, number}} 处空着，客户会看到“还没有……”。',
    next: '先把它们填上，或改写那一段；确实要这样出的，勾选“空着也出”。',
  },
  PLACES_UNKNOWN: {
    what: '模板没有保存。',
    why: '没有这些项：{{names}}。',
    next: '从右边的清单里点选，或去掉大括号。',
  },
  PLACES_INSIDE: {
    what: '模板没有保存。',
    why: '这些项是内部的，只能用在案卷里：{{names}}。',
    next: '换成客户可以看的项，例如“补救措施”“补偿金额”。',
  },
  TEMPLATE_CHANGED: {
    what: '模板没有保存。',
    why: '另一个窗口刚改过它。',
    next: '您写的还在：先复制出来，重新打开这一页，再改一次。',
  },
} as const
