import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { AccountRow } from '../../../../db/accounts/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ButtonKey } from '../../../ui/bits.tsx'
import { EditOutlined, EllipsisOutlined, FileDoneOutlined } from '../../../ui/icons.tsx'
import { comparePlace } from '../analysis/comparePlace.ts'
import { openQuickEntry } from '../log/quickEntryStore.ts'
import { writePromise } from '../promises/newPromiseStore.ts'

/** What is done most on an account's page, with its keys, and the rest behind three dots. */
export function AccountActions({ account }: { readonly account: Pick<AccountRow, 'id' | 'name'> }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const remove = useCommand(engine.accounts.remove)
  const removeThis = async (): Promise<void> => {
    // away from the page first: it would be read again and not be found
    await navigate('/accounts')
    await remove.run({ accountIds: [account.id] })
  }
  const items = [
    {
      key: 'details',
      label: t('portrait.head.details'),
      onClick: () => void navigate(`/accounts/${account.id}/details`),
    },
    {
      key: 'compare',
      label: t('analysis.compare.start'),
      onClick: () => void navigate(comparePlace([account])),
    },
    { key: 'ledger', label: t('portrait.head.ledger'), onClick: () => void navigate('/promises') },
    { key: 'line', type: 'divider' as const },
    { key: 'remove', label: t('portrait.head.removeAccount'), onClick: () => void removeThis() },
  ]
  return (
    <>
      <Button icon={<EditOutlined />} onClick={openQuickEntry}>
        {t('log.write')}
        <ButtonKey>L</ButtonKey>
      </Button>
      <Button icon={<FileDoneOutlined />} onClick={() => writePromise({ account })}>
        {t('promises.new')}
        <ButtonKey>P</ButtonKey>
      </Button>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<EllipsisOutlined />} aria-label={t('portrait.head.more')} />
      </Dropdown>
    </>
  )
}
