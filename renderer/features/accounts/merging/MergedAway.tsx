import { useQuery } from '@tanstack/react-query'
import { Navigate } from 'react-router'
import type { CustomSubject } from '../../../../db/accounts/rules/fields.ts'
import { api } from '../../../client/engine.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { ErrorNote, LoadingBar } from '../../../ui/states.tsx'

/** What stands at the address of an account or person that can't be read: the one it was merged into, or the problem. */
export function MergedAway({
  subject,
  id,
  problem,
}: {
  readonly subject: CustomSubject
  readonly id: string
  readonly problem: Problem
}) {
  const { data, isPending } = useQuery(
    api.merging.survivor.queryOptions({ input: { subject, id }, retry: false }),
  )
  if (isPending) return <LoadingBar busy />
  if (data?.id)
    return <Navigate to={subject === 'account' ? `/accounts/${data.id}` : `/people/${data.id}`} replace />
  return <ErrorNote problem={problem} />
}
