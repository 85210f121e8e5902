import type { EngineFailure } from '../../../electron/rules/restarts.ts'
import type { Language } from '../../terms/language.ts'

const zh = {
  usage: '用法：npm run -s yushui -- <命令> [选项]',
  commands: '命令',
  options: '选项',
  score: '按分级考评表评分：--sheet 评分表.xlsx --marks 打分表.xlsx --out 评级结果.xlsx',
  api: '列出全部接口及其输入、输出的 JSON Schema',
  call: '调用接口：从标准输入读 JSON，结果写到标准输出；文件写作 {"$file": "路径"}，结果为文件时用 --out',
  backup: '立即备份并校验',
  verify: '检查数据：完整性、外键、历史能否重放出同样的数据',
  serve: '启动工作台（不打开窗口），输出网址',
  data: '数据文件夹（默认取环境变量 YUSHUI_DATA，再取系统的应用数据目录）',
  lang: '语言：zh 或 en',
  out: '结果文件',
  port: '端口（默认：每个数据文件夹固定一个；0 由系统选择）',
  version: '版本',
  help: '帮助',
  unknownCommand: '没有“{command}”这个命令。',
  noCommand: '请给出命令。',
  missingOption: '缺少选项 --{option}。',
  unknownOption: '没有 {what} 这个选项。',
  optionValue: '选项 {what} 的值有误。',
  tooMuch: '多余的参数：{what}',
  unknownLanguage: '语言只能是 zh 或 en。',
  badPort: '端口应是 0 到 65535 的整数。',
  noProcedure: '请给出接口名；api 命令列出全部接口。',
  unknownProcedure: '没有“{procedure}”这个接口；api 命令列出全部接口。',
  badJson: '标准输入不是有效的 JSON：{detail}',
  outNeeded: '这个接口的结果是文件，请用 --out 指定写到哪里。',
  fileMissing: '{file}：读不到这个文件（{detail}）',
  cannotWrite: '{file}：写不进去（{detail}）',
  notAFile: '{file}：不是普通文件，不能写',
  overInput: '{file}：正是输入的文件，请换一个结果文件名',
  noData: '{folder}：没有鱼水的数据，请检查路径',
  more: '另有 {count} 处错误未列出。',
  written: '已写入 {file}',
  outsideBands:
    '注意：{count} 户的“{indicator}”数值不在任何一档之内，这一项算未评（如 {name}）。请检查各档之间有没有空隙。',
  backedUp: '已备份并校验：{file}',
  verified: '数据完好：{changes} 条变更、{txns} 次提交重放后与数据一致。',
  unverified: '数据有问题：',
  integrity: '完整性：{detail}',
  foreignKeys: '失效的引用：{count} 处',
  replay: '历史与数据不符：{table}，{different} 行',
  unexpected: '程序出错，日志编号 {logId}，见数据文件夹中的 logs/yushui.log。',
  refused: '未能完成：{code}',
  serving: '鱼水正在运行：{url}',
  stopHint: '按 Ctrl+C 结束。',
  building: '正在构建……',
  noDisplay: '没有图形界面，请在浏览器中打开上面的网址。',
  noElectron: '没有 Electron（{reason}），改用浏览器。',
  electronAsRoot: 'root 用户不能使用',
  startUsage: '用法：npm start -- [--data DIR] [--browser] [--no-open] [--port N] [--lang zh|en]',
  stopping: '正在备份并结束……',
}

