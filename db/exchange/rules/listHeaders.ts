import { ENTRY_WORDS, WORKPLACE_WORDS } from '../../terms/lists.ts'
import { PERSON_FIELD_WORDS } from '../../terms/people.ts'
import { SECOND_BIRTHDAY } from './card.ts'
import { foldHeader } from './headers.ts'
import { ENTRY_USES, type EntryUse, type ListKind, PERSON_USES, type PersonUse } from './listKinds.ts'

/** What else the columns of a list of people may be headed; capitals are the properties of a vCard. */
const PERSON_SYNONYMS: Readonly<Partial<Record<PersonUse, readonly string[]>>> = {
  name: [
    '联系人',
    '联系人姓名',
    '名字',
    '客户联系人',
    'full name',
    'contact',
    'contact name',
    'person',
    'FN',
  ],
  company: [
    '客户',
    '客户名称',
    '公司名称',
    '单位',
    '单位名称',
    '所在公司',
    '工作单位',
    '所属客户',
    '企业名称',
    'account',
    'account name',
    'customer',
    'employer',
    'organisation',
    'organization',
    'ORG',
  ],
  title: ['职位', '岗位', '头衔', '职称', 'job title', 'position', 'role'],
  department: ['所在部门', 'dept', 'ORG UNIT'],
  since: ['任职时间', '到职时间', '入职时间', '到任', '在职起始', 'job since', 'joined'],
  gender: ['称呼', 'form of address', '先生女士', 'sex', 'GENDER', 'salutation'],
  phone: [
    '手机',
    '手机号',
    '手机号码',
    '电话号码',
    '联系电话',
    '联系方式',
    '电话',
    'phone',
    '办公电话',
    'TEL',
    'mobile',
    'telephone',
    'cell',
  ],
  privatePhone: ['私人手机', '家庭电话', '个人电话', '住宅电话', 'TEL HOME', 'home phone'],
  email: ['电子邮箱', '邮件', '电子邮件', '邮箱地址', 'email', 'mail', 'email address'],
  wechat: ['微信号', 'weixin', 'wechat id', 'X-WECHAT'],
  birthday: [
    '出生日期',
    '出生年月日',
    '公历生日',
    '阳历生日',
    '生辰',
    'date of birth',
    'born',
    'dob',
    'BDAY',
  ],
  otherBirthday: ['阴历生日', '生日农历', '生日阴历', '旧历生日', 'BDAY LUNAR', SECOND_BIRTHDAY],
  nativePlace: ['老家', '祖籍', '家乡', 'hometown', 'home town'],
  career: ['过去经历', 'career', '工作经历', '履历', '简历', '职业经历'],
  tradeSince: ['入行', '从业年份', '从业起始'],
  interests: ['兴趣爱好', '兴趣', '特长', 'hobbies', 'hobby'],
  rhythm: ['作息', 'daily rhythm', '作息时间', '联系时间', '何时好联系', 'when to call'],
  family: ['家庭情况', '家人', '家庭成员'],
  health: ['健康状况', '身体状况'],
  idNumber: ['证件号', '身份证', '身份证号', '身份证号码', '证件号码', 'id card', 'id no'],
  attitude: ['态度', '对我们的态度', '关系', '立场', 'attitude'],
  decisionRole: ['决策作用', '采购角色', 'buying role'],
  influence: ['影响', '影响程度', '影响力1-5'],
  brandsView: ['对其他品牌看法', '对竞品看法', '其他品牌看法'],
  preconditions: ['合作条件', '前提', 'preconditions'],
  greeting: ['how to greet and treat', '相处', '相处之道', '怎么称呼', 'NICKNAME'],
  note: ['说明', '附注', 'notes', 'remark', 'remarks', 'comment'],
  tags: ['标记', 'labels', 'CATEGORIES'],
  basis: ['保存依据', 'kept because', '依据'],
  retainUntil: ['保存到', 'kept until', '保存期限'],
}

