import { Button, Input, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MysterySheet } from '../../../../db/channel/mystery/contract.ts'
import { type Item, sheetPoints, WHOLE_SHEET } from '../../../../db/channel/mystery/rules/scoring.ts'
import { engine } from '../../../client/engine.ts'
import { newCommandId } from '../../../client/ids.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { TextBox } from '../../../shared/ledger/fields.tsx'
import { NewRow, refusalOf } from '../../../shared/ledger/NewRow.tsx'
import { DeleteOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import own from './mystery.module.css'

const itemsOf = (draft: { readonly items: string }): Item[] => JSON.parse(draft.items)
const newItem = (): Item => ({ key: newCommandId(), text: '', points: 10 })

/** The dialog for a sheet: its items with their points, which add up to 100. */
export function SheetForm({
  sheet,
  close,
}: {
  readonly sheet: MysterySheet | null
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const add = useCommand(engine.mystery.addSheet, { tellProblem: false })
  const change = useCommand(engine.mystery.changeSheet, { tellProblem: false })
  return (
    <NewRow
      open
      close={close}
      kind={sheet === null ? 'channel.sheet.new' : `channel.sheet.${sheet.id}`}
      title={sheet === null ? t('mystery.newSheet') : t('mystery.editSheet', { name: sheet.name })}
      empty={{ name: sheet?.name ?? '', items: JSON.stringify(sheet?.items ?? [newItem()]) }}
      save={(draft) => {
        const after = { name: draft.name.trim(), items: itemsOf(draft) }
        if (after.name === '' || after.items.some(({ text }) => text.trim() === '')) return null
        if (sheet === null) return refusalOf(add.run(after))
        return refusalOf(
          change.run({ sheetId: sheet.id, before: { name: sheet.name, items: sheet.items }, after }),
        )
      }}
    >
      {({ draft, change: put, tried }) => {
        const items = itemsOf(draft)
        const keep = (next: readonly Item[]): void => put({ items: JSON.stringify(next) })
        const replace = (item: Item): void => keep(items.map((one) => (one.key === item.key ? item : one)))
        const points = sheetPoints(items)
        return (
          <>
            <TextBox
              label={t('mystery.field.sheet')}
              value={draft.name}
              required
              tried={tried}
              autoFocus
              onChange={(name) => put({ name })}
            />
            <div className={own.items}>
              {items.map((item, at) => (
                <div key={item.key} className={own.item}>
                  <Input
                    aria-label={t('mystery.item', { number: at + 1 })}
                    placeholder={t('mystery.itemHint')}
                    maxLength={300}
                    status={tried && item.text.trim() === '' ? 'error' : ''}
                    value={item.text}
                    onChange={(event) => replace({ ...item, text: event.target.value })}
                  />
                  <InputNumber
                    aria-label={t('mystery.itemPoints', { number: at + 1 })}
                    min={1}
                    max={WHOLE_SHEET}
                    precision={0}
                    value={item.points}
                    onChange={(next) => replace({ ...item, points: next ?? 1 })}
                  />
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    disabled={items.length === 1}
                    aria-label={t('mystery.removeItem', { number: at + 1 })}
                    onClick={() => keep(items.filter(({ key }) => key !== item.key))}
                  />
                </div>
              ))}
              <Button icon={<PlusOutlined />} onClick={() => keep([...items, newItem()])}>
                {t('mystery.addItem')}
              </Button>
              <p className={points === WHOLE_SHEET ? '' : (own.wrong ?? '')} role="status">
                {t(points === WHOLE_SHEET ? 'mystery.sumRight' : 'mystery.sumWrong', { points })}
              </p>
            </div>
          </>
        )
      }}
    </NewRow>
  )
}
