// node scripts/serve.js [--port N] [--host] [--built]: builds the page, unless it is built, and serves it.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    host: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
if (!values.built) await build({ root, logLevel: 'error' });
const server = await preview({
  root,
  preview: {
    host: values.host ? true : '127.0.0.1',
    ...(values.port !== undefined && { port: Number(values.port), strictPort: true }),
  },
});
console.log('\nThe playground is here (Ctrl-C ends it):');
server.printUrls();
