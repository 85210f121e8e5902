import { SAMPLE_ACCOUNTS } from './accounts.ts'

/** A round that the department published before the sample's open one. */
export interface EarlierRound {
  readonly name: string
  /** how many days ago it was published */
  readonly ago: number
  readonly note: string
  /** the judged marks of each account, as strips like those of {@link SAMPLE_ACCOUNTS} */
  readonly strips: ReadonlyMap<string, string>
}

/** What was judged otherwise than in the round after it; newest round first. */
const CHANGES: readonly {
  readonly year: 0 | -1
  readonly half: string
  readonly ago: number
  readonly note: string
  readonly strips: Readonly<Record<string, string>>
}[] = [
  {
    year: 0,
    half: '上半年评级',
    ago: 139,
    note: '评级小组一致通过。',
    // still blank in the open round
    strips: {
      东莞利昌五金: '88866',
      西安秦岭木门: '86666',
      合肥皖新板式家具: '66686',
      南昌赣江橱柜: '66666',
      太原晋阳幕墙: '24444',
      温州瓯海鞋机: '22442',
      中山古镇灯饰: '22442',
      烟台芝罘船配: '22222',
    },
  },
  {
    year: -1,
    half: '下半年评级',
    ago: 316,
    note: '',
    strips: {
      恒岳家居集团: '8XX64',
      佛山美颂家具: 'X8888',
      南浔木业: '88866',
      青岛海润船舶涂装: '88888',
      川渝宏泰建材: '86888',
      临沂鲁南板材: '88886',
      徽杭装饰工程: '66866',
      厦门鹭岛家居: '68688',
      长沙湘江集成房屋: '66688',
      沈阳北辰幕墙: '68886',
      郑州中原涂料商行: '66666',
      济南泉城涂装: '64466',
      昆明滇池建材: '66464',
      哈尔滨龙江木制品: '44444',
      湖州南太湖竹业: '64464',
      嘉兴平湖童车: '44424',
      绍兴柯桥纺机: '44422',
    },
  },
  {
    year: -1,
    half: '上半年评级',
    ago: 504,
    note: '第一次按新考评表评级。',
    strips: {
      恒岳家居集团: '88X64',
      南浔木业: '88868',
      苏州新垲整木: '88868',
      川渝宏泰建材: '86886',
      东莞利昌五金: '86866',
      武汉楚江门窗: '66668',
      成都锦里家居: '66466',
      无锡梁溪整装: '64466',
      昆明滇池建材: '66466',
      石家庄冀中门业: '64644',
      漳州角美家具: '44444',
    },
  },
]

/** The rounds published before the open one of `year`, oldest first. */
export function earlierRounds(year: number): readonly EarlierRound[] {
  let strips: ReadonlyMap<string, string> = new Map(
    SAMPLE_ACCOUNTS.map(([name, , , , , , , , strip]) => [name, strip]),
  )
  const newestFirst = CHANGES.map((change) => {
    strips = new Map([...strips, ...Object.entries(change.strips)])
    const { ago, note } = change
    return { name: `${year + change.year} ${change.half}`, ago, note, strips }
  })
  return newestFirst.reverse()
}
