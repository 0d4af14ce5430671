export default {
  base: './',
  logLevel: 'error',
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0 },
};
