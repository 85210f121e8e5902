import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { TakenFile } from '../../../shared/files/useTakeFiles.ts'

const read = (attachmentId: string): Promise<File> => engine.log.file({ attachmentId })

/** Files of an entry or an account: attached, read and taken away. */
export function useAttachments(to: { readonly entryId: string } | { readonly accountId: string }) {
  const attach = useCommand(engine.log.attach)
  const detach = useCommand(engine.log.detach)
  return {
    read,
    attach: (files: Pick<TakenFile, 'sha256' | 'name'>[]) => attach.run({ to, files }),
    remove: (attachmentId: string): void => void detach.run({ attachmentId }),
  }
}
