import type { PaperKind } from '../recovery/papers/rules/words.ts'
import type { Language } from './language.ts'

const ACKNOWLEDGEMENT_ZH = `# 关于“{事由}”的受理函
尊敬的{联系人}：
贵公司（{客户}）于{收到日}向我们反映的问题已经收到并登记，编号 {编号}。给您和贵公司带来不便，我们深表歉意。
您的原话我们记录如下，如有出入请随时指正：
“{客户原话}”
您提出的要求：{客户要求}
这件事由{负责人}全程负责，您有任何情况都可以直接找他。我们会先核实情况、控制影响，再查明原因，并在{解决期限}之前给您处理方案；其间的进展，我们会主动向您通报。
感谢您直接告诉我们，让我们有机会把它做好。
此致
敬礼
大客户部 {负责人}
{今天}`

const ACKNOWLEDGEMENT_EN = `# Acknowledgement – {subject}
Dear {contact},
Thank you for telling us on {received on} about what went wrong for {account}. We have registered it under the number {case number}, and we are sorry for the trouble it has caused you.
This is what we noted in your own words; please correct us where we got it wrong:
“{customer words}”
What you ask of us: {customer asks}
{owner} is responsible for this case from beginning to end and is your direct contact. We verify the facts and contain the effects first, then find the cause; you will have our proposal by {solution by}, and we will keep you informed on the way there.
We are grateful that you came to us with this, and for the chance to put it right.
Yours sincerely,
{owner}, Key Accounts
{today}`

const INTERIM_ZH = `# 关于“{事由}”的进展通报
尊敬的{联系人}：
贵公司{收到日}反映的问题（编号 {编号}），现将进展向您通报如下。
## 目前情况
目前：{进展}。
核实情况：{核实结论}
## 已经和正在采取的措施
{补救措施}
## 下一步
我们将在{下次通报}之前再次向您通报。其间如有任何疑问，请直接联系{负责人}。
为给您带来的不便诚恳致歉，感谢您的耐心。
此致
敬礼
大客户部 {负责人}
{今天}`

const INTERIM_EN = `# Progress report – {subject}
Dear {contact},
This is where we stand with what you told us on {received on} (case {case number}).
## Where we stand
At present: {standing}.
What we have verified: {finding}
## What has been done and is being done
{remedies}
## What comes next
You will hear from us again by {next news by}. Should you have any question before then, please turn to {owner} directly.
We apologise for the inconvenience, and thank you for your patience.
Yours sincerely,
{owner}, Key Accounts
{today}`

const ANSWER_ZH = `# 关于“{事由}”的处理答复
尊敬的{联系人}：
贵公司（{客户}）{收到日}反映的问题（编号 {编号}），我们已经核实并处理，现答复如下。
## 核实结论
{核实结论}
## 原因
{解释}
根本原因：{根本原因}
## 我们为您做的
{补救措施}
## 如何保证不再发生
{纠正措施}
{预防措施}
{致歉}
请您对这一处理提出意见。如果您认为还有不妥之处，请直接联系{负责人}，我们会继续跟进，直到您满意为止。
此致
敬礼
大客户部 {负责人}
{今天}`

const ANSWER_EN = `# Our answer – {subject}
Dear {contact},
We have looked into what you told us on {received on} on behalf of {account} (case {case number}), and this is our answer.
## What we found
{finding}
## Why it happened
{explanation}
Root cause: {root cause}
## What we do for you
{remedies}
## How we keep it from happening again
{corrective actions}
{preventive actions}
{apology}
Please let us know what you think of this. If anything still falls short, turn to {owner} directly: we will stay with it until you are satisfied.
Yours sincerely,
{owner}, Key Accounts
{today}`

