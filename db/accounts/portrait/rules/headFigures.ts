import type { FigureUnit } from '../../rules/figures.ts'

/** The figures that an account's head shows where the department keeps them, whatever it calls them. */
export const HEAD_FIGURES = ['volume', 'profit', 'share', 'growth'] as const
export type HeadFigure = (typeof HEAD_FIGURES)[number]

/** What such a figure is called and counted in. Profit is looked for first: 年利润贡献 is no volume. */
const LOOKS = {
  profit: { unit: 'money', name: /利润|毛利|profit|margin/i },
  volume: { unit: 'money', name: /交易额|销售额|采购额|营业额|volume|sales|turnover|purchases/i },
  share: { unit: 'percent', name: /份额|占比|share/i },
  growth: { unit: 'percent', name: /增长|同比|growth/i },
} as const satisfies Record<HeadFigure, { unit: FigureUnit; name: RegExp }>

/** Which of the department's figures stand in the head: the first of each look, in the figures' order. */
export function headFigures<Figure extends { readonly name: string; readonly unit: FigureUnit }>(
  figures: readonly Figure[],
): { readonly [Name in HeadFigure]: Figure | null } {
  const first = (look: HeadFigure): Figure | null =>
    figures.find(({ name, unit }) => unit === LOOKS[look].unit && LOOKS[look].name.test(name)) ?? null
  const profit = first('profit')
  const others = figures.filter((figure) => figure !== profit)
  const volume = others.find(({ name, unit }) => unit === 'money' && LOOKS.volume.name.test(name)) ?? null
  return { volume, profit, share: first('share'), growth: first('growth') }
}
