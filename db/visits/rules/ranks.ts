/** Ranks by what a title says, from the top down: whom somebody meets at eye level. */
const LOOKS: readonly (readonly [rank: number, look: RegExp])[] = [
  [
    2,
    /副总裁|副董事长|副总经理|常务副|副总(?!监)|\b(vice[- ]president|deputy general manager|vp|cfo|cto|coo)\b/i,
  ],
  [
    1,
    /董事长|总裁|总经理(?!助理)|创始人|老板|\b(chairman|chairwoman|chair|president|ceo|founder|owner|general manager|managing director)\b/i,
  ],
  [3, /总监|总助|总经理助理|总工|首席|厂长|\b(director|head of|chief)\b/i],
  [4, /经理|部长|主任|负责人|\b(manager|lead)\b/i],
  [5, /\S/],
]

/** The rank that a title stands for, 1 (the top) to 5; null where there is no title. */
export const rankOfTitle = (title: string): number | null =>
  LOOKS.find(([, look]) => look.test(title))?.[0] ?? null

/** Steps by which ours stands above (negative) or below theirs; 0 is eye level. Null where one isn't known. */
export const rankGap = (ours: number | null, theirs: number | null): number | null =>
  ours === null || theirs === null ? null : ours - theirs
