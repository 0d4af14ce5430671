import { defineConfig } from 'vite';
import { dataServer } from './scripts/data-server.js';
import { serviceWorker } from './scripts/service-worker.js';

export default defineConfig({
  // Relative addresses: the page can stand in any folder of any server.
  base: './',
  // What is not there is not found, rather than answered with the page.
  appType: 'mpa',
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
  plugins: [dataServer(), serviceWorker()],
});
