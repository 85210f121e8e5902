import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const MODULE = 'virtual:antd.css'
const RESOLVED = `\0${MODULE}`

const IMPORTED = /import (?:type )?\{([^}]*)\} from 'antd'/g

/** Parts of antd that others draw by themselves once they are opened. */
const WITHIN_OTHERS = ['Empty']

/** The parts of antd that files below a folder import. */
function partsOf(folder: string): string[] {
  const names = globSync('**/*.{ts,tsx}', { cwd: folder }).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(IMPORTED)].flatMap(([, list = '']) =>
      list.split(',').map((name) => name.trim()),
    ),
  )
  return [...new Set([...names, ...WITHIN_OTHERS])].toSorted()
}

/**
 * The module `virtual:antd.css`: the styles of the parts of antd that the renderer uses, made when it is built. antd would
 * make them anew in every window, and again whenever the last button, field or dialog of a page has gone. Colours and
 * sizes are variables, which antd still sets from our theme while it runs (`zeroRuntime`); those of its own are left out.
 */
export function antdStyles(renderer: string): Plugin {
  return {
    name: 'antd-styles',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined
      const antd = await import('antd')
      const { extractStyle } = await import('@ant-design/static-style-extract')
      const { createElement } = await import('react')
      const includes = partsOf(renderer).filter((name) => name in antd)
      const css = extractStyle({
        includes,
        customTheme: (parts) => createElement(antd.ConfigProvider, { theme: { hashed: false } }, parts),
      })
      return css.replaceAll(/\.css-var-[^{}]*\{[^{}]*\}/g, '')
    },
  }
}
