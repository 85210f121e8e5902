/** What a trade talks about: its goods, what they are made of, its line, and what it buys of ours. */
export interface Trade {
  readonly goods: readonly string[]
  readonly base: readonly string[]
  readonly line: string
  readonly buys: readonly [string, ...string[]]
}

/** Our product groups, in the order in which the firm lists them. */
export const SAMPLE_PRODUCTS = [
  '水性木器漆',
  'UV 面漆',
  '工业胶粘剂',
  '固化剂',
  '建筑密封胶',
  '粉末涂料',
] as const

const WOOD = ['水性木器漆', 'UV 面漆', '固化剂'] as const
const PANEL = ['工业胶粘剂', 'UV 面漆'] as const
const METAL = ['粉末涂料', '固化剂'] as const
const BUILDING = ['建筑密封胶', '工业胶粘剂'] as const

const trade = (goods: string, base: string, line: string, buys: Trade['buys']): Trade => ({
  goods: goods.split(' '),
  base: base.split(' '),
  line,
  buys,
})

/** By the industry in the accounts' portraits. */
export const TRADES: Readonly<Record<string, Trade>> = {
  实木家具: trade('餐桌椅 实木床 书柜 沙发架', '橡木 榉木 胡桃木 橡胶木', '喷涂线', [...WOOD, '工业胶粘剂']),
  木地板: trade('多层地板 三层地板 地暖地板', '橡木表板 桦木芯板 番龙眼', '辊涂线', [...WOOD, '工业胶粘剂']),
  船舶涂装: trade('上层建筑 货舱 压载舱 舾装件', '船板 型钢 镀锌件', '分段涂装房', [
    '固化剂',
    '工业胶粘剂',
    '建筑密封胶',
  ]),
  整木定制: trade('护墙板 整木门 衣帽间 酒柜', '黑胡桃 樱桃木 木皮密度板', '手工喷房', [
    ...WOOD,
    '工业胶粘剂',
  ]),
  建材经销: trade('门店货 工地货 分销货', '木器漆 密封胶 辅料', '周转仓', [
    '水性木器漆',
    '建筑密封胶',
    '工业胶粘剂',
  ]),
  五金制品: trade('拉手 铰链 滑轨 工具箱', '锌合金 冷轧板 铝压铸件', '静电喷粉线', [...METAL, '工业胶粘剂']),
  人造板: trade('生态板 胶合板 饰面板', '杨木芯 桉木皮 浸渍纸', '贴面线', [
    '工业胶粘剂',
    'UV 面漆',
    '固化剂',
  ]),
  装饰工程: trade('酒店项目 展厅项目 写字楼项目', '护墙板 石膏板 隔断', '现场班组', [
    ...BUILDING,
    '水性木器漆',
  ]),
  门窗: trade('断桥铝窗 推拉门 阳光房', '铝型材 中空玻璃', '喷粉线', [...BUILDING, '粉末涂料']),
  定制家居: trade('橱柜门板 衣柜 木饰面', '密度板 多层板 颗粒板', '平板线', [
    'UV 面漆',
    '工业胶粘剂',
    '水性木器漆',
  ]),
  集成房屋: trade('营地房 箱式房 岗亭', '彩钢板 轻钢龙骨 岩棉板', '拼装线', [...BUILDING, '粉末涂料']),
  建筑幕墙: trade('单元幕墙 采光顶 铝板幕墙', '铝型材 夹胶玻璃', '打胶房', [...BUILDING]),
  木门: trade('实木复合门 静音门 儿童房门', '杉木芯 木皮 密度板', '往复喷涂线', [...WOOD]),
  涂料经销: trade('门店货 家具厂直供货 工程货', '木器漆 固化剂 稀释料', '调色中心', [...WOOD]),
  板式家具: trade('办公桌 文件柜 学生床', '三聚氰胺板 密度板', '封边线', [...PANEL]),
  五金经销: trade('门店货 机电配套货 网店货', '粉末 胶粘剂 密封胶', '周转仓', [
    '工业胶粘剂',
    '粉末涂料',
    '建筑密封胶',
  ]),
  涂装加工: trade('代工件 护栏 机壳', '钢件 铝件', '喷粉线', [...METAL]),
  整装: trade('整装套餐 精装房 样板间', '木饰面 集成墙板', '安装班组', ['水性木器漆', ...BUILDING]),
  橱柜: trade('烤漆门板 吸塑门板 台面', '密度板 实木框', '烤漆线', [...PANEL, '固化剂']),
  门业: trade('防盗门 铸铝门 防火门', '冷轧板 镀锌板 铸铝', '喷粉线', [...METAL, '工业胶粘剂']),
  木制品: trade('木屋构件 桑拿房 木托盘', '落叶松 樟子松', '浸涂线', ['水性木器漆', '工业胶粘剂']),
  竹制品: trade('竹地板 竹家具 竹砧板', '碳化竹 本色竹', '辊涂线', ['UV 面漆', '水性木器漆', '工业胶粘剂']),
  童车: trade('推车 儿童自行车 学步车', '钢管 塑料件', '喷粉线', ['粉末涂料']),
  鞋机: trade('成型机 前帮机', '机架 钣金件', '喷漆房', [...METAL]),
  灯饰: trade('吊灯 壁灯 庭院灯', '铝压铸件 铁艺件', '喷粉线', ['粉末涂料', '工业胶粘剂']),
  模塑: trade('仪表壳 手柄 外壳', 'ABS 件 尼龙件', '喷涂房', ['固化剂', '工业胶粘剂']),
  卫浴: trade('浴室柜 花洒 淋浴房', '不锈钢 多层板', '喷涂线', ['建筑密封胶', '水性木器漆']),
  纺织机械: trade('整经机 络筒机', '机架 铸件', '喷漆房', [...METAL]),
  工程机械: trade('铲斗 驾驶室 支腿', '结构钢 钣金件', '底面漆线', [...METAL, '工业胶粘剂']),
  船舶配件: trade('锚机 导缆器', '铸钢件 钢板', '手工喷房', ['固化剂']),
  乐器: trade('吉他 小提琴', '云杉面板 枫木背板', '抛光房', ['水性木器漆', '固化剂']),
  金属制品: trade('钢绳卷筒 索具', '碳钢 镀锌件', '喷粉线', [...METAL]),
  箱包: trade('拉杆箱 旅行箱', 'PC 箱壳 铝框', '组装线', ['工业胶粘剂']),
  汽车配件: trade('支架 行李架', '冲压件 铝型材', '喷粉线', [...METAL]),
  钢结构: trade('厂房钢梁 管廊', 'H 型钢 方管', '抛丸喷漆线', ['固化剂', '建筑密封胶']),
}
