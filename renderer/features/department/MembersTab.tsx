import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Member } from '../../../db/department/contract.ts'
import { api, engine } from '../../client/engine.ts'
import { useLayouts } from '../../client/layouts.ts'
import { toProblem } from '../../client/problem.ts'
import { queryClient } from '../../client/queryClient.ts'
import { useCommand } from '../../client/useCommand.ts'
import { DataGrid, type DataGridHandle } from '../../grid/DataGrid.tsx'
import type { CellEdit } from '../../grid/types.ts'
import { useGridWords } from '../../i18n/useGridWords.ts'
import { DeleteOutlined, PlusOutlined } from '../../ui/icons.tsx'
import { StatusItem, StatusItems } from '../../ui/slots.tsx'
import { EmptyState, ErrorNote } from '../../ui/states.tsx'
import { writeAndTell } from '../../ui/unwritten.ts'
import styles from './department.module.css'
import { memberColumns } from './memberColumns.ts'

const LAYOUT = 'department.members'

/** Colleagues as a grid: add, rename, remove; everything undoable. */
export function MembersTab() {
  const { t } = useTranslation()
  const { data: members, error } = useQuery(api.department.members.queryOptions())
  const layout = useLayouts()
  const gridWords = useGridWords()
  const columns = useMemo(() => memberColumns(t), [t])
  const [filter, setFilter] = useState('')
  const grid = useRef<DataGridHandle<Member>>(null)
  const commands = useMemberCommands(grid)
  const navigate = useNavigate()
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!members || !layout.ready) return null
  const addButton = (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => void commands.add(t('department.member.newName'))}
    >
      {t('department.member.add')}
    </Button>
  )
  return (
    <>
      <div className={styles.tools}>
        {members.length > 0 && addButton}
        <Input
          className={styles.filter ?? ''}
          allowClear
          placeholder={t('department.member.filter')}
          aria-label={t('department.member.filter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <Button
          disabled={members.length === 0}
          onClick={() => {
            const [member] = grid.current?.selectedRows() ?? []
            if (member) void navigate(`/handover/if/${member.id}`)
          }}
        >
          {t('handover.leaving.ifButton')}
        </Button>
        <Button
          icon={<DeleteOutlined />}
          disabled={members.length === 0}
          onClick={() => void commands.removeSelected()}
        >
          {t('department.member.remove')}
        </Button>
      </div>
      <div className={styles.grid}>
        <DataGrid<Member>
          ref={grid}
          rows={members}
          columns={columns}
          rowId={({ id }) => id}
          onEdits={(edits, kind, report) =>
            void writeAndTell(
              kind,
              report,
              (rowId) => members.find(({ id }) => id === rowId)?.name ?? '',
              () => commands.change(edits),
            )
          }
          layoutKey={LAYOUT}
          layoutStore={layout.store}
          quickFilter={filter}
          {...gridWords}
          emptyState={<EmptyState line={t('department.member.emptyLine')} action={addButton} />}
        />
      </div>
      <StatusItems>
        <StatusItem label="" value={t('department.member.count', { count: members.length })} />
      </StatusItems>
    </>
  )
}

function useMemberCommands(grid: React.RefObject<DataGridHandle<Member> | null>) {
  const add = useCommand(engine.department.addMember)
  const change = useCommand(engine.department.changeMember, { toast: false })
  const remove = useCommand(engine.department.removeMember)
  const key = api.department.members.queryKey()
  return {
    async add(name: string) {
      const outcome = await add.run({ name, role: '' })
      if (!outcome.ok) return
      await queryClient.invalidateQueries({ queryKey: key })
      requestAnimationFrame(() => grid.current?.focusCell(outcome.output.memberId, 'name'))
    },
    /** answers whether all were taken */
    async change(edits: readonly CellEdit<Member>[]): Promise<boolean> {
      const changed = mergeByMember(edits)
      queryClient.setQueryData(key, (members) =>
        members?.map((member) => ({ ...member, ...changed.get(member.id) })),
      )
      let taken = true
      for (const [memberId, fields] of changed)
        taken = (await change.run({ memberId, ...fields })).ok && taken
      await queryClient.invalidateQueries({ queryKey: key })
      return taken
    },
    async removeSelected() {
      grid.current?.settle()
      for (const { id } of grid.current?.selectedRows() ?? []) await remove.run({ memberId: id })
    },
  }
}

type MemberChange = { name?: string; role?: string }

/** The edits of a gesture, one change for each member. */
function mergeByMember(edits: readonly CellEdit<Member>[]): ReadonlyMap<Member['id'], MemberChange> {
  const changes = new Map<Member['id'], MemberChange>()
  for (const { row, columnId, after } of edits) {
    const change = changes.get(row.id) ?? {}
    if (columnId === 'name') change.name = String(after ?? '')
    if (columnId === 'role') change.role = String(after ?? '')
    changes.set(row.id, change)
  }
  return changes
}
