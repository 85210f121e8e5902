import { AccountId, MemberId, PersonId, type VisitId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { addVisits } from '../../../db/visits/service/add.ts'
import { changeVisits, reviewVisit, writePoints } from '../../../db/visits/service/change.ts'
import { stepVisits } from '../../../db/visits/service/step.ts'
import { saveTopic } from '../../../db/visits/service/topics.ts'
import { command, newSampleKernel } from '../newKernel.ts'

/** Half past nine on the day of the pictures. */
export const NOW = Date.parse('2026-11-24T01:30:00Z')

/** The id of the row of that name in the sample. */
export const idOf = (kernel: Kernel, table: 'account' | 'member' | 'person', name: string): string =>
  kernel.db
    .prepare<[string], string>(`SELECT id FROM ${table} WHERE name = ? AND deleted = 0 ORDER BY id LIMIT 1`)
    .pluck()
    .get(name) ?? `no ${name}`

/** A visit of 何敬之 to 恒岳 in the sample, as far as it was prepared: confirmed, with one bottom line missing. */
export function hengyueVisit(now: () => number = () => NOW): { kernel: Kernel; visitId: VisitId } {
  const kernel = newSampleKernel(now)
  const member = (name: string) => MemberId.parse(idOf(kernel, 'member', name))
  const person = (name: string) => PersonId.parse(idOf(kernel, 'person', name))
  const { visitIds } = addVisits(kernel, {
    commandId: command(),
    visits: [
      {
        title: '',
        day: '2026-11-24',
        time: '14:30',
        minutes: 120,
        city: '东阳',
        place: '总部 3 楼会议室',
        travel: '12:30 公司出发，车程 1 小时 40 分；17:30 返回。',
        objective: '谈定 2027 年框架协议，把份额从 62% 提到 70%；请吴董确认新线试产由我方独家供漆。',
        wished: '吴董当场答应框架协议',
        unsaid: '不要主动提 D 牌',
        sensitivities: '不谈 2024 年换货旧账，对方已口头了结。',
        ownerId: member('沈知远'),
        accountIds: [AccountId.parse(idOf(kernel, 'account', '恒岳家居集团'))],
        leadId: member('何敬之'),
        memberIds: [member('林晓舟')],
        personIds: [person('吴国梁'), person('吴思齐'), person('郑明霞')],
      },
    ],
  })
  const [visitId] = visitIds
  if (visitId === undefined) throw new Error('no visit')
  writePoints(kernel, {
    ...{ commandId: command(), visitId, list: 'sayings', before: [] },
    after: [
      { key: 'a', text: '三块水性高光色板今天带到' },
      { key: 'b', text: '样板房专色打样明天送展厅' },
      { key: 'c', text: 'UV 面漆 12 月 5 日前到厂' },
    ],
  })
  for (const [topic, minutes, bottomLine] of [
    ['明年框架协议：年采购 7,500 万元换账期 60 天', 60, '账期最多 52 天，秦素拍板'],
    ['密封胶与粉末涂料试用，年用量约 380 万元', 30, ''],
  ] as const)
    saveTopic(kernel, {
      ...{ commandId: command(), visitId, topicId: null },
      topic: {
        topic,
        minutes,
        bottomLine,
        concession: '旺季优先排产，驻线两天',
        memberId: null,
        personId: null,
      },
    })
  for (const what of ['issues', 'figures'] as const)
    reviewVisit(kernel, { commandId: command(), visitId, what })
  for (const event of ['approve', 'confirm'] as const)
    stepVisits(kernel, { commandId: command(), visitIds: [visitId], event, note: '按计划' })
  return { kernel, visitId }
}

/** Changes one field of a visit, whatever it held. */
export function change(kernel: Kernel, visitId: VisitId, field: 'objective' | 'place', after: string): void {
  const before = kernel.db
    .prepare<[string], string>(`SELECT ${field} FROM visit WHERE id = ?`)
    .pluck()
    .get(visitId)
  changeVisits(kernel, { commandId: command(), edits: [{ id: visitId, field, before: before ?? '', after }] })
}
