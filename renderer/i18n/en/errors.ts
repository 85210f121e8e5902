import type { Words } from '../words.ts'
import type { error as zh } from '../zh/errors.ts'

/** Every refusal of the engine in three sentences; see the Chinese catalogue. */
export const error = {
  NOT_SAVED: {
    what: 'Not saved.',
    why: 'The data folder can’t be written.',
    why_diskFull: 'The disk is full.',
    why_readOnly: 'The data folder is read-only.',
    why_ioError: 'The disk reported an error.',
    next: 'Free some space or restore write access and try again; what you entered is still here.',
  },
  NOTHING_TO_UNDO: {
    what: 'There is nothing to undo or redo.',
    why: 'You have reached the end.',
    next: 'All commands are listed under Department › History.',
  },
  UNDO_CONFLICT: {
    what: '“{{label}}” can’t be undone.',
    why: '{{conflicts}} {{conflicts, plural(one: value was; other: values were)}} changed again since.',
    next: 'Undo the later changes first, or set the values you want.',
  },
  BACKUP_NOT_FOUND: {
    what: 'This backup was not found.',
    why: 'The file may have been moved or cleared away.',
    next: 'Refresh the list and choose another.',
  },
  BACKUP_DAMAGED: {
    what: 'This backup can’t be used.',
    why: 'It failed its integrity check.',
    next: 'Choose an earlier backup; the present data was not touched.',
  },
  SAMPLE_ALREADY_LOADED: {
    what: 'The sample department is already there.',
    why: 'It can be loaded once.',
    next: 'To start over, remove the sample first.',
  },
  SAMPLE_NOT_LOADED: {
    what: 'There is no sample to remove.',
    why: 'It was not loaded, or is gone already.',
    next: 'Nothing more to do.',
  },
  MEMBER_NOT_FOUND: {
    what: 'This member was not found.',
    why: 'Another window may have removed them.',
    next: 'Look again after a refresh, or undo the removal.',
  },
  ROW_NOT_FOUND: {
    what: 'This line was not found.',
    why: 'It may have been deleted in another window.',
    next: 'Look again after a refresh; a deletion can be undone.',
  },
  PRODUCT_NOT_FOUND: {
    what: 'This product was not found.',
    why: 'It may have been deleted in another window.',
    next: 'Look again after a refresh; a deletion can be undone.',
  },
  COMPETITOR_NOT_FOUND: {
    what: 'This competitor was not found.',
    why: 'It may have been deleted in another window.',
    next: 'Look again after a refresh; a deletion can be undone.',
  },
  NAME_TAKEN: {
    what: 'There already is one called “{{name}}”.',
    why: 'Names must differ.',
    next: 'Choose another name.',
  },
  STILL_USED: {
    what: '“{{name}}” can’t be deleted.',
    why: 'The analyses of {{accounts, number}} {{accounts, plural(one: account; other: accounts)}} use it.',
    next: 'Clear what stands there first, or rename it.',
  },
  REFERRED_ITSELF: {
    what: 'The referral was not noted.',
    why: 'An account can’t bring itself.',
    next: 'Choose another account on one of the two sides.',
  },
  ACCOUNT_NOT_FOUND: {
    what: 'This account was not found.',
    why: 'Another window may have deleted it.',
    next: 'Go back to the accounts, or undo the deletion.',
  },
  SUBJECT_NOT_FOUND: {
    what: 'One of the two was not found.',
    why: 'Another window may have deleted or merged it.',
    next: 'Go back to the duplicates and look again, or undo.',
  },
  MERGE_WITH_ITSELF: {
    what: 'Nothing can be merged with itself.',
    why: 'Both sides are the same.',
    next: 'Choose another one.',
  },
  PROMISE_NOT_FOUND: {
    what: 'This promise was not found.',
    why: 'Another window may have deleted it.',
    next: 'Look again after a refresh, or undo the deletion.',
  },
  PROMISE_STATE: {
    what: '“{{what}}” was left as it is.',
    why: 'It is settled already; to settle it in another way, reopen it first.',
    next: 'Reopen the promise, then choose how it ended.',
  },
  RELEASE_NEEDS_NOTE: {
    what: 'Nothing was settled.',
    why: 'Only the customer can release us, so the note has to say what they said.',
    next: 'Write the customer’s words into the note, then press “Released”.',
  },
  DUE_BEFORE_MADE: {
    what: 'The due day {{dueOn}} can’t be used.',
    why: 'It lies before {{madeOn}}, the day of the promise.',
    next: 'Choose that day or a later one, or change the day of the promise first.',
  },
  MAP_PERSON_NOT_FOUND: {
    what: 'This line can’t be drawn.',
    why: 'Somebody at one end doesn’t work at this account now.',
    next: 'Add the employment under key people first, then draw the line.',
  },
  LINE_TO_SELF: {
    what: 'This line can’t be drawn.',
    why: 'Both ends are “{{name}}”.',
    next: 'Choose somebody else.',
  },
  REPORTS_IN_CIRCLE: {
    what: 'Reporting lines can’t go in a circle.',
    why: 'With this one it would be {{names}}.',
    next: 'Remove a reporting line of the circle first, or draw influence instead.',
  },
  LINE_EXISTS: {
    what: 'This line is there already.',
    why: 'There is such a line between “{{from}}” and “{{to}}”.',
    next: 'Click that line to change it.',
  },
  RELATION_NOT_FOUND: {
    what: 'This line can’t be found.',
    why: 'It may have been removed in another window.',
    next: 'Refresh and look again; removing can be undone.',
  },
  HANDOVER_NOT_FOUND: {
    what: 'This hand-over was not found.',
    why: 'Another window may have given it up.',
    next: 'Go back to the hand-overs and look again.',
  },
  HANDOVER_TO_SELF: {
    what: 'Nobody can hand over to themselves.',
    why: 'Giver and taker are the same person.',
    next: 'Choose another taker.',
  },
  HANDOVER_MOVED: {
    what: 'This hand-over is done and can’t be changed.',
    why: 'Both have signed, and the accounts are the taker’s.',
    next: 'To take it back, undo the signature with Ctrl Z, or hand over the other way.',
  },
  NOT_OWNER: {
    what: '“{{name}}” isn’t owned by the giver.',
    why: 'Its owner has just changed, or the wrong account was chosen.',
    next: 'Refresh and choose the accounts again.',
  },
  CHECKS_OPEN: {
    what: 'The checklist isn’t ticked to the end, so it can’t be signed.',
    why: 'A signature says that every line was gone through.',
    next: 'Tick your column first, then sign.',
  },
  CODE_TAKEN: {
    what: 'Account code {{code}} is taken.',
    why: '“{{name}}” uses it.',
    next: 'Choose another code, or change that account first.',
  },
  CELLS_CHANGED: {
    what: '{{cells}} {{cells, plural(one: cell was; other: cells were)}} not written.',
    why: 'Another window has just changed {{field}} of “{{name}}”; it is now “{{current}}”.',
    next: 'Look at the newest value, and change it again if need be.',
  },
  CELLS_UNWRITTEN: {
    what: 'Cells not written: {{count}}. The others were.',
    why: 'For example {{column}} of “{{name}}”: {{problem}}',
    why_clipped: 'The table has no further rows below or columns to the right.',
    next: 'Correct these values and paste again; Ctrl Z takes the paste back.',
  },
  VALUE_REFUSED: {
    what: '“{{value}}” doesn’t fit {{field}} of “{{name}}”.',
    why: 'This cell doesn’t take such a value.',
    why_unreadable: 'No day can be read from it. Write 1967-03-14, 14 Mar, lunar 10-21 or lunar leap 4-8.',
    why_whichCalendar: 'It may be solar or lunar. Put “solar” or “lunar” before it.',
    why_twoBirthdays: 'It holds two days; a person has one birthday.',
    why_noSuchDay: 'The calendar has no such day.',
    why_lunarMonthShort: 'That lunar month had 29 days in that year, no 30th.',
    why_noLeapMonth: 'That year had no such leap month.',
    why_future: 'This day is yet to come.',
    why_outOfRange: 'The year must be between 1900 and 2100.',
    why_endsBeforeItBegins: 'It ends before it begins.',
    next: 'Choose another value; no other cell was changed.',
  },
  PARENT_REFUSED: {
    what: 'The parent company of “{{name}}” was not changed.',
    why: '“{{parent}}” can’t be its parent.',
    why_itself: 'A company can’t be its own parent.',
    why_descendant: '“{{parent}}” itself belongs to “{{name}}”, or to one of its companies.',
    why_gone: 'The company is gone; it may just have been deleted.',
    next: 'Choose another company.',
  },
  FIELD_NAME_TAKEN: {
    what: 'There is a field called “{{name}}” already.',
    why: 'Columns and fields need names of their own, so that imports can tell them apart.',
    next: 'Choose another name.',
  },
  CHOICES_MISSING: {
    what: 'There are no choices yet.',
    why: 'A field to choose from needs at least one choice.',
    next: 'Write some choices, one a line.',
  },
  CUSTOM_FIELD_NOT_FOUND: {
    what: 'This field is not there.',
    why: 'It may have been deleted in another window.',
    next: 'Refresh and look again; deleting can be undone too.',
  },
  PERSON_NOT_FOUND: {
    what: 'This person was not found.',
    why: 'Another window may have deleted them, or merged them into somebody else.',
    next: 'Look in the list of people; deleting can also be undone.',
  },
  EMPLOYMENT_NOT_FOUND: {
    what: 'This position was not found.',
    why: 'Another window may have deleted it.',
    next: 'Look again after a refresh; deleting can also be undone.',
  },
  WARNING_NOT_FOUND: {
    what: 'This warning sign was not found.',
    why: 'Another window may have deleted it.',
    next: 'Look again after a refresh; deleting can also be undone.',
  },
  FIGURE_NAME_TAKEN: {
    what: 'There is already a figure named “{{name}}”.',
    why: 'Figures need different names.',
    next: 'Choose another name.',
  },
  FIGURE_NOT_FOUND: {
    what: 'This figure was not found.',
    why: 'Another window may have deleted it.',
    next: 'Look again after a refresh, or undo the deletion.',
  },
  FIGURE_IN_USE: {
    what: 'This figure can’t be deleted.',
    why: 'The indicator “{{indicator}}” of sheet “{{sheet}}” is marked from it.',
    next: 'Give that indicator another figure first.',
  },
  ENTRY_NOT_FOUND: {
    what: 'There is no such entry.',
    why: 'It may have been deleted in another window.',
    next: 'Go back to the log, or undo the deletion.',
  },
  ENTRY_EMPTY: {
    what: 'The entry is not saved.',
    why: 'Nothing says what happened.',
    next: 'One sentence will do; the rest can follow.',
  },
  ENTRY_TOO_LONG: {
    what: 'The entry is not saved.',
    why: 'An entry holds {{max, number}} characters; this has {{length, number}}.',
    next: 'Your text is still there: keep the gist, and attach the whole as a file.',
  },
  ENTRY_IN_FUTURE: {
    what: 'The entry is not saved.',
    why: '{{day}} is yet to come.',
    next: 'The log tells what has happened; what will is a next step.',
  },
  ENTRY_CHANGED: {
    what: 'Nothing was written.',
    why: 'Another window has just changed this entry.',
    next: 'Look at what it says now, then change it again if need be.',
  },
  PROMISE_WITHOUT_ACCOUNT: {
    what: 'The entry is not saved.',
    why: 'A promise is made to an account, and none is chosen.',
    next: 'Choose an account, or leave the promise out.',
  },
  FILE_TOO_LARGE: {
    what: '“{{name}}” is not attached.',
    why: 'It has {{bytes, bytes}}; {{max, bytes}} is the most.',
    next: 'Compress or split it, or write down where it lies.',
  },
  FILES_TOO_MANY: {
    what: 'No file was attached.',
    why: 'You chose {{count, number}} at once; at most {{most, number}} may be.',
    next: 'Attach them in several goes, or choose those that show the matter.',
  },
  FILE_BROKEN_OFF: {
    what: '“{{name}}” is not attached.',
    why: 'It did not arrive whole.',
    next: 'Choose the same file again.',
  },
  FILE_MISSING: {
    what: 'The content of “{{name}}” is not on this computer.',
    why: 'The data folder’s attachments don’t hold it.',
    next: 'Copy the folder attachments from where the data came from.',
  },
  FILE_DAMAGED: {
    what: '“{{name}}” can’t be read.',
    why: 'The disk no longer holds what was attached.',
    next: 'Copy it back from a backup of the folder attachments, or attach it anew.',
  },
  ATTACHMENT_NOT_FOUND: {
    what: 'There is no such file.',
    why: 'It may have been taken away in another window.',
    next: 'Look again, or undo that.',
  },
  SHEET_NOT_FOUND: {
    what: 'This sheet was not found.',
    why: 'Another window may have deleted it.',
    next: 'Go back to Evaluation, or undo the deletion.',
  },
  SHEET_IN_USE: {
    what: 'This sheet can’t be deleted.',
    why: 'The round “{{round}}” uses it.',
    next: 'Delete that round first, or edit a copy.',
  },
  INDICATOR_NOT_FOUND: {
    what: 'This indicator was not found.',
    why: 'Another window may have deleted it.',
    next: 'Refresh the sheet and try again.',
  },
  ROUND_NOT_FOUND: {
    what: 'This round was not found.',
    why: 'Another window may have deleted it.',
    next: 'Go back to Evaluation, or undo the deletion.',
  },
  ROUND_LOCKED: {
    what: '“{{name}}” is published and can’t be changed.',
    why: 'A published round is kept as it was.',
    next: 'If it must change, reopen it with a reason.',
  },
  INDICATOR_BANDED: {
    what: '“{{indicator}}” can’t be marked by hand.',
    why: 'It is marked from a figure by bands.',
    next: 'Change the account’s figure, or the bands on the sheet.',
  },
  STRIP_MISFIT: {
    what: 'The marks were not written.',
    why: 'Range and number of cells don’t match.',
    next: 'Try again; if it comes back, tell support the code.',
  },
  BORDERS_OUT_OF_ORDER: {
    what: 'The borders were not applied.',
    why: 'They must fall from key to ordinary, within 0 and 100.',
    next: 'Adjust the borders and apply again.',
  },
  WEIGHTS_NOT_FULL: {
    what: 'The weights were not applied.',
    why: 'They add to {{sumPercent}}, not 100%.',
    next: 'Make them add to 100% and apply again.',
  },
  SHEET_FAULTY: {
    what: 'This can’t be published yet.',
    why: 'The sheet has {{faults}} {{faults, plural(one: fault; other: faults)}}; weights add to {{weightSumPercent}}.',
    next: 'Mend the places marked on the sheet first.',
  },
  NOTHING_GRADED: {
    what: 'This can’t be published yet.',
    why: 'No account is marked on 80% of the weight.',
    next: 'Mark some accounts first.',
  },
  ROUND_NOT_PUBLISHED: {
    what: 'This round needn’t be reopened.',
    why: 'It isn’t published, or is open again already.',
    next: 'Just change it.',
  },
  PUBLICATION_NOT_FOUND: {
    what: 'This publication was not found.',
    why: 'The address may be incomplete, or an earlier backup was restored.',
    next: 'Go back to Evaluation and open it from the list.',
  },
  FILE_UNREADABLE: {
    what: 'This file can’t be read.',
    why: 'It is no workbook, CSV or vCard that we know.',
    next: 'Open it in Excel and save it as .xlsx without a password; nothing was written.',
    next_vcardOpen:
      'Export the vCards (.vcf) again from the phone or address book and choose that file; nothing was written.',
    next_notAVcard:
      'Export the vCards (.vcf) again from the phone or address book and choose that file; nothing was written.',
    next_tooManyCards:
      'Export the vCards (.vcf) in several files and choose one after the other; nothing was written.',
  },
  UPLOAD_GONE: {
    what: 'Please choose the file again.',
    why: 'The earlier one was let go (the program restarted).',
    next: 'Choose the same file; the mapping of columns is remembered.',
  },
  WORKSHEET_NOT_FOUND: {
    what: 'This worksheet was not found.',
    why: 'The file has no worksheet of that name.',
    next: 'Go back to the first step and choose another.',
  },
  NAME_NOT_MAPPED: {
    what: 'There is no preview yet.',
    why: 'No column is mapped to the name.',
    next: 'Map a column to “Account name”, or to the name of a person.',
  },
  ENTRY_NOT_MAPPED: {
    what: 'There is no preview yet.',
    why: 'A work log needs columns of account, day and what happened.',
    next: 'Map all three.',
  },
  CODE_NOT_MAPPED: {
    what: 'Accounts can’t be matched by code.',
    why: 'No column is mapped to the code.',
    next: 'Map one, or match by name.',
  },
  CELLS_FAULTY: {
    what: '“{{fileName}}” was not imported.',
    why: '{{count}} {{count, plural(one: cell has; other: cells have)}} a problem.',
    next: 'Mend the listed cells in the file; nothing was written.',
  },
  PROBLEMS_LEFT: {
    what: 'Not imported yet.',
    why: '{{problems}} {{problems, plural(one: cell has; other: cells have)}} a problem.',
    next: 'Correct them, take the proposals, or leave those rows out.',
  },
  CANCELLED: {
    what: 'Cancelled.',
    why: 'You pressed Cancel.',
    next: 'Nothing was written; come back any time.',
  },
  NO_PRINTER: {
    what: 'No PDF can be made on this computer.',
    why: 'No browser that prints pages was found.',
    next: 'Install Chrome or Edge and try again; the workbook export works as it is.',
  },
  CONNECTION_LOST: {
    what: 'The data engine can’t be reached.',
    why: 'It is restarting, or has stopped.',
    next: 'It reconnects by itself in a moment; what you entered is still here.',
  },
  CRASHED: {
    what: 'The data engine has stopped.',
    why: 'It did not stay up after several restarts.',
    next: 'Try again; if that fails, open the backups. Everything saved is still there.',
  },
  NO_TOKEN: {
    what: 'This window has no key.',
    why: 'The address lacks the token of this run, or the program was started again.',
    next: 'If Yushui has been started again, use the window that it opened; this one can be closed.',
  },
  HOST_GONE: {
    what: 'Yushui is not running.',
    why: 'The program that started it has ended.',
    next: 'Start Yushui again. If it has been started again already, use the window that it opened; this one can be closed. Everything saved is still there.',
  },
  REFUSED_INPUT: {
    what: 'This can’t be written.',
    why: 'A value is too long or has the wrong form.',
    why_named: '“{{where}}” is too long or has the wrong form.',
    next: 'Shorten or correct it and try again; nothing was written.',
  },
  UNEXPECTED: {
    what: 'Something unexpected happened.',
    why: 'The program did not foresee this; it is in the log.',
    next: 'Try again; if it comes back, tell support the code.',
  },
  LOCKED_BY_OTHER: {
    what: 'Another Yushui is using the data.',
    why: 'One program at a time may open a data folder.',
    next: 'Close the other window, then press “Try again”.',
  },
  NEWER_FILE: {
    what: 'The data is newer than this program.',
    why: 'A newer version of Yushui wrote it.',
    next: 'Please update; the data was not touched.',
  },
  MIGRATION_EDITED: {
    what: 'The data and this program don’t match.',
    why: 'An upgrade step differs from the one that ran.',
    next: 'Install a released version; the data was not touched.',
  },
  MIGRATION_FAILED: {
    what: 'The data could not be upgraded.',
    why: 'A step failed and everything was rolled back.',
    next: 'Tell support the code; the data is as it was.',
  },
  DAMAGED: {
    what: 'The data file is damaged.',
    why: 'It failed its integrity check.',
    next: 'Open the backups and restore the last good one; the damaged file is kept.',
  },
  READ_ONLY_FOLDER: {
    what: 'The data folder can’t be written.',
    why: 'Write access is missing, or the disk is read-only.',
    next: 'Restore write access, then press “Try again”.',
  },
  BLOCKED_FOLDER: {
    what: 'The data folder can’t be opened.',
    why: 'A file of that name is in the way, or the path can’t be used.',
    next: 'Move the file away or choose another folder, then try again.',
  },
} as const satisfies Words<typeof zh>
