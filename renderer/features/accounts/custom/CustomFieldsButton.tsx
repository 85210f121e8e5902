import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '../../../../db/accounts/custom/contract.ts'
import type { CustomSubject } from '../../../../db/accounts/rules/fields.ts'
import { SettingOutlined } from '../../../ui/icons.tsx'
import { CustomFieldsForm } from './CustomFieldsForm.tsx'

/** The fields that the department adds to its accounts or people: each is a column, a field of the form and of files. */
export function CustomFieldsButton({
  subject,
  fields,
}: {
  readonly subject: CustomSubject
  readonly fields: readonly CustomField[]
}) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      title={t('accounts.custom.title')}
      content={open ? <CustomFieldsForm subject={subject} fields={fields} /> : null}
      arrow={false}
      // inside the page, so that it belongs to the main landmark
      getPopupContainer={(button) => button.closest('main') ?? document.body}
    >
      <Button
        icon={<SettingOutlined />}
        title={t('accounts.custom.button')}
        aria-haspopup="dialog"
        aria-expanded={open}
      >
        {t('accounts.custom.button')}
      </Button>
    </Popover>
  )
}
