import { contract } from '../contract.ts'
import { exportAccounts } from '../exchange/service/accounts.ts'
import { ballotWorkbook, ballotWorkbooks } from '../exchange/service/ballotBook.ts'
import { consensusWorkbook } from '../exchange/service/consensusBook.ts'
import { importList } from '../exchange/service/importList.ts'
import { importMarks } from '../exchange/service/marks.ts'
import { exportProblems, previewImport } from '../exchange/service/preview.ts'
import { exportRanking, exportResult } from '../exchange/service/results.ts'
import { scoreWorkbooks } from '../exchange/service/score.ts'
import { exportSheet, importSheet } from '../exchange/service/sheets.ts'
import { readBallot, takeBallotAsChair } from '../exchange/service/takeBallot.ts'
import { guessFor, uploadList } from '../exchange/service/uploads.ts'
import { exportVcards } from '../exchange/service/vcards.ts'
import { typedStream } from '../typedError.ts'
import { engine } from './implementer.ts'

const { exchange } = engine
const importErrors = contract.exchange.importList['~orpc'].errorMap

/** Imports and exports: contract to services. */
export const exchangeRouter = {
  upload: exchange.upload.handler(({ context, input, signal }) => uploadList(context, input, { signal })),
  guess: exchange.guess.handler(({ context, input }) => guessFor(context, input)),
  preview: exchange.preview.handler(({ context, input, signal }) =>
    previewImport(context, input, { signal }),
  ),
  // what is thrown after a stream began no longer passes the implementer's middleware
  importList: exchange.importList.handler(({ context, input, signal }) =>
    typedStream(importList(context, input, { signal }), importErrors, context.logError),
  ),
  exportProblems: exchange.exportProblems.handler(({ context, input, signal }) =>
    exportProblems(context, input, { signal }),
  ),
  exportAccounts: exchange.exportAccounts.handler(({ context, input }) => exportAccounts(context, input)),
  exportVcards: exchange.exportVcards.handler(({ context, input }) => exportVcards(context, input)),
  exportSheet: exchange.exportSheet.handler(({ context, input }) => exportSheet(context, input)),
  importSheet: exchange.importSheet.handler(({ context, input, signal }) =>
    importSheet(context, input, { signal }),
  ),
  importMarks: exchange.importMarks.handler(({ context, input, signal }) =>
    importMarks(context, input, { signal }),
  ),
  exportResult: exchange.exportResult.handler(({ context, input }) => exportResult(context, input)),
  exportRanking: exchange.exportRanking.handler(({ context, input }) => exportRanking(context, input)),
  ballotWorkbook: exchange.ballotWorkbook.handler(({ context, input }) => ballotWorkbook(context, input)),
  ballotWorkbooks: exchange.ballotWorkbooks.handler(({ context, input }) => ballotWorkbooks(context, input)),
  consensusWorkbook: exchange.consensusWorkbook.handler(({ context, input }) =>
    consensusWorkbook(context, input),
  ),
  readBallot: exchange.readBallot.handler(({ context, input, signal }) =>
    readBallot(context, input, { signal }),
  ),
  takeBallot: exchange.takeBallot.handler(({ context, input, signal }) =>
    takeBallotAsChair(context, input, { signal }),
  ),
  score: exchange.score.handler(({ input, signal }) => scoreWorkbooks(input, { signal })),
}
