import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { EllipsisOutlined } from '../../../ui/icons.tsx'

/** Something that can be done with a line of a list. */
export interface LineAction {
  readonly label: string
  readonly run: () => void
  /** why it can't be done now; it can when absent */
  readonly refusal?: string | undefined
}

/** The menu at the end of a line of a list; `name` says whose. */
export function LineMenu({
  name,
  actions,
}: {
  readonly name: string
  readonly actions: readonly LineAction[]
}) {
  const { t } = useTranslation()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: actions.map(({ label, refusal }, at) => ({
          key: at,
          label,
          disabled: refusal !== undefined,
          title: refusal ?? '',
        })),
        onClick: ({ key }) => actions[Number(key)]?.run(),
      }}
    >
      <Button type="text" icon={<EllipsisOutlined />} aria-label={`${t('app.more')} ${name}`} />
    </Dropdown>
  )
}
