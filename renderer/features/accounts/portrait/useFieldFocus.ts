import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { lookUp } from '../../../i18n/look.ts'

/**
 * Goes to the field that the address names (`?field=birthday`), once, and takes the name out of the address: where a
 * gap of an archive leads to. Call it where the form is on the screen.
 * @param of whose fields: their labels are the catalogue's
 */
export function useFieldFocus(of: 'accounts' | 'people'): void {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const field = search.get('field')
  useEffect(() => {
    if (field === null) return
    const label = lookUp(t, `${of}.field.${field}`)
    const labels = [...document.querySelectorAll<HTMLLabelElement>('main label')]
    const control = labels.find((one) => one.textContent.trim() === label)?.control
    control?.scrollIntoView({ block: 'center' })
    control?.focus()
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        next.delete('field')
        return next
      },
      { replace: true },
    )
  }, [field, of, t, setSearch])
}
