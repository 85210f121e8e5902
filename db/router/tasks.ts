import { addTasks } from '../channel/tasks/service/add.ts'
import { taskCalendar } from '../channel/tasks/service/calendar.ts'
import { listCareRules, saveCareRule } from '../channel/tasks/service/careRules.ts'
import { changeTasks, removeTasks } from '../channel/tasks/service/change.ts'
import {
  addContract,
  changeContract,
  listContracts,
  removeContract,
} from '../channel/tasks/service/contracts.ts'
import { repeatTask, snoozeTasks, waitTasks } from '../channel/tasks/service/defer.ts'
import { generateTasks } from '../channel/tasks/service/generate.ts'
import { getTask } from '../channel/tasks/service/get.ts'
import { pasteTasks, previewPaste } from '../channel/tasks/service/paste.ts'
import {
  listPlaybooks,
  removePlaybook,
  savePlaybook,
  startPlaybook,
} from '../channel/tasks/service/playbooks.ts'
import { countTasks, listTasks } from '../channel/tasks/service/read.ts'
import { settleTasks } from '../channel/tasks/service/settle.ts'
import { understandTask } from '../channel/tasks/service/understand.ts'
import { engine } from './implementer.ts'

const { tasks } = engine

/** The care tasks' procedures. */
export const tasksRouter = {
  list: tasks.list.handler(({ context, input }) => listTasks(context.kernel, input)),
  counts: tasks.counts.handler(({ context, input }) => countTasks(context.kernel, input)),
  get: tasks.get.handler(({ context, input }) => getTask(context.kernel, input)),
  calendar: tasks.calendar.handler(({ context, input }) => taskCalendar(context.kernel, input)),
  understand: tasks.understand.handler(({ context, input }) => understandTask(context.kernel, input)),
  add: tasks.add.handler(({ context, input }) => addTasks(context.kernel, input)),
  pastePreview: tasks.pastePreview.handler(({ context, input }) => previewPaste(context.kernel, input)),
  paste: tasks.paste.handler(({ context, input }) => pasteTasks(context.kernel, input)),
  change: tasks.change.handler(({ context, input }) => changeTasks(context.kernel, input)),
  settle: tasks.settle.handler(({ context, input }) => settleTasks(context.kernel, input)),
  snooze: tasks.snooze.handler(({ context, input }) => snoozeTasks(context.kernel, input)),
  wait: tasks.wait.handler(({ context, input }) => waitTasks(context.kernel, input)),
  repeat: tasks.repeat.handler(({ context, input }) => repeatTask(context.kernel, input)),
  remove: tasks.remove.handler(({ context, input }) => removeTasks(context.kernel, input)),
  generate: tasks.generate.handler(({ context, input }) => generateTasks(context.kernel, input)),
  playbooks: tasks.playbooks.handler(({ context }) => listPlaybooks(context.kernel)),
  savePlaybook: tasks.savePlaybook.handler(({ context, input }) => savePlaybook(context.kernel, input)),
  removePlaybook: tasks.removePlaybook.handler(({ context, input }) => removePlaybook(context.kernel, input)),
  startPlaybook: tasks.startPlaybook.handler(({ context, input }) => startPlaybook(context.kernel, input)),
  careRules: tasks.careRules.handler(({ context }) => listCareRules(context.kernel)),
  saveCareRule: tasks.saveCareRule.handler(({ context, input }) => saveCareRule(context.kernel, input)),
  contracts: tasks.contracts.handler(({ context, input }) => listContracts(context.kernel, input)),
  addContract: tasks.addContract.handler(({ context, input }) => addContract(context.kernel, input)),
  changeContract: tasks.changeContract.handler(({ context, input }) => changeContract(context.kernel, input)),
  removeContract: tasks.removeContract.handler(({ context, input }) => removeContract(context.kernel, input)),
}
