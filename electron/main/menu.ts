import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { WORDS } from './words.ts'

const separator: MenuItemConstructorOptions = { type: 'separator' }

/**
 * The application menu: visible on macOS; elsewhere the title bar is the page's and the menu only holds the shortcuts.
 * Ctrl+Z reaches the page first, which undoes in the engine; the menu's own undo is for text fields.
 */
export function setMenu(language: 'zh' | 'en', newWindow: () => void): void {
  const w = WORDS[language]
  const appMenu: MenuItemConstructorOptions = {
    label: app.name,
    submenu: [
      { role: 'about', label: w.about },
      separator,
      { role: 'hide', label: w.hide },
      { role: 'hideOthers', label: w.hideOthers },
      { role: 'unhide', label: w.showAll },
      separator,
      { role: 'quit', label: w.quit },
    ],
  }
  const fileMenu: MenuItemConstructorOptions = {
    label: w.file,
    submenu: [
      { label: w.newWindow, accelerator: 'CommandOrControl+Shift+N', click: newWindow },
      { role: 'close', label: w.closeWindow },
      ...(process.platform === 'darwin' ? [] : [separator, { role: 'quit', label: w.quit } as const]),
    ],
  }
  const editMenu: MenuItemConstructorOptions = {
    label: w.edit,
    submenu: [
      { role: 'undo', label: w.undo },
      { role: 'redo', label: w.redo },
      separator,
      { role: 'cut', label: w.cut },
      { role: 'copy', label: w.copy },
      { role: 'paste', label: w.paste },
      { role: 'selectAll', label: w.selectAll },
    ],
  }
  const viewMenu: MenuItemConstructorOptions = {
    label: w.view,
    submenu: [
      { role: 'resetZoom', label: w.actualSize },
      { role: 'zoomIn', label: w.zoomIn },
      { role: 'zoomOut', label: w.zoomOut },
      { role: 'togglefullscreen', label: w.fullScreen },
      ...(app.isPackaged ? [] : [separator, { role: 'toggleDevTools', label: w.devTools } as const]),
    ],
  }
  const menus = [fileMenu, editMenu, viewMenu]
  Menu.setApplicationMenu(Menu.buildFromTemplate(process.platform === 'darwin' ? [appMenu, ...menus] : menus))
}
