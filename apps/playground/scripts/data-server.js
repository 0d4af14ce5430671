import { existsSync, createReadStream, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** The official addresses: browsers may not read all of them, this server may. */
const mirrors = {
  mnist: ['https://ossci-datasets.s3.amazonaws.com/mnist', 'https://storage.googleapis.com/cvdf-datasets/mnist'],
  'fashion-mnist': [
    'https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion',
    'https://storage.googleapis.com/tensorflow/tf-keras-datasets',
  ],
};

const wanted = /\/data\/(mnist|fashion-mnist)\/((?:train|t10k)-(?:images-idx3|labels-idx1)-ubyte\.gz)$/;

/** Where the files may lie on this machine. */
function local(/** @type {string} */ name, /** @type {string} */ file) {
  const { SIXSTEP_DATA_DIR, XDG_CACHE_HOME } = process.env;
  return [
    ...(SIXSTEP_DATA_DIR ? [join(SIXSTEP_DATA_DIR, name, file)] : []),
    join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'sixstep', name, file),
    join('/usr/share/datasets', name, file),
  ].find((path) => existsSync(path));
}

/**
 * Answers `data/<name>/<file>.gz` with the file of this machine, or of a mirror.
 *
 * @type {import('vite').Connect.NextHandleFunction}
 */
function serve(request, response, next) {
  const match = wanted.exec((request.url ?? '').split('?')[0]);
  if (match === null) return next();
  const [, name, file] = match;
  const path = local(name, file);
  response.setHeader('content-type', 'application/octet-stream');
  if (path !== undefined) {
    response.setHeader('content-length', statSync(path).size);
    createReadStream(path).pipe(response);
    return;
  }
  void (async () => {
    for (const mirror of mirrors[name]) {
      const found = await fetch(`${mirror}/${file}`).catch(() => undefined);
      if (!found?.ok || found.body === null) continue;
      Readable.fromWeb(found.body)
        .on('error', () => response.destroy())
        .pipe(response);
      return;
    }
    response.statusCode = 404;
    response.end();
  })();
}

/**
 * Lets the page fetch its data sets from the server that it comes from.
 *
 * @returns {import('vite').Plugin}
 */
export function dataServer() {
  return {
    name: 'data-server',
    configureServer: (server) => void server.middlewares.use(serve),
    configurePreviewServer: (server) => void server.middlewares.use(serve),
  };
}
