import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { formatBytes, formatNumber, type Language } from '../ui/format.ts'
import { en, zh } from './catalogues.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof zh }
  }
}

/**
 * The catalogues behind `useTranslation()`. In a text, `{{n, number}}` groups thousands and
 * `{{n, plural(one: cell; other: cells)}}` picks a word: both languages then have the same keys. English counts money
 * in millions where Chinese counts in 万: `{{n, millions}}` of n ten thousands. `{{n, bytes}}` is a size on disk.
 */
export const i18n = i18next.createInstance()

/** Loads both catalogues; done before the first paint, so that switching later never waits. */
export async function startI18n(language: Language): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    // a plain number has no unit: its word is empty, not missing
    returnEmptyString: true,
  })
  i18n.services.formatter?.add('plural', (value: unknown, _language: string | undefined, options) =>
    String(Math.abs(Number(value)) === 1 ? options.one : options.other),
  )
  i18n.services.formatter?.add('millions', (value: unknown) =>
    typeof value === 'number' ? formatNumber(value / 100, 2) : String(value),
  )
  i18n.services.formatter?.add('bytes', (value: unknown) =>
    typeof value === 'number' ? formatBytes(value) : String(value),
  )
  i18n.services.formatter?.add('number', (value: unknown) =>
    typeof value === 'number' ? formatNumber(value) : String(value),
  )
}

/** Speaks another language from now on; every screen follows at once. */
export async function speak(language: Language): Promise<void> {
  await i18n.changeLanguage(language)
}

/** The language that the screens speak now. */
export const spokenLanguage = (): Language => (i18n.language === 'en' ? 'en' : 'zh')

/** What `system` means on this computer: Chinese unless its language is another one. */
export const systemLanguage = (): Language => (/^zh\b/i.test(navigator.language) ? 'zh' : 'en')
