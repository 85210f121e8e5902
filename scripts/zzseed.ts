import { v7 as uuidv7 } from 'uuid'
import { writeFileSync } from 'node:fs'
import { openEngine } from '../db/engine.ts'
import { inProcessClient } from '../db/host/inProcess.ts'
const c = () => ({ commandId: uuidv7() as never })
const engine = await openEngine({ dataFolder: process.argv[2] ?? '', appVersion: '0.4.1' })
const client = inProcessClient({ kernel: engine.kernel, printPdf: null, logError: (e) => { throw e } })
await client.department.loadSample(c())
const id = (t: string, n: string) => engine.kernel.db.prepare<[string], string>(`SELECT id FROM ${t} WHERE name=? AND deleted=0`).pluck().get(n) as never
const today = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10)
const { visitIds } = await client.visits.add({ ...c(), visits: [{ title: '', day: today, time: '14:30', minutes: 120, city: '东阳', place: '总部 3 楼会议室', travel: '12:30 公司出发，车程 1 小时 40 分；17:30 返回。车牌与司机见行程单。', objective: '谈定 2027 年框架协议，把份额从 62% 提到 70%；请吴董确认新线试产由我方独家供漆。', wished: '吴董当场答应框架协议', unsaid: '不要主动提 D 牌', sensitivities: '不谈 2024 年换货旧账，对方已口头了结。', ownerId: id('member', '沈知远'), accountIds: [id('account', '恒岳家居集团')], leadId: id('member', '何敬之'), memberIds: [id('member', '林晓舟')], personIds: [id('person', '吴国梁'), id('person', '吴思齐'), id('person', '郑明霞')] }] })
const visitId = visitIds[0] as never
await client.visits.writePoints({ ...c(), visitId, list: 'sayings', before: [], after: [{ key: 'a', text: '三块水性高光色板今天带到' }, { key: 'b', text: '样板房专色打样明天送展厅' }, { key: 'c', text: 'UV 面漆 12 月 5 日前到厂' }] })
for (const [topic, minutes, bottomLine] of [['明年框架协议：年采购 7,500 万元换账期 60 天', 60, ''], ['密封胶与粉末涂料试用，年用量约 380 万元', 30, '']] as const)
  await client.visits.saveTopic({ ...c(), visitId, topicId: null, topic: { topic, minutes, bottomLine, concession: '旺季优先排产，驻线两天' } })
for (const what of ['issues', 'figures'] as const) await client.visits.review({ ...c(), visitId, what })
for (const event of ['approve', 'confirm'] as const) await client.visits.step({ ...c(), visitIds: [visitId], event, note: '按计划' })
await client.briefing.freeze({ ...c(), visitId, reason: '' })
await client.department.changeSettings?.({ me: id('member', '林晓舟') } as never).catch(() => {})
await client.visits.setPeople({ ...c(), visitId, personIds: [id('person', '郑明霞')], there: false })
await client.visits.setPeople({ ...c(), visitId, personIds: [id('person', '高卉')], there: true })
engine.kernel.write({ ...c(), label: { command: 'changeVisits', params: { count: 1, name: 'x' } } }, (tx) => { tx.db.prepare(`UPDATE account SET figures = replace(figures, '6842000000', '6790000000') WHERE name='恒岳家居集团'`).run(); return {} })
await client.department.changeSettings?.({ me: id('member', '沈知远') } as never).catch(() => {})
writeFileSync(process.argv[3] ?? '', String(visitId))
await engine.close()
