// node scripts/serve.js [--port N] [--host]: serves the built page.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { preview } from 'vite';

const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'boolean', default: false } } });
const server = await preview({
  root: fileURLToPath(new URL('..', import.meta.url)),
  preview: {
    host: values.host ? true : '127.0.0.1',
    ...(values.port !== undefined && { port: Number(values.port), strictPort: true }),
  },
});
console.log('\nThe playground is here (Ctrl-C ends it):');
server.printUrls();
