import {
  changeCases,
  noteCase,
  removeCases,
  repeatCase,
  writeAnswer,
  writeApology,
  writeFinding,
  writeJustice,
} from '../recovery/service/change.ts'
import { setCaseMember, setCaseVisit } from '../recovery/service/links.ts'
import { mergeCases, splitCase } from '../recovery/service/merge.ts'
import { casesFrom, relatedTo } from '../recovery/service/origins.ts'
import { listCases } from '../recovery/service/read.ts'
import { foreseeCase, recordCase } from '../recovery/service/record.ts'
import { getCase } from '../recovery/service/sheet.ts'
import { stepCases } from '../recovery/service/step.ts'
import { engine } from './implementer.ts'

const { cases } = engine

/** Cases of service recovery: contract to services. */
export const casesRouter = {
  list: cases.list.handler(({ context, input }) => listCases(context.kernel, input)),
  get: cases.get.handler(({ context, input }) => getCase(context.kernel, input)),
  from: cases.from.handler(({ context, input }) => casesFrom(context.kernel, input)),
  related: cases.related.handler(({ context, input }) => relatedTo(context.kernel, input)),
  foresee: cases.foresee.handler(({ context, input }) => foreseeCase(context.kernel, input)),
  record: cases.record.handler(({ context, input }) => recordCase(context.kernel, input)),
  step: cases.step.handler(({ context, input }) => stepCases(context.kernel, input)),
  note: cases.note.handler(({ context, input }) => noteCase(context.kernel, input)),
  change: cases.change.handler(({ context, input }) => changeCases(context.kernel, input)),
  writeFinding: cases.writeFinding.handler(({ context, input }) => writeFinding(context.kernel, input)),
  writeAnswer: cases.writeAnswer.handler(({ context, input }) => writeAnswer(context.kernel, input)),
  writeJustice: cases.writeJustice.handler(({ context, input }) => writeJustice(context.kernel, input)),
  writeApology: cases.writeApology.handler(({ context, input }) => writeApology(context.kernel, input)),
  repeats: cases.repeats.handler(({ context, input }) => repeatCase(context.kernel, input)),
  setMember: cases.setMember.handler(({ context, input }) => setCaseMember(context.kernel, input)),
  setVisit: cases.setVisit.handler(({ context, input }) => setCaseVisit(context.kernel, input)),
  merge: cases.merge.handler(({ context, input }) => mergeCases(context.kernel, input)),
  split: cases.split.handler(({ context, input }) => splitCase(context.kernel, input)),
  remove: cases.remove.handler(({ context, input }) => removeCases(context.kernel, input)),
}