const REPORT_ZH = `# 8D 报告：{事由}
客户：{客户}；联系人：{联系人}；编号：{编号}；产品：{产品}；地点：{地点}
收到：{收到日}；发生：{发生日}；报告日期：{今天}
## D1 小组
负责人：{负责人}
{小组}
## D2 问题描述
客户原话：“{客户原话}”
核实结论：{核实结论}
## D3 临时控制措施
控制住的日子：{控制日}
{控制措施}
## D4 根本原因与漏出原因
{五问}
根本原因：{根本原因}
为什么没有先发现：{漏出原因}
## D5 选定的纠正措施
{纠正措施}
## D6 落实与验证
{复查}
## D7 预防再发生
{预防措施}
## D8 致谢与结案
告知客户：{告知日}；客户答复：{客户答复}；结案：{结案日}
感谢{联系人}与{客户}的反馈和配合，也感谢小组每一位成员。
审核：________________　批准：________________`

const REPORT_EN = `# 8D report – {subject}
Customer: {account}; contact: {contact}; case: {case number}; product: {product}; site: {site}
Received: {received on}; happened: {happened on}; report of: {today}
## D1 Team
Owner: {owner}
{team}
## D2 Problem
In the words of the customer: “{customer words}”
Verified: {finding}
## D3 Containment
Contained on: {contained on}
{containment actions}
## D4 Root cause and escape cause
{five whys}
Root cause: {root cause}
Why it escaped us: {escape cause}
## D5 Chosen corrective actions
{corrective actions}
## D6 Carried out and verified
{checks}
## D7 Prevention
{preventive actions}
## D8 Thanks and closing
Customer told: {told on}; answer: {customer answer}; closed: {closed on}
We thank {contact} and {account} for the feedback and the cooperation, and every member of the team.
Reviewed: ________________   Approved: ________________`

const FILE_ZH = `# 案卷 {编号}：{事由}
## 一、案情
{案情}
客户原话：“{客户原话}”
客户要求：{客户要求}
## 二、期限
{期限}
## 三、核实
{核实结论}
## 四、原因
{五问明细}
根本原因：{根本原因}
{根因归类}
为什么没有先发现：{漏出原因}
## 五、补救与补偿
{补救明细}
审批：{审批}
{赔付比较}
## 六、解释与道歉
给客户的解释：{解释}
{致歉记录}
## 七、改正措施
{措施明细}
## 八、客户答复
{客户答复}
{满意与公正}
## 九、恢复证明
{恢复证明}
{订单}
## 十、办案小组
{成员}
## 十一、来源、拜访与以往个案
### 来源与拜访
{来源与拜访}
### 一年内的以往个案
{以往个案}
## 十二、函件与附件
### 已出函件
{已出函件}
### 附件
{附件}
## 十三、全部经过
{经过}`

const FILE_EN = `# Case file {case number} – {subject}
## 1 Facts
{all facts}
In the words of the customer: “{customer words}”
What they ask: {customer asks}
## 2 Deadlines
{deadlines}
## 3 Check for truth
{finding}
## 4 Causes
{whys in full}
Root cause: {root cause}
{root cause class}
Why it escaped us: {escape cause}
## 5 Remedies and compensation
{remedies in full}
Approval: {approval}
{fairness}
## 6 Explanation and apology
Explained to the customer: {explanation}
{apology on record}
## 7 Actions
{actions in full}
## 8 What the customer says
{customer answer}
{content and justice}
## 9 Proof of recovery
{proof of recovery}
{orders by month}
## 10 Team
{members}
## 11 Origins, visits and earlier cases
### Origins and visits
{origins and visits}
### Earlier cases within a year
{earlier cases}
## 12 Papers and files
### Papers sent
{papers sent}
### Files
{files}
## 13 The whole course
{course}`

/** How papers are worded until the department words them otherwise; for their form see papers/rules/filling.ts. */
export const BUILT_IN_PAPERS = {
  zh: {
    acknowledgement: ACKNOWLEDGEMENT_ZH,
    interim: INTERIM_ZH,
    answer: ANSWER_ZH,
    report8d: REPORT_ZH,
    caseFile: FILE_ZH,
  },
  en: {
    acknowledgement: ACKNOWLEDGEMENT_EN,
    interim: INTERIM_EN,
    answer: ANSWER_EN,
    report8d: REPORT_EN,
    caseFile: FILE_EN,
  },
} as const satisfies Record<Language, Record<PaperKind, string>>
