import { createRoot } from 'react-dom/client'
import './ui/tokens.css'
import './ui/base.css'
import { App } from './app/App.tsx'
import { startI18n, systemLanguage } from './i18n/i18n.ts'

const root = document.getElementById('root')
if (root) {
  await startI18n(systemLanguage())
  createRoot(root).render(<App />)
}