const en = {
  usage: 'Usage: npm run -s yushui -- <command> [options]',
  commands: 'Commands',
  options: 'Options',
  score: 'Grade by a grading sheet: --sheet SHEET.xlsx --marks MARKS.xlsx --out RESULT.xlsx',
  api: 'List every procedure with the JSON Schema of its input and output',
  call: 'Call a procedure: JSON from stdin, answer to stdout; a file is {"$file": "path"}, an answer that is a file needs --out',
  backup: 'Make a verified backup now',
  verify: 'Check the data: integrity, references, and that the history replays to the same rows',
  serve: 'Run the workstation without opening a window, and print its address',
  data: "Data folder (else YUSHUI_DATA, else the system's place for application data)",
  lang: 'Language: zh or en',
  out: 'Result file',
  port: 'Port (each data folder has its usual one; 0: chosen by the system)',
  version: 'Version',
  help: 'Help',
  unknownCommand: 'There is no command "{command}".',
  noCommand: 'Please name a command.',
  missingOption: 'The option --{option} is missing.',
  unknownOption: 'There is no option {what}.',
  optionValue: 'The option {what} needs a value, or takes none.',
  tooMuch: 'There is one argument too many: {what}',
  unknownLanguage: 'The language is zh or en.',
  badPort: 'The port is a whole number from 0 to 65535.',
  noProcedure: 'Please name a procedure; the command api lists them.',
  unknownProcedure: 'There is no procedure "{procedure}"; the command api lists them.',
  badJson: 'What came from stdin is not JSON: {detail}',
  outNeeded: 'This procedure answers with a file: say where to put it with --out.',
  fileMissing: "{file}: can't be read ({detail})",
  cannotWrite: "{file}: can't be written ({detail})",
  notAFile: '{file}: is no ordinary file and will not be written',
  overInput: '{file}: is one of the input files; name another result',
  noData: '{folder}: holds no Yushui data; check the path',
  more: '{count} more faults are not listed.',
  written: 'Written: {file}',
  outsideBands:
    'Note: {indicator}: the figures of {count} account(s) lie in none of its bands and count as unmarked (such as {name}). Check the bands for gaps.',
  backedUp: 'Backed up and verified: {file}',
  verified: 'The data is whole: {changes} changes in {txns} transactions replay to the same rows.',
  unverified: 'The data is not whole:',
  integrity: 'Integrity: {detail}',
  foreignKeys: 'Broken references: {count}',
  replay: 'History and data differ: {table}, {different} rows',
  unexpected: 'Something went wrong; log id {logId}, see logs/yushui.log in the data folder.',
  refused: 'Not done: {code}',
  serving: 'Yushui is running: {url}',
  stopHint: 'Ctrl+C ends it.',
  building: 'Building…',
  noDisplay: 'There is no display here: open the address above in a browser.',
  noElectron: "Electron can't be had ({reason}); using a browser.",
  electronAsRoot: 'it does not run as root',
  startUsage: 'Usage: npm start -- [--data DIR] [--browser] [--no-open] [--port N] [--lang zh|en]',
  stopping: 'Backing up and closing…',
} satisfies typeof zh

export type CliWord = keyof typeof zh

/** One of the command line's texts, with what belongs into its {places}. */
export function say(
  language: Language,
  word: CliWord,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fill((language === 'zh' ? zh : en)[word], params)
}

function fill(text: string, params: Readonly<Record<string, string | number | null>>): string {
  return text.replace(/\{(\w+)\}/g, (_place, name: string) => String(params[name] ?? ''))
}

const failuresZh: Readonly<Record<string, string>> = {
  LOCKED_BY_OTHER:
    '这个数据文件夹正被另一个鱼水使用（进程 {pid}）。请切换到那个窗口，或先关闭它，或用 --data 另选文件夹。',
  NEWER_FILE:
    '数据由更新版本的鱼水写成（第 {fileVersion} 版结构，本程序为第 {appVersion} 版）。请升级程序；数据未改动。',
  MIGRATION_EDITED: '升级步骤“{step}”与当初执行的不同。请重新安装原来的程序；数据未改动。',
  MIGRATION_FAILED: '升级步骤“{step}”失败，已退回：{detail}',
  DAMAGED: '数据文件损坏：{file}（{detail}）。最近的完好备份：{lastBackup}',
  READ_ONLY_FOLDER: '数据文件夹不可写：{folder}。请检查权限，或用 --data 另选文件夹。',
  BLOCKED_FOLDER: '无法使用数据文件夹：{folder}（{detail}）。请用 --data 另选文件夹。',
  CRASHED: '数据引擎连续退出 {crashes} 次（{detail}）。请重新启动；若再次发生，请查看 logs/yushui.log。',
}

const failuresEn: Readonly<Record<string, string>> = {
  LOCKED_BY_OTHER:
    'Another Yushui (process {pid}) is using this data folder. Switch to its window, close it, or choose another folder with --data.',
  NEWER_FILE:
    'The data was written by a newer Yushui (structure {fileVersion}, this program knows {appVersion}). Please update; the data was not touched.',
  MIGRATION_EDITED:
    'The upgrade step "{step}" differs from the one that was run. Please reinstall the original program; the data was not touched.',
  MIGRATION_FAILED: 'The upgrade step "{step}" failed and was rolled back: {detail}',
  DAMAGED: 'The data file is damaged: {file} ({detail}). Last good backup: {lastBackup}',
  READ_ONLY_FOLDER:
    "The data folder can't be written: {folder}. Check its permissions, or choose another with --data.",
  BLOCKED_FOLDER: "The data folder can't be used: {folder} ({detail}). Choose another with --data.",
  CRASHED:
    'The data engine ended {crashes} times in a row ({detail}). Start again; if it happens again, see logs/yushui.log.',
}

/** Why the engine can't be had, and what to do about it. */
export function failureText(failure: EngineFailure, language: Language): string {
  const text = (language === 'zh' ? failuresZh : failuresEn)[failure.code]
  const dash: Record<string, string | number | null> = {}
  for (const [name, value] of Object.entries(failure.data)) dash[name] = value ?? '—'
  return text === undefined ? say(language, 'refused', { code: failure.code }) : fill(text, dash)
}

/** The language asked for, else the system's, else Chinese. Null when it is none that we speak. */
export function languageOf(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language | null {
  if (asked !== undefined) return asked === 'zh' || asked === 'en' ? asked : null
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return system.toLowerCase().startsWith('en') ? 'en' : 'zh'
}
