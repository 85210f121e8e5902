/**
 * Every refusal of the engine in three sentences: what happened, why, what to do next. `why_<reason>` replaces `why`
 * where the error says a reason.
 */
export const error = {
  NOT_SAVED: {
    what: '没有保存。',
    why: '数据文件夹写不进去。',
    why_diskFull: '磁盘满了。',
    why_readOnly: '数据文件夹是只读的。',
    why_ioError: '磁盘读写出错。',
    next: '腾出空间或恢复写权限后再试一次；刚才填的内容还在。',
  },
  NOTHING_TO_UNDO: {
    what: '没有可以撤销或重做的操作。',
    why: '已经到头了。',
    next: '可在“部门 › 历史”里查看全部操作。',
  },
  UNDO_CONFLICT: {
    what: '不能撤销“{{label}}”。',
    why: '其中 {{conflicts}} 处之后又被改过。',
    next: '先撤销后来的修改，或直接改成想要的值。',
  },
  BACKUP_NOT_FOUND: {
    what: '找不到这份备份。',
    why: '文件可能被移走或清理了。',
    next: '刷新列表，另选一份。',
  },
  BACKUP_DAMAGED: {
    what: '这份备份不能用。',
    why: '它没有通过完整性检查。',
    next: '另选一份较早的备份；当前数据没有动。',
  },
  SAMPLE_ALREADY_LOADED: {
    what: '示例部门已经在了。',
    why: '只能载入一次。',
    next: '想重来，先移除示例再载入。',
  },
  SAMPLE_NOT_LOADED: {
    what: '没有示例可移除。',
    why: '示例部门没有载入，或已经移除。',
    next: '不用再做什么。',
  },
  MEMBER_NOT_FOUND: {
    what: '找不到这位成员。',
    why: '可能已在另一个窗口里移除。',
    next: '刷新后再看；也可以撤销移除。',
  },
  ROW_NOT_FOUND: {
    what: '找不到这一条。',
    why: '可能已在另一个窗口里删除。',
    next: '刷新后再看；也可以撤销删除。',
  },
  PRODUCT_NOT_FOUND: {
    what: '找不到这个产品。',
    why: '可能已在另一个窗口里删除。',
    next: '刷新后再看；也可以撤销删除。',
  },
  COMPETITOR_NOT_FOUND: {
    what: '找不到这个竞争对手。',
    why: '可能已在另一个窗口里删除。',
    next: '刷新后再看；也可以撤销删除。',
  },
  NAME_TAKEN: { what: '已有名为“{{name}}”的一项。', why: '名字不能重复。', next: '换一个名字。' },
  STILL_USED: {
    what: '“{{name}}”不能删除。',
    why: '有 {{accounts, number}} 个客户的分析正在用它。',
    next: '先清掉那里的记录，再来删除；也可以只改名。',
  },
  REFERRED_ITSELF: {
    what: '这条介绍没有记下。',
    why: '客户不能介绍它自己。',
    next: '另选一个介绍人或被介绍的客户。',
  },
  ACCOUNT_NOT_FOUND: {
    what: '找不到这个客户。',
    why: '可能已在另一个窗口里删除。',
    next: '回到客户列表；也可以撤销删除。',
  },
  SUBJECT_NOT_FOUND: {
    what: '找不到要合并的其中一个。',
    why: '可能已在另一个窗口里删除或合并。',
    next: '回到重复名单刷新后再看；也可以撤销。',
  },
  MERGE_WITH_ITSELF: {
    what: '不能和自己合并。',
    why: '左右两边选的是同一个。',
    next: '换一个再合并。',
  },
  PROMISE_NOT_FOUND: {
    what: '找不到这条承诺。',
    why: '可能已在另一个窗口里删除。',
    next: '刷新后再看；也可以撤销删除。',
  },
  PROMISE_STATE: {
    what: '“{{what}}”没有改动。',
    why: '它已经了结；要改了结方式，先重新打开。',
    next: '重新打开这条承诺，再选新的了结方式。',
  },
  RELEASE_NEEDS_NOTE: {
    what: '还没有了结。',
    why: '只有客户能免除我们的承诺，要写明客户怎么说的。',
    next: '在说明里写一句客户的原话，再按“免除”。',
  },
  DUE_BEFORE_MADE: {
    what: '到期日 {{dueOn}} 不能用。',
    why: '它早于承诺日 {{madeOn}}。',
    next: '选承诺日当天或之后的一天，或先改承诺日。',
  },
  MAP_PERSON_NOT_FOUND: {
    what: '这条线画不了。',
    why: '有一头的人现在不在这家客户任职。',
    next: '先在“关键人”里加上任职，再来画线。',
  },
  LINE_TO_SELF: {
    what: '这条线画不了。',
    why: '两头都是“{{name}}”。',
    next: '另选一个人。',
  },
  REPORTS_IN_CIRCLE: {
    what: '汇报线不能绕成圈。',
    why: '加上它就成了 {{names}}。',
    next: '先去掉圈里的一条汇报线，或改画影响线。',
  },
  LINE_EXISTS: {
    what: '这条线已经有了。',
    why: '“{{from}}”与“{{to}}”之间已有同样的线。',
    next: '点那条线就能改。',
  },
  RELATION_NOT_FOUND: {
    what: '找不到这条线。',
    why: '可能已在另一个窗口里去掉。',
    next: '刷新后再看；也可以撤销。',
  },
  HANDOVER_NOT_FOUND: {
    what: '找不到这次交接。',
    why: '可能已在另一个窗口里撤销。',
    next: '回到交接列表刷新后再看。',
  },
  HANDOVER_TO_SELF: {
    what: '不能移交给自己。',
    why: '移交人和接手人是同一个人。',
    next: '换一位接手人。',
  },
  HANDOVER_MOVED: {
    what: '这次交接已经完成，不能再改。',
    why: '双方已签署，客户已归接手人。',
    next: '要退回，按 Ctrl Z 撤销签署，或者反向再交接一次。',
  },
  NOT_OWNER: {
    what: '“{{name}}”不归移交人负责。',
    why: '它的负责人刚刚换过，或者选错了客户。',
    next: '刷新后重新选择客户。',
  },
  CHECKS_OPEN: {
    what: '清单还没有勾完，不能签署。',
    why: '签署表示清单上的每一项都已过了一遍。',
    next: '先勾完自己这一列，再签署。',
  },
  CODE_TAKEN: {
    what: '客户编号 {{code}} 已被占用。',
    why: '“{{name}}”正在用它。',
    next: '换一个编号，或先改掉那一家的。',
  },
  CELLS_CHANGED: {
    what: '有 {{cells}} 格没有写入。',
    why: '“{{name}}”的{{field}}刚被另一个窗口改过，现在是“{{current}}”。',
    next: '看一眼最新的值，需要的话再改一次。',
  },
  CELLS_UNWRITTEN: {
    what: '有 {{count}} 格没有写入，其余已写入。',
    why: '例如“{{name}}”的{{column}}：{{problem}}',
    why_clipped: '表里已没有下面的行或右边的列。',
    next: '改好这些值再贴一次；贴错了按 Ctrl Z。',
  },
  VALUE_REFUSED: {
    what: '“{{value}}”填不进“{{name}}”的{{field}}。',
    why: '这一格不收这样的值。',
    why_unreadable: '看不出是哪一天。可以写 1967-03-14、3月14日、农历十月廿一、闰四月初八。',
    why_whichCalendar: '看不出是公历还是农历。请在前面写“公历”或“农历”。',
    why_twoBirthdays: '里面有两个日子，一个人只记一个生日。',
    why_noSuchDay: '日历上没有这一天。',
    why_lunarMonthShort: '那一年的这个农历月是小月，只有二十九天，没有三十。',
    why_noLeapMonth: '那一年没有这个闰月。',
    why_future: '这一天还没到。',
    why_outOfRange: '年份要在 1900 到 2100 之间。',
    why_endsBeforeItBegins: '离开的时间早于开始的时间。',
    next: '换一个值；其他格都没有动。',
  },
  PARENT_REFUSED: {
    what: '“{{name}}”的母公司没有改。',
    why: '“{{parent}}”不能是它的母公司。',
    why_itself: '公司不能是自己的母公司。',
    why_descendant: '“{{parent}}”本身就属于“{{name}}”或它的下级公司。',
    why_gone: '选的公司已经不在了，可能刚被删除。',
    next: '另选一家公司。',
  },
  FIELD_NAME_TAKEN: {
    what: '已有名为“{{name}}”的字段。',
    why: '列和字段不能重名，否则导入时分不清。',
    next: '换一个名字。',
  },
  CHOICES_MISSING: {
    what: '还没有可选项。',
    why: '单选字段至少要有一个可选项。',
    next: '写下几个可选项，一行一个。',
  },
  CUSTOM_FIELD_NOT_FOUND: {
    what: '找不到这个字段。',
    why: '可能已在另一个窗口里删除。',
    next: '刷新后再看；也可以撤销删除。',
  },
  PERSON_NOT_FOUND: {
    what: '找不到这位联系人。',
    why: '可能已在另一个窗口里删除，或并入了另一位。',
    next: '回到联系人列表再找；也可以撤销删除。',
  },
  EMPLOYMENT_NOT_FOUND: {
    what: '找不到这段任职。',
    why: '可能已在另一个窗口里删除。',
    next: '刷新后再看；也可以撤销删除。',
  },
  WARNING_NOT_FOUND: {
    what: '找不到这条警示。',
    why: '可能已在另一个窗口里删除。',
    next: '刷新后再看；也可以撤销删除。',
  },
  FIGURE_NAME_TAKEN: { what: '已有名为“{{name}}”的数据列。', why: '数据列不能重名。', next: '换一个名字。' },
  FIGURE_NOT_FOUND: {
    what: '找不到这一数据列。',
    why: '可能已在另一个窗口里删除。',
    next: '刷新后再看；也可以撤销删除。',
  },
  FIGURE_IN_USE: {
    what: '这一数据列不能删除。',
    why: '评分表“{{sheet}}”的科目“{{indicator}}”按它的区间得分。',
    next: '先给该科目换一列数据，再来删除。',
  },
  ENTRY_NOT_FOUND: {
    what: '找不到这条日志。',
    why: '可能已在另一个窗口里删除。',
    next: '回到日志列表；也可以撤销删除。',
  },
  ENTRY_EMPTY: { what: '日志没有保存。', why: '还没有写发生了什么。', next: '写一句就行，其余可以以后补。' },
  ENTRY_TOO_LONG: {
    what: '日志没有保存。',
    why: '一条最多 {{max, number}} 字，现在是 {{length, number}} 字。',
    next: '内容还在框里：留下要点，全文可作为附件。',
  },
  ENTRY_IN_FUTURE: {
    what: '日志没有保存。',
    why: '{{day}} 还没有到。',
    next: '日志记已经发生的事；将来的事写成下一步。',
  },
  ENTRY_CHANGED: {
    what: '没有写入。',
    why: '这条日志刚被另一个窗口改过。',
    next: '看一眼最新的内容，需要的话再改一次。',
  },
  PROMISE_WITHOUT_ACCOUNT: {
    what: '日志没有保存。',
    why: '承诺要有对象，这条日志还没有选客户。',
    next: '选一个客户，或去掉承诺。',
  },
  FILE_TOO_LARGE: {
    what: '“{{name}}”没有附上。',
    why: '文件有 {{bytes, bytes}}，最大 {{max, bytes}}。',
    next: '压缩或拆分后再附，或写明它放在哪里。',
  },
  FILES_TOO_MANY: {
    what: '一个文件也没有附上。',
    why: '一次选了 {{count, number}} 个，最多 {{most, number}} 个。',
    next: '分几次附，或者挑出说明问题的几张。',
  },
  FILE_BROKEN_OFF: {
    what: '“{{name}}”没有附上。',
    why: '文件没有传完整。',
    next: '再选一次同一个文件。',
  },
  FILE_MISSING: {
    what: '“{{name}}”的内容不在这台电脑上。',
    why: '数据文件夹的 attachments 里没有它。',
    next: '从原来的数据文件夹里把 attachments 一并拷来。',
  },
  FILE_DAMAGED: {
    what: '“{{name}}”打不开。',
    why: '磁盘上的内容与当初附上的不一致。',
    next: '从备份的 attachments 文件夹里拷回，或重新附一份。',
  },
  ATTACHMENT_NOT_FOUND: {
    what: '找不到这个文件。',
    why: '可能已在另一个窗口里取下。',
    next: '刷新后再看；也可以撤销。',
  },
  SHEET_NOT_FOUND: {
    what: '找不到这张评分表。',
    why: '可能已在另一个窗口里删除。',
    next: '回到评级首页；也可以撤销删除。',
  },
  SHEET_IN_USE: {
    what: '这张评分表不能删除。',
    why: '评级“{{round}}”正在用它。',
    next: '先删除该轮评级，或复制一张新的来改。',
  },
  INDICATOR_NOT_FOUND: {
    what: '找不到这个科目。',
    why: '可能已在另一个窗口里删除。',
    next: '刷新评分表后再试。',
  },
  ROUND_NOT_FOUND: {
    what: '找不到这轮评级。',
    why: '可能已在另一个窗口里删除。',
    next: '回到评级首页；也可以撤销删除。',
  },
  ROUND_LOCKED: {
    what: '“{{name}}”已发布，不能再改。',
    why: '发布后的评级永久保留原样。',
    next: '确需修改，请重新打开并写明原因。',
  },
  INDICATOR_BANDED: {
    what: '“{{indicator}}”不能手工打分。',
    why: '它按数据所在区间自动得分。',
    next: '改客户的数据，或改评分表里的区间。',
  },
  STRIP_MISFIT: {
    what: '分数没有写入。',
    why: '写入的范围与格数对不上。',
    next: '请再试一次；若还出现，请把代码告诉支持人员。',
  },
  BORDERS_OUT_OF_ORDER: {
    what: '级别分界没有应用。',
    why: '分界要从重要到普通依次降低，且在 0 到 100 之间。',
    next: '调整分界后再应用。',
  },
  WEIGHTS_NOT_FULL: {
    what: '权重没有应用。',
    why: '合计是 {{sumPercent}}，应为 100%。',
    next: '调到合计 100% 再应用。',
  },
  SHEET_FAULTY: {
    what: '还不能发布。',
    why: '评分表还有 {{faults}} 处问题，权重合计 {{weightSumPercent}}。',
    next: '先在评分表里改好标出的地方。',
  },
  NOTHING_GRADED: { what: '还不能发布。', why: '没有一个客户评到 80% 的权重。', next: '先填分数，再发布。' },
  ROUND_NOT_PUBLISHED: {
    what: '这轮评级不用重新打开。',
    why: '它还没有发布，或已经重新打开。',
    next: '直接修改即可。',
  },
  PUBLICATION_NOT_FOUND: {
    what: '找不到这次发布。',
    why: '地址可能不完整，或数据已还原到更早的备份。',
    next: '回到评级首页，从列表里打开。',
  },
  FILE_UNREADABLE: {
    what: '这个文件读不了。',
    why: '它不是能识别的工作簿、CSV 或名片。',
    next: '在 Excel 里打开后另存为 .xlsx（不设密码）再选；没有写入任何内容。',
    next_vcardOpen: '在手机或通讯录里重新导出名片（.vcf）再选；没有写入任何内容。',
    next_notAVcard: '在手机或通讯录里重新导出名片（.vcf）再选；没有写入任何内容。',
    next_tooManyCards: '在手机或通讯录里分几次导出名片（.vcf）再选；没有写入任何内容。',
  },
  UPLOAD_GONE: {
    what: '要重新选择文件。',
    why: '上次选的文件已经释放（程序重启过）。',
    next: '再选一次同一个文件；对应列的设置还记着。',
  },
  WORKSHEET_NOT_FOUND: {
    what: '找不到这张工作表。',
    why: '文件里没有这个名字的工作表。',
    next: '回到第一步另选一张。',
  },
  NAME_NOT_MAPPED: {
    what: '还不能预览。',
    why: '没有哪一列对应名称或姓名。',
    next: '把一列对应为“客户名称”或“姓名”。',
  },
  ENTRY_NOT_MAPPED: {
    what: '还不能预览。',
    why: '工作日志要有客户、日期和内容三列。',
    next: '把这三列都对应上。',
  },
  CODE_NOT_MAPPED: {
    what: '还不能按编号匹配。',
    why: '没有哪一列对应客户编号。',
    next: '对应一列编号，或改为按名称匹配。',
  },
  CELLS_FAULTY: {
    what: '“{{fileName}}”没有导入。',
    why: '有 {{count}} 格有问题。',
    next: '按列出的格改好文件再导入；没有写入任何内容。',
  },
  PROBLEMS_LEFT: {
    what: '还没有导入。',
    why: '还有 {{problems}} 格有问题。',
    next: '改正、采用建议，或先留空这些行。',
  },
  CANCELLED: { what: '已取消。', why: '是你按了取消。', next: '没有写入任何内容，可以随时再来。' },
  NO_PRINTER: {
    what: '这台电脑上不能生成 PDF。',
    why: '没有找到能打印网页的浏览器。',
    next: '安装 Chrome 或 Edge 后再试；工作簿导出不受影响。',
  },
  CONNECTION_LOST: {
    what: '与数据引擎断开了。',
    why: '引擎正在重启，或已经停止。',
    next: '稍等片刻会自动重连；刚才填的内容还在。',
  },
  CRASHED: {
    what: '数据引擎停了。',
    why: '它几次重启都没有站稳。',
    next: '再试一次；不行就打开备份。已保存的内容都还在。',
  },
  NO_TOKEN: {
    what: '这个窗口没有钥匙。',
    why: '地址里缺少本次运行的口令，或程序已重新启动。',
    next: '鱼水已经重新启动的话，请用新打开的窗口；这个窗口可以关掉。',
  },
  HOST_GONE: {
    what: '鱼水没有在运行。',
    why: '启动它的程序已经退出。',
    next: '请启动鱼水。鱼水已经重新启动的话，请用新打开的窗口；这个窗口可以关掉。已保存的内容都还在。',
  },
  REFUSED_INPUT: {
    what: '这些内容不能写入。',
    why: '有的值超出长度或格式不对。',
    why_named: '“{{where}}”太长或格式不对。',
    next: '改短或改对后再试；没有写入任何内容。',
  },
  UNEXPECTED: {
    what: '出了意外的问题。',
    why: '程序没有预料到这种情况，已记入日志。',
    next: '请再试一次；若还出现，请把代码告诉支持人员。',
  },
  LOCKED_BY_OTHER: {
    what: '数据正被另一个鱼水使用。',
    why: '同一数据文件夹一次只能由一个程序打开。',
    next: '关掉另一个窗口，再按“再试一次”。',
  },
  NEWER_FILE: {
    what: '数据文件比本程序新。',
    why: '它由更新版本的鱼水写成。',
    next: '请升级到新版本；数据没有动。',
  },
  MIGRATION_EDITED: {
    what: '数据文件与本程序对不上。',
    why: '升级步骤与当时运行的不同。',
    next: '请装回正式版本；数据没有动。',
  },
  MIGRATION_FAILED: {
    what: '数据没有升级成功。',
    why: '某个升级步骤失败，已全部退回。',
    next: '把代码告诉支持人员；数据和升级前一样。',
  },
  DAMAGED: {
    what: '数据文件损坏了。',
    why: '它没有通过完整性检查。',
    next: '打开备份，还原最近一份完好的；损坏的文件会留着。',
  },
  READ_ONLY_FOLDER: {
    what: '数据文件夹不能写。',
    why: '没有写权限，或磁盘是只读的。',
    next: '恢复写权限，再按“再试一次”。',
  },
  BLOCKED_FOLDER: {
    what: '数据文件夹打不开。',
    why: '那里有同名文件，或路径不可用。',
    next: '移开同名文件或换一个文件夹，再试一次。',
  },
} as const