const ENTRY_SYNONYMS: Readonly<Record<EntryUse, readonly string[]>> = {
  account: ['客户名称', '公司', '公司名称', '单位', '客户编号', 'account name', 'customer', 'company'],
  people: [
    '对方人员',
    '客户方',
    '参加人',
    '对方参加人',
    '拜访对象',
    '接洽人',
    'contact',
    'contacts',
    'person',
    'met',
  ],
  channel: ['沟通方式', '联系方式', '拜访方式', '跟进方式', '渠道', '类型', 'type', 'how'],
  day: [
    '时间',
    '拜访日期',
    '沟通日期',
    '跟进日期',
    '联系日期',
    '发生日期',
    '拜访时间',
    '跟进时间',
    'date',
    'happened on',
    'on',
  ],
  text: [
    '沟通内容',
    '跟进内容',
    '拜访内容',
    '工作内容',
    '记录',
    '跟进记录',
    '沟通记录',
    '纪要',
    '情况',
    '摘要',
    'text',
    'content',
    'notes',
    'summary',
    'minutes',
  ],
  nextStep: ['下步计划', '下一步计划', '下步工作', '后续计划', '待办', 'next', 'follow-up', 'to do'],
  nextOn: [
    '下次联系',
    '下次跟进',
    '下次跟进日期',
    '下次联系日期',
    '计划日期',
    '下一步时间',
    '下步日期',
    'due',
    'next date',
    'follow-up on',
  ],
  member: [
    '记录人',
    '跟进人',
    '拜访人',
    '业务员',
    '客户经理',
    '负责人',
    '我方',
    'colleague',
    'by',
    'our person',
    'sales rep',
  ],
}

const personWords = (use: PersonUse): readonly string[] =>
  (['zh', 'en'] as const).flatMap((language) => {
    const words: Readonly<Record<string, string>> = {
      ...PERSON_FIELD_WORDS[language],
      ...WORKPLACE_WORDS[language],
    }
    const word = words[use]
    return word === undefined ? [] : [word]
  })

const byHeader = <Use extends string>(
  uses: readonly Use[],
  wordsOf: (use: Use) => readonly string[],
): ReadonlyMap<string, Use> =>
  new Map(uses.flatMap((use) => wordsOf(use).map((word) => [foldHeader(word), use] as const)))

const PERSON_OF = byHeader(PERSON_USES, (use) => [...(PERSON_SYNONYMS[use] ?? []), ...personWords(use)])
const ENTRY_OF = byHeader(ENTRY_USES, (use) => [
  ENTRY_WORDS.zh[use],
  ENTRY_WORDS.en[use],
  ...ENTRY_SYNONYMS[use],
])

/** What a column of people so headed fills. */
export const personUseOf = (header: string): PersonUse | undefined => PERSON_OF.get(foldHeader(header))

/** What a column of a work log so headed fills. */
export const entryUseOf = (header: string): EntryUse | undefined => ENTRY_OF.get(foldHeader(header))

/** What is said of people only: two such columns beside names make a list of people. */
const PERSONAL: ReadonlySet<PersonUse> = new Set<PersonUse>([
  'title',
  'gender',
  'privatePhone',
  'email',
  'wechat',
  'birthday',
  'otherBirthday',
  'nativePlace',
  'interests',
  'family',
  'idNumber',
  'attitude',
  'decisionRole',
  'influence',
])
/** Names that only people have: a list of customers with a contact's name has the customer's own name too. */
const NAME_OF_PERSON = new Set(['姓名', '联系人姓名', 'full name', 'contact name', 'FN'].map(foldHeader))
/** What stands beside day and text in a work log. */
const OF_ENTRY: readonly EntryUse[] = ['account', 'people', 'channel', 'nextStep']

/** What a list with these headers most likely holds. */
export function guessHolds(headers: readonly string[]): ListKind {
  const entry = new Set(headers.map(entryUseOf))
  if (entry.has('day') && entry.has('text') && OF_ENTRY.some((use) => entry.has(use))) return 'log'
  const person = headers.map(personUseOf)
  const personal = new Set(person.filter((use) => use !== undefined && PERSONAL.has(use))).size
  const named = headers.some((header) => NAME_OF_PERSON.has(foldHeader(header)))
  if (person.includes('name') && (named || personal >= 2)) return 'people'
  return 'accounts'
}
