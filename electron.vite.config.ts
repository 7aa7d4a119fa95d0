import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Five programs share out/main because they are the same kind of Node code: the app's main process, the engine in its
// utility process with its checking threads, the practice server and the command line. The preload must be CommonJS to run in a sandboxed window.
export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          engine: 'src/engine/utility-process.ts',
          'prepare-worker': 'src/engine/prepare/prepare-worker.ts',
          sandbox: 'src/sandbox/process.ts',
          cli: 'src/cli/index.ts',
        },
      },
    },
  },
  preload: {
    build: { rolldownOptions: { input: { index: 'src/preload/index.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } } },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: { rolldownOptions: { input: { index: 'src/renderer/index.html' } } },
  },
})
