import { readLayouts, saveLayout } from '../department/service/layouts.ts'
import { addMember, changeMember, listMembers, removeMember } from '../department/service/members.ts'
import { loadSample, removeSample } from '../department/service/sample.ts'
import { departmentStatus, startEmpty } from '../department/service/start.ts'
import { enterZone } from '../department/service/zone.ts'
import { changeSettings, readSettings } from '../department/settings.ts'
import { engine } from './implementer.ts'

const { department } = engine

/** The department room's procedures. */
export const departmentRouter = {
  status: department.status.handler(({ context }) => departmentStatus(context.kernel)),
  startEmpty: department.startEmpty.handler(({ context, input }) => startEmpty(context.kernel, input)),
  loadSample: department.loadSample.handler(({ context, input }) => loadSample(context.kernel, input)),
  removeSample: department.removeSample.handler(({ context, input }) => removeSample(context.kernel, input)),
  members: department.members.handler(({ context }) => listMembers(context.kernel)),
  addMember: department.addMember.handler(({ context, input }) => addMember(context.kernel, input)),
  changeMember: department.changeMember.handler(({ context, input }) => changeMember(context.kernel, input)),
  removeMember: department.removeMember.handler(({ context, input }) => removeMember(context.kernel, input)),
  settings: department.settings.handler(({ context }) => readSettings(context.kernel.db)),
  changeSettings: department.changeSettings.handler(({ context, input }) =>
    changeSettings(context.kernel, input),
  ),
  enterZone: department.enterZone.handler(({ input }) => enterZone(input)),
  layouts: department.layouts.handler(({ context }) => readLayouts(context.kernel)),
  saveLayout: department.saveLayout.handler(({ context, input }) => saveLayout(context.kernel, input)),
}
