import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { UploadOutlined } from '../../ui/icons.tsx'

/** Opens the system's dialog for files to attach. */
export function FileButton({ take }: { readonly take: (files: readonly File[]) => void }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button icon={<UploadOutlined />} onClick={() => input.current?.click()}>
        {t('log.form.attach')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('log.form.attach')}
        onChange={({ target }) => {
          take([...(target.files ?? [])])
          // the same file can be chosen again
          target.value = ''
        }}
      />
    </>
  )
}
