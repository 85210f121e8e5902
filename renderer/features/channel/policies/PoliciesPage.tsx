import { useParams } from 'react-router'
import { useOpenedDraft } from '../../../client/useDraft.ts'
import { parseDrafting } from './draft.ts'
import { ExceptionsView } from './ExceptionsView.tsx'
import { MatrixView } from './MatrixView.tsx'

/** Tier policies 分级管理办法 (A9): the matrix of terms with its versions, or the exceptions of single accounts. */
export function PoliciesPage() {
  const { view } = useParams()
  const opened = useOpenedDraft('policy', parseDrafting)
  if (view === 'exceptions') return <ExceptionsView />
  return opened ? <MatrixView opened={opened} /> : null
}
