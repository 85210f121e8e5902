import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { antdStyles } from './scripts/antdStyles.ts'

const at = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // an engine of a few large files starts in a fifth of the time that five hundred small ones take
      externalizeDeps: false,
      rolldownOptions: {
        external: ['better-sqlite3'],
        input: {
          index: at('electron/main/index.ts'),
          engine: at('electron/engine/index.ts'),
          engineProcess: at('db/host/engineProcess.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // sandboxed preload scripts must be CommonJS; .cjs because the package is of type "module"
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), antdStyles(at('renderer'))],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      // an inlined font or picture would be a data: URL, which the page's policy allows for pictures alone
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: at('renderer/index.html'),
        output: {
          // what screens share comes in a few large files: in a hundred and twenty small ones a start took a third longer
          codeSplitting: {
            groups: [
              { name: 'first', tags: ['$initial'], priority: 3 },
              { name: 'grid', test: /node_modules[\\/](@?ag-grid)/, priority: 2 },
              { name: 'pinyin', test: /node_modules[\\/]pinyin-pro/, priority: 2 },
              { name: 'shared', minShareCount: 2, priority: 1 },
            ],
          },
        },
      },
    },
  },
})
