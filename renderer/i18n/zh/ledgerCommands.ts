/** What commands of the channel's ledgers did, as `commands.ts` says it. */
export const ledgerCommand = {
  addIncident: '记下“{{account}}”的质量事故“{{name}}”',
  changeIncidents: '修改质量事故“{{name}}”',
  changeIncidents_many: '修改 {{count, number}} 件质量事故',
  removeIncidents: '删除质量事故“{{name}}”',
  removeIncidents_many: '删除 {{count, number}} 件质量事故',
  decideCorrection: '定下“{{name}}”的改正',
  changeCorrection: '修改“{{name}}”的改正',
  carryOutCorrection: '完成“{{name}}”的改正',
  withdrawCorrection: '撤回“{{name}}”的改正',
  proveIncident: '证实“{{name}}”已改正',
  withdrawProof: '撤回“{{name}}”的证明',
} as const
