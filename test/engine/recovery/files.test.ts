import { describe, expect, it } from 'vitest'
import { uploadFile } from '../../../db/accounts/log/service/attachments.ts'
import { undo } from '../../../db/kernel/history.ts'
import {
  addCaseFiles,
  caseFileContent,
  listCaseFiles,
  removeCaseFile,
} from '../../../db/recovery/files/service/files.ts'
import { CASE_LIMITS } from '../../../db/recovery/rules/limits.ts'
import { command } from '../newKernel.ts'
import { newCases } from './newCases.ts'

/** A case, and a way to take a file in. */
function caseWithFiles() {
  const department = newCases()
  const caseId = department.record()
  const upload = (name: string, text: string) =>
    uploadFile(department.kernel, { file: new File([text], name) })
  const names = () => listCaseFiles(department.kernel, { caseId }).map((file) => file.name)
  return { ...department, caseId, upload, names }
}

describe('photos and papers of a case', () => {
  it('are kept once each, read again, taken away, and come back by undo', async () => {
    const { kernel, caseId, upload, names } = caseWithFiles()
    const photo = await upload('发白 1.txt', '照片')
    addCaseFiles(kernel, { commandId: command(), caseId, files: [photo] })
    addCaseFiles(kernel, { commandId: command(), caseId, files: [photo] })
    expect(names()).toEqual(['发白 1.txt'])
    const [kept] = listCaseFiles(kernel, { caseId })
    if (!kept) throw new Error('no file')
    expect(await caseFileContent(kernel, { fileId: kept.id }).text()).toBe('照片')
    removeCaseFile(kernel, { commandId: command(), fileId: kept.id })
    expect(names()).toEqual([])
    undo(kernel, command())
    expect(names()).toEqual(['发白 1.txt'])
  })
  it('are at most two hundred, and one more is refused with all that came with it', async () => {
    const { kernel, caseId, upload, names } = caseWithFiles()
    const one = await upload('a.txt', 'a')
    const many = Array.from({ length: CASE_LIMITS.files }, (_, at) => ({ ...one, name: `${at}.txt` }))
    addCaseFiles(kernel, { commandId: command(), caseId, files: many })
    const more = [{ ...one, name: 'b.txt' }]
    expect(() => addCaseFiles(kernel, { commandId: command(), caseId, files: more })).toThrow(
      'CASE_FILES_TOO_MANY',
    )
    expect(names()).toHaveLength(CASE_LIMITS.files)
  })
  it('that never arrived are refused by their name', () => {
    const { kernel, caseId, names } = caseWithFiles()
    const files = [{ sha256: 'a'.repeat(64), name: '没传完.jpg' }]
    expect(() => addCaseFiles(kernel, { commandId: command(), caseId, files })).toThrow('FILE_MISSING')
    expect(names()).toEqual([])
  })
})
