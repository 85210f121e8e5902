/** One holiday of one year: the days off from the first to the last, and the days worked in exchange 调休. */
interface Holiday {
  readonly name: string
  /** YYYY-MM-DD, both included */
  readonly from: string
  readonly to: string
  readonly work?: readonly string[]
}

/**
 * The State Council's notices on public holidays 国务院办公厅关于部分节假日安排的通知, as given in
 * 国办发明电〔2023〕7号, 〔2024〕12号 and 〔2025〕7号. Later years are imported.
 */
const HOLIDAYS: readonly Holiday[] = [
  { name: '元旦', from: '2024-01-01', to: '2024-01-01' },
  { name: '春节', from: '2024-02-10', to: '2024-02-17', work: ['2024-02-04', '2024-02-18'] },
  { name: '清明节', from: '2024-04-04', to: '2024-04-06', work: ['2024-04-07'] },
  { name: '劳动节', from: '2024-05-01', to: '2024-05-05', work: ['2024-04-28', '2024-05-11'] },
  { name: '端午节', from: '2024-06-10', to: '2024-06-10' },
  { name: '中秋节', from: '2024-09-15', to: '2024-09-17', work: ['2024-09-14'] },
  { name: '国庆节', from: '2024-10-01', to: '2024-10-07', work: ['2024-09-29', '2024-10-12'] },
  { name: '元旦', from: '2025-01-01', to: '2025-01-01' },
  { name: '春节', from: '2025-01-28', to: '2025-02-04', work: ['2025-01-26', '2025-02-08'] },
  { name: '清明节', from: '2025-04-04', to: '2025-04-06' },
  { name: '劳动节', from: '2025-05-01', to: '2025-05-05', work: ['2025-04-27'] },
  { name: '端午节', from: '2025-05-31', to: '2025-06-02' },
  { name: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08', work: ['2025-09-28', '2025-10-11'] },
  { name: '元旦', from: '2026-01-01', to: '2026-01-03', work: ['2026-01-04'] },
  { name: '春节', from: '2026-02-15', to: '2026-02-23', work: ['2026-02-14', '2026-02-28'] },
  { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
  { name: '劳动节', from: '2026-05-01', to: '2026-05-05', work: ['2026-05-09'] },
  { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
  { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
  { name: '国庆节', from: '2026-10-01', to: '2026-10-07', work: ['2026-09-20', '2026-10-10'] },
]

const MS_A_DAY = 86_400_000

/** What a day of the notices is: free, or worked in exchange. */
interface ChinaDay {
  readonly kind: 'off' | 'work'
  readonly name: string
}

function* daysOf({ name, from, to, work = [] }: Holiday): Generator<[string, ChinaDay]> {
  for (let ms = Date.parse(from); ms <= Date.parse(to); ms += MS_A_DAY)
    yield [new Date(ms).toISOString().slice(0, 10), { kind: 'off', name }]
  for (const day of work) yield [day, { kind: 'work', name: `${name}调休` }]
}

/** China's public holidays and make-up workdays 调休 of 2024 to 2026, by day. */
export const CHINA_DAYS: Readonly<Record<string, ChinaDay>> = Object.fromEntries(
  HOLIDAYS.flatMap((holiday) => [...daysOf(holiday)]),
)
