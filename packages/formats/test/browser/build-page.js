// node build-page.js FOLDER: bundles the page into FOLDER, as Vite does for production.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const folder = process.argv[2];
await build({
  root: import.meta.dirname,
  base: './',
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: folder,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1e5,
    rolldownOptions: { input: join(import.meta.dirname, 'page.ts'), output: { entryFileNames: 'page.js' } },
  },
});
writeFileSync(
  join(folder, 'index.html'),
  '<!doctype html><title>formats</title><script type="module" src="page.js"></script>',
);
