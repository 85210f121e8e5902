import { createRoot } from 'react-dom/client'
import './ui/tokens.css'
import './ui/base.css'
import { App } from './app/App.tsx'
import { startI18n, systemLanguage } from './i18n/i18n.ts'

// nearly every screen has a grid; fetched meanwhile, it is there when the first screen asks for it
void import('./grid/DataGrid.tsx')

const root = document.getElementById('root')
if (root) {
  await startI18n(systemLanguage())
  createRoot(root).render(<App />)
}
