import { useTranslation } from 'react-i18next'
import type { Language } from '../ui/format.ts'
import { en, zh } from './catalogues.ts'

/** What a DataGrid wants of the catalogues: its language and its words. */
export function useGridWords(): { locale: Language; words: Record<keyof typeof zh.grid, string> } {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? { locale: 'en', words: en.grid } : { locale: 'zh', words: zh.grid }
}
