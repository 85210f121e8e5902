import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // young and only used in one place: bundled, so that what ships is what was tested
      externalizeDeps: { exclude: ['@cj-tech-master/excelts'] },
      rolldownOptions: {
        input: { index: at('electron/main/index.ts'), engine: at('electron/engine/index.ts') },
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
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      // an inlined font or picture would be a data: URL, which the page's policy allows for pictures alone
      assetsInlineLimit: 0,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
})
