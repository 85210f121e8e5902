import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { PersonId } from '../../../../db/kernel/ids.ts'
import { EllipsisOutlined } from '../../../ui/icons.tsx'
import { VcardDialog } from '../people/VcardDialog.tsx'
import { EraseDialog } from './EraseDialog.tsx'

/** The rarer things to do about a person: see what is kept, merge, remove, and last of all erase. */
export function PersonMenu({
  personId,
  name,
  remove,
  left,
}: {
  readonly personId: PersonId
  readonly name: string
  readonly remove: () => void
  /** called once the person is gone */
  readonly left: () => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [erasing, setErasing] = useState(false)
  const [saving, setSaving] = useState(false)
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'held',
              label: t('privacy.held'),
              onClick: () => void navigate(`/people/${personId}/held`),
            },
            { key: 'vcard', label: t('people.vcard.save'), onClick: () => setSaving(true) },
            { key: 'remove', label: t('people.remove'), onClick: remove },
            { type: 'divider' },
            { key: 'erase', danger: true, label: t('privacy.erase'), onClick: () => setErasing(true) },
          ],
        }}
      >
        <Button icon={<EllipsisOutlined />} aria-label={t('app.more')} title={t('app.more')} />
      </Dropdown>
      {saving && <VcardDialog personIds={[personId]} close={() => setSaving(false)} />}
      {erasing && (
        <EraseDialog
          personId={personId}
          name={name}
          close={() => setErasing(false)}
          done={() => {
            setErasing(false)
            left()
          }}
        />
      )}
    </>
  )
}
