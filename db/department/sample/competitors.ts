/** The invented firms that sell what we sell. */
export const SAMPLE_COMPETITORS = ['德诺涂料', '华楷新材', '远联胶业'] as const

/** What the department knows of each. */
export const COMPETITOR_NOTES: Readonly<Record<(typeof SAMPLE_COMPETITORS)[number], string>> = {
  德诺涂料: '客户口中的 D 牌；价低，交期与批次不稳，今年在降价抢量',
  华楷新材: '样板与检测报告做得好，售后隔天才到',
  远联胶业: '胶粘剂与密封胶齐全，本地仓多，冬天固化慢',
}
