/** What of a colleague the suggestion of an approver needs. */
export interface Colleague {
  readonly name: string
  readonly role: string
}

const DEPUTY = /副|vice|deputy|assistant|助理/i
const LEADER =
  /总经理|总裁|董事长|首席执行官|general manager|managing director|chief executive|\bceo\b|president|chair/i

/** A1: the evaluation group is led by the enterprise's top executive; undefined where nobody has such a title. */
export const evaluationLeader = (members: readonly Colleague[]): Colleague | undefined =>
  members.find(({ role }) => LEADER.test(role) && !DEPUTY.test(role))
