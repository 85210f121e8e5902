import type { Words } from '../words.ts'
import type { command as zh } from '../zh/commands.ts'

/** What a command did, in the past tense: for history, undo and toasts. */
export const command = {
  addAccounts: 'Added account “{{name}}”',
  addAccounts_many: 'Added {{count, number}} accounts',
  editAccounts: 'Changed account “{{name}}”',
  editAccounts_many: 'Changed {{count, number}} cells of the accounts',
  removeAccounts: 'Deleted account “{{name}}”',
  removeAccounts_many: 'Deleted {{count, number}} accounts',
  addFigure: 'Added figure “{{name}}”',
  renameFigure: 'Renamed a figure to “{{name}}”',
  removeFigure: 'Deleted figure “{{name}}”',
  importAccounts: 'Imported “{{file}}”: {{inserted, number}} new, {{updated, number}} updated',
  addSheet: 'Made sheet “{{name}}”',
  renameSheet: 'Renamed a sheet to “{{name}}”',
  removeSheet: 'Deleted sheet “{{name}}”',
  changeSheet: 'Changed sheet “{{name}}”',
  importSheet: 'Imported sheet “{{name}}”',
  addRound: 'Started round “{{name}}”',
  renameRound: 'Renamed a round to “{{name}}”',
  removeRound: 'Deleted round “{{name}}”',
  mark: 'Marked {{cells, number}} {{cells, plural(one: cell; other: cells)}}',
  mark_edit: 'Marked “{{indicator}}” of “{{account}}”',
  mark_editMany: 'Marked {{cells, number}} cells',
  mark_paste:
    'Pasted {{rows, number}} {{rows, plural(one: row; other: rows)}} × {{columns}} {{columns, plural(one: column; other: columns)}}',
  mark_fill:
    'Filled {{rows, number}} {{rows, plural(one: row; other: rows)}} × {{columns}} {{columns, plural(one: column; other: columns)}}',
  mark_clear: 'Cleared {{cells, number}} {{cells, plural(one: mark; other: marks)}}',
  mark_cut: 'Cut {{cells, number}} {{cells, plural(one: mark; other: marks)}}',
  mark_import: 'Imported {{cells, number}} {{cells, plural(one: mark; other: marks)}}',
  note: 'Wrote a note on “{{indicator}}” of “{{account}}”',
  applyWhatIf: 'Applied weights and borders of “{{name}}”',
  placeException: 'Classified “{{name}}” first',
  removeException: 'Took back the exception for “{{name}}”',
  publishRound: 'Published round “{{name}}”',
  reopenRound: 'Reopened round “{{name}}”',
  importMarks:
    'Imported {{marks, number}} {{marks, plural(one: mark; other: marks)}} from “{{file}}” into “{{round}}”',
  addMember: 'Added member “{{name}}”',
  changeMember: 'Changed member “{{name}}”',
  removeMember: 'Removed member “{{name}}”',
  loadSample: 'Loaded the sample department',
  removeSample: 'Removed the sample department',
  unknown: 'Ran {{command}}',
} as const satisfies Words<typeof zh>
