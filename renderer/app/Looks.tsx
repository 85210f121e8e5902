import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../client/settings.ts'
import { speak, systemLanguage } from '../i18n/i18n.ts'
import { antdTheme } from '../ui/antdTheme.ts'
import { moneyUnitStore } from '../ui/moneyUnit.ts'

/** Theme, language and money unit of the laptop's settings, for our own styles, antd, dayjs and the system's window. */
export function Looks({ children }: { readonly children: ReactNode }) {
  const settings = useSettings()
  const { i18n } = useTranslation()
  const systemDark = useSystemDark()
  const dark = settings.theme === 'system' ? systemDark : settings.theme === 'dark'
  const language = settings.language === 'system' ? systemLanguage() : settings.language
  // the attribute must stand before antd's tokens are read from the styles
  const theme = useMemo(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
    return antdTheme(dark)
  }, [dark])
  useLayoutEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
    if (i18n.language !== language) void speak(language)
  }, [language, i18n])
  useLayoutEffect(() => moneyUnitStore.set(settings.moneyUnit), [settings.moneyUnit])
  useEffect(() => {
    const style = getComputedStyle(document.documentElement)
    window.yushui?.setLook({
      theme: settings.theme === 'system' ? 'system' : dark ? 'dark' : 'light',
      language,
      chrome: style.getPropertyValue('--chrome').trim(),
      text: style.getPropertyValue('--text-2').trim(),
    })
  }, [dark, language, settings.theme])
  return (
    <ConfigProvider
      theme={theme}
      locale={i18n.language === 'zh' ? zhCN : enUS}
      componentSize="small"
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}

function useSystemDark(): boolean {
  const [dark, setDark] = useState(() => matchMedia(DARK).matches)
  useEffect(() => {
    const query = matchMedia(DARK)
    const listen = (): void => setDark(query.matches)
    query.addEventListener('change', listen)
    return () => query.removeEventListener('change', listen)
  }, [])
  return dark
}

const DARK = '(prefers-color-scheme: dark)'
