import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** `npx vite build --config test/support/fake-window/vite.config.ts`: the window with a made-up engine, for looking at it in a browser. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react()],
  build: { outDir: fileURLToPath(new URL('../../../out/fake-window', import.meta.url)), emptyOutDir: true, modulePreload: { polyfill: false } },
})
