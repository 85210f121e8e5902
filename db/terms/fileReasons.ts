import type { Language, Words } from './language.ts'

/** Why a file can't be read at all; `{detail}` is what was found. */
const FILE_REASONS = {
  zh: {
    notAWorkbook: '这不是 Excel 工作簿（.xlsx）或 CSV 文件',
    html: '这个文件其实是网页（HTML），不是 Excel 工作簿；请在 Excel 里打开并另存为 .xlsx',
    oldXls: '这是旧版 .xls 文件；请在 Excel 里另存为 .xlsx',
    password: '工作簿有打开密码；请先去掉密码',
    truncated: '文件不完整或已损坏；请重新导出或下载',
    zipBomb: '文件解开后大得不正常（{detail}），为安全起见不打开',
    tooManyRows: '有 {detail} 行，最多 100,000 行；请删去多余的行或拆成几个文件',
    tooManyColumns: '有 {detail} 列，最多 500 列',
    empty: '文件里没有数据',
    unbalancedQuote: '第 {detail} 行的引号没有配对',
    vcardOpen: '第 {detail} 行开始的名片没有结束（缺 END:VCARD）；请重新导出',
    notAVcard: '文件里没有完整的名片（BEGIN:VCARD 到 END:VCARD）',
    tooManyCards: '名片多于 100,000 张；请拆成几个文件',
    encoding: '文字编码读不懂；请存为 UTF-8 或 GB18030',
  },
  en: {
    notAWorkbook: 'This is neither an Excel workbook (.xlsx) nor a CSV file',
    html: 'This file is really a web page (HTML), not an Excel workbook; open it in Excel and save it as .xlsx',
    oldXls: 'This is an old .xls file; save it as .xlsx in Excel',
    password: 'The workbook opens with a password only; remove the password first',
    truncated: 'The file is incomplete or damaged; export or download it again',
    zipBomb: 'The file unpacks to an abnormal size ({detail}) and is not opened, for safety',
    tooManyRows: '{detail} rows; at most 100,000 can be read. Remove rows or split the file',
    tooManyColumns: '{detail} columns; at most 500 can be read',
    empty: 'There is no data in the file',
    unbalancedQuote: 'A quotation mark in line {detail} has no counterpart',
    vcardOpen: 'The vCard that begins in line {detail} has no end (END:VCARD is missing); export it again',
    notAVcard: 'There is no complete vCard in the file (BEGIN:VCARD to END:VCARD)',
    tooManyCards: 'There are more than 100,000 vCards; split the file',
    encoding: 'The text encoding can’t be read; save the file as UTF-8 or GB18030',
  },
} as const satisfies Words<string>

/** Reasons of FILE_UNREADABLE. */
export type FileReason = keyof typeof FILE_REASONS.zh

/** Whether an error's data names such a reason. */
export const isFileReason = (reason: unknown): reason is FileReason =>
  typeof reason === 'string' && Object.hasOwn(FILE_REASONS.zh, reason)

/** The text of a file that can't be read. */
export const fileReasonText = (reason: FileReason, detail: string, language: Language): string =>
  FILE_REASONS[language][reason].replace('{detail}', () => detail)
