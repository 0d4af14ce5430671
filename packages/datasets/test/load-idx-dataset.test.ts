import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import fs from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { loadIdxDataset, toIdx, type LoadOptions, type LoadedImages, type Progress } from '@sixstep/datasets';
import { announce, faulty, payloads, sound, startMirror, tiny, type Mirror } from './mirror.js';

const expected: LoadedImages = {
  train: {
    x: { data: Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255), shape: [3, 2, 2], scale: 1 / 255 },
    y: { data: Uint8Array.of(2, 0, 1), shape: [3] },
  },
  test: {
    x: { data: Uint8Array.of(9, 8, 7, 6, 5, 4, 3, 2), shape: [2, 2, 2], scale: 1 / 255 },
    y: { data: Uint8Array.of(1, 2), shape: [2] },
  },
};
const fourFiles = ['test-images.gz', 'test-labels.gz', 'train-images.gz', 'train-labels.gz'];
const images = payloads['train-images']!;
const packed = gzipSync(images);

let cacheDir: string;
let warnings: string[];
let mirrors: Mirror[];
beforeEach(() => {
  cacheDir = mkdtempSync(path.join(tmpdir(), 'sixstep-cache-'));
  warnings = [];
  mirrors = [];
});
afterEach(async () => {
  jest.restoreAllMocks();
  rmSync(cacheDir, { recursive: true, force: true });
  await Promise.all(mirrors.map((mirror) => mirror.close()));
});

async function serve(...listeners: RequestListener[]): Promise<string[]> {
  const started = await Promise.all(listeners.map(startMirror));
  mirrors.push(...started);
  return started.map(({ url }) => url);
}
const load = (options: LoadOptions): Promise<LoadedImages> =>
  loadIdxDataset(tiny, { cacheDir, onWarning: (text) => warnings.push(text), ...options });
const cached = (): string[] =>
  existsSync(path.join(cacheDir, 'tiny')) ? readdirSync(path.join(cacheDir, 'tiny')).sort() : [];
const messageOf = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: Error) => error.message,
  );

describe('where it looks', () => {
  test('it downloads with progress, keeps the files, and then needs no mirror', async () => {
    const urls = await serve(sound);
    const steps: Progress[] = [];
    expect(await load({ mirrors: urls, onProgress: (step) => steps.push(step) })).toEqual(expected);
    expect(cached()).toEqual(fourFiles);
    const last = steps.filter(({ file }) => file === 'train-images').at(-1);
    expect(last).toEqual({
      dataset: 'tiny',
      file: 'train-images',
      url: `${urls[0]}/train-images.gz`,
      loaded: packed.length,
      total: packed.length,
    });
    expect(await load({ mirrors: [] })).toEqual(expected);
    expect(mirrors[0]!.requests).toHaveLength(4);
    expect(warnings).toEqual([]);
  });

  test('it takes files from dataDir, compressed or not, and from a folder of the name in it', async () => {
    const dataDir = path.join(cacheDir, 'mine');
    mkdirSync(path.join(dataDir, 'tiny'), { recursive: true });
    for (const [i, [name, payload]] of Object.entries(payloads).entries()) {
      writeFileSync(
        path.join(dataDir, i < 2 ? '.' : 'tiny', i % 2 ? name : `${name}.gz`),
        i % 2 ? payload : gzipSync(payload),
      );
    }
    expect(await load({ dataDir, mirrors: [] })).toEqual(expected);
    expect(cached()).toEqual([]);
  });

  test('it takes files from $SIXSTEP_DATA_DIR/<name>, and the cache is below $XDG_CACHE_HOME', async () => {
    const { SIXSTEP_DATA_DIR, XDG_CACHE_HOME } = process.env;
    try {
      process.env['XDG_CACHE_HOME'] = cacheDir;
      const urls = await serve(sound);
      expect(await loadIdxDataset(tiny, { mirrors: urls })).toEqual(expected);
      expect(readdirSync(path.join(cacheDir, 'sixstep', 'tiny')).sort()).toEqual(fourFiles);
      process.env['XDG_CACHE_HOME'] = path.join(cacheDir, 'none');
      process.env['SIXSTEP_DATA_DIR'] = path.join(cacheDir, 'sixstep');
      expect(await loadIdxDataset(tiny, { mirrors: [] })).toEqual(expected);
    } finally {
      for (const [name, value] of Object.entries({ SIXSTEP_DATA_DIR, XDG_CACHE_HOME })) {
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
      }
    }
  });

  test('a dataDir that is not there is an error', async () => {
    const dataDir = path.join(cacheDir, 'typo');
    expect(await messageOf(load({ dataDir }))).toBe(
      `loadIdxDataset: expected dataDir to be a folder, received '${dataDir}'. Pass one that exists.`.replace(
        dataDir,
        dataDir.length > 60 ? `${dataDir.slice(0, 57)}...` : dataDir,
      ),
    );
  });

  test('one’s own files need no announcement', async () => {
    const dataDir = path.join(cacheDir, 'own');
    mkdirSync(dataDir);
    for (const [name, payload] of Object.entries(payloads))
      writeFileSync(path.join(dataDir, `${name}.gz`), gzipSync(payload));
    const files = {
      train: { x: { name: 'train-images' }, y: { name: 'train-labels' } },
      test: { x: { name: 'test-images' }, y: { name: 'test-labels' } },
    };
    expect(await loadIdxDataset({ name: 'own', files }, { dataDir })).toEqual(expected);
    writeFileSync(path.join(dataDir, 'train-images.gz'), packed.subarray(0, -1));
    expect(await messageOf(loadIdxDataset({ name: 'own', files }, { dataDir }))).toMatch(
      /train-images.gz to be a sound train-images, but it is not whole gzip data/,
    );
  });
});

const send =
  (body: Uint8Array | string): RequestListener =>
  (_, response) =>
    void response.end(body);
const altered = (at: number, value: number): Uint8Array => images.map((byte, i) => (i === at ? value : byte));
const flipped = Buffer.from(packed);
flipped[14]! ^= 4;

/** Each fault of a file, and what is said about it. */
const faults: Array<[string, Uint8Array | string, RegExp]> = [
  ['a truncated file', packed.subarray(0, -9), /it is not whole gzip data \(unexpected end of file\)/],
  ['a flipped bit in the gzip data', flipped, /it is not whole gzip data \(.+\)/],
  [
    'a flipped bit in the payload',
    gzipSync(altered(20, 5)),
    /its SHA-256 is [0-9a-f]{64}, where [0-9a-f]{64} is right/,
  ],
  ['a wrong magic number', gzipSync(altered(2, 9)), /its SHA-256 is/],
  ['a wrong count', gzipSync(altered(7, 4)), /its SHA-256 is/],
  ['a payload cut off', gzipSync(images.subarray(0, -1)), /it has 27 bytes, where 28 are right/],
  [
    'trailing bytes in the payload',
    gzipSync(Buffer.concat([images, Buffer.from('x')])),
    /it decompresses to more than the 28 bytes/,
  ],
  [
    'trailing bytes after the gzip data',
    Buffer.concat([packed, Buffer.from('x')]),
    /it is not whole gzip data|bytes are left over/,
  ],
  [
    'zeros after the gzip data',
    Buffer.concat([packed, Buffer.alloc(20)]),
    /bytes are left over after the gzip data|it is not whole/,
  ],
  ['gzip of gzip', gzipSync(packed), /it decompresses to more than the 28 bytes|which are gzip again/],
  ['HTML', '<!DOCTYPE html><title>Log in</title>', /it has 36 bytes, which look like HTML, where 28 are right/],
  ['compressed HTML', gzipSync('<html>'), /it has 6 bytes, which look like HTML/],
  ['nothing', '', /it is empty/],
  [
    'a bomb',
    gzipSync(Buffer.alloc(64 * 2 ** 20)),
    /it has more than the \d+ bytes that can be right|it decompresses to more than the 28 bytes/,
  ],
];

describe('a faulty mirror', () => {
  const answers: Array<[string, RequestListener, RegExp]> = [
    ...faults.map(([name, body, text]): [string, RequestListener, RegExp] => [name, send(body), text]),
    ['404', (_, response) => void response.writeHead(404).end('no'), /HTTP 404 Not Found/],
    ['503', (_, response) => void response.writeHead(503).end(), /HTTP 503 Service Unavailable/],
    [
      'an interrupted download',
      (_, response) => {
        response.writeHead(200, { 'content-length': packed.length });
        response.write(packed.subarray(0, 10), () => response.destroy());
      },
      /terminated|other side closed|ended after/,
    ],
    ['a connection cut at once', (request) => void request.socket.destroy(), /fetch failed \(.+\)/],
    [
      'a body without end',
      (_, response) => {
        const timer = setInterval(() => response.write(Buffer.alloc(4096)), 1);
        response.on('close', () => clearInterval(timer));
      },
      /it has more than the 1053 bytes that can be right/,
    ],
    [
      'an announced body that is too long',
      (_, response) => void response.writeHead(200, { 'content-length': 5e9 }).flushHeaders(),
      /it has more than the 1053 bytes/,
    ],
    ['silence', (_, response) => response.flushHeaders(), /no byte came for 300 ms/],
  ];

  test.each(answers)('%s: the next mirror is asked', async (_, listener) => {
    const urls = await serve(faulty(listener), sound);
    expect(await load({ mirrors: urls, timeout: 300 })).toEqual(expected);
    expect(mirrors[1]!.requests).toEqual(['/train-images.gz']);
    expect(cached()).toEqual(fourFiles);
    expect(warnings).toEqual([]);
  });

  test.each(answers)('%s: without another mirror it is said what came', async (_, listener, text) => {
    const urls = await serve(faulty(listener));
    const message = await messageOf(load({ mirrors: urls, timeout: 300 }));
    expect(message).toContain(
      `loadIdxDataset: expected to find train-images.gz or to fetch it, but no mirror gave it:\n  ${urls[0]}/train-images.gz: `,
    );
    expect(message).toMatch(text);
    expect(cached().filter((name) => !fourFiles.includes(name))).toEqual([]);
    expect(cached()).not.toContain('train-images.gz');
  });

  test('both down: the error says where to put the files', async () => {
    const [first, second] = await serve(sound, sound);
    await Promise.all(mirrors.map((mirror) => mirror.close()));
    const message = await messageOf(load({ mirrors: [first!, second!] }));
    expect(message.replace(/:\d+/g, ':PORT').replaceAll(/(train|test)-(images|labels)/g, 'FILE')).toBe(
      'loadIdxDataset: expected to find FILE.gz or to fetch it, but no mirror gave it:\n' +
        '  http://127.0.0.1:PORT/FILE.gz: fetch failed (connect ECONNREFUSED 127.0.0.1:PORT)\n' +
        '  http://127.0.0.1:PORT/FILE.gz: fetch failed (connect ECONNREFUSED 127.0.0.1:PORT)\n' +
        `To work offline, put FILE.gz, FILE.gz, FILE.gz and FILE.gz into ${path.join(cacheDir, 'tiny')}, ` +
        'or into a folder that you pass as dataDir, or into $SIXSTEP_DATA_DIR/tiny.',
    );
  });

  test('a server that undoes the gzip does no harm', async () => {
    const urls = await serve((request, response) => {
      response.setHeader('content-encoding', 'gzip');
      sound(request, response);
    });
    expect(await load({ mirrors: urls })).toEqual(expected);
    expect(cached()).toEqual(fourFiles.map((name) => name.replace('.gz', '')));
    expect(await load({ mirrors: [] })).toEqual(expected);
  });
});

describe('a faulty file', () => {
  test.each(faults)('%s in the cache is put aside and fetched again', async (_, body, text) => {
    const urls = await serve(sound);
    await load({ mirrors: urls });
    const file = path.join(cacheDir, 'tiny', 'train-images.gz');
    writeFileSync(file, body);
    expect(await load({ mirrors: urls })).toEqual(expected);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`loadIdxDataset: expected ${file} to be a sound train-images, but `);
    expect(warnings[0]).toContain('. It is now train-images.gz.corrupt. The file is fetched again.');
    if (!(body.length > 1053)) expect(warnings[0]).toMatch(text);
    expect(cached()).toEqual([...fourFiles.slice(0, 3), 'train-images.gz.corrupt', 'train-labels.gz']);
    expect(readFileSync(`${file}.corrupt`).length).toBe(body.length);
    expect(await load({ mirrors: [] })).toEqual(expected);
    expect(warnings).toHaveLength(1);
  });

  test.each(faults)('%s in dataDir is an error, and the file stays', async (_, body) => {
    const dataDir = path.join(cacheDir, 'mine');
    mkdirSync(dataDir);
    const file = path.join(dataDir, 'train-images.gz');
    writeFileSync(file, body);
    const message = await messageOf(load({ dataDir, mirrors: await serve(sound) }));
    expect(message).toContain(`loadIdxDataset: expected ${file} to be a sound train-images, but `);
    expect(message).toContain('. Replace the file or take it away.');
    expect(readdirSync(dataDir)).toEqual(['train-images.gz']);
  });

  test('a sound file that holds something else is named', async () => {
    const named = (payload: Uint8Array): typeof tiny => ({
      ...tiny,
      files: { ...tiny.files, train: { ...tiny.files.train, y: announce('odd', payload) } },
    });
    const run = async (payload: Uint8Array): Promise<string> => {
      const [url] = await serve((request, response) =>
        (request.url === '/odd.gz' ? send(gzipSync(payload)) : sound)(request, response),
      );
      const fresh = mkdtempSync(path.join(cacheDir, 'fresh-'));
      return messageOf(loadIdxDataset(named(payload), { cacheDir: fresh, mirrors: [url!] }));
    };
    expect(await run(toIdx({ data: Uint8Array.of(1, 2), shape: [2] }))).toBe(
      'loadIdxDataset: expected odd to have as many labels as train-images has images, 3, received 2.',
    );
    expect(await run(toIdx({ data: Float32Array.of(1, 2, 3), shape: [3] }))).toBe(
      'loadIdxDataset: expected odd to hold labels, bytes of shape [samples], received Float32Array [3].',
    );
    expect(await run(images)).toBe(
      'loadIdxDataset: expected odd to hold labels, bytes of shape [samples], received Uint8Array [3, 2, 2].',
    );
    expect(await run(altered(7, 4))).toMatch(
      /^loadIdxDataset: expected odd to be an IDX file. parseIdx: expected 32 bytes/,
    );
    expect(await run(Uint8Array.of(1, 2, 3))).toMatch(
      /^loadIdxDataset: expected odd to be an IDX file. parseIdx: expected a magic number/,
    );
  });
});

describe('a file of the system', () => {
  const system = (content: Uint8Array): void => {
    const { open } = fs;
    const file = path.join(cacheDir, 'system.gz');
    writeFileSync(file, content);
    jest
      .spyOn(fs, 'open')
      .mockImplementation((where, ...rest) =>
        open(where === '/usr/share/datasets/tiny/train-images.gz' ? file : where, ...rest),
      );
  };

  test('is taken if it is sound', async () => {
    system(packed);
    expect(await load({ mirrors: await serve(sound) })).toEqual(expected);
    expect(mirrors[0]!.requests).not.toContain('/train-images.gz');
  });

  test('is passed over if it is faulty', async () => {
    system(packed.subarray(1));
    expect(await load({ mirrors: await serve(sound) })).toEqual(expected);
    expect(warnings).toEqual([
      expect.stringMatching(
        /expected \/usr\/share\/datasets\/tiny\/train-images.gz to be a sound train-images, but .+\. It is passed over\.$/,
      ),
    ]);
  });
});

describe('a cache that cannot be written', () => {
  test('a full disk is warned of, leaves no scrap, and the data are given all the same', async () => {
    const { writeFile } = fs;
    jest.spyOn(fs, 'writeFile').mockImplementation(async (file, data, options) => {
      await writeFile(file, (data as Uint8Array).subarray(0, 5), options);
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    });
    expect(await load({ mirrors: await serve(sound) })).toEqual(expected);
    expect(warnings).toHaveLength(4);
    expect(warnings).toContain(
      'loadIdxDataset: train-images.gz could not be kept in the cache (ENOSPC: no space left on device, write). ' +
        'It is used, and will be fetched again next time.',
    );
    expect(cached()).toEqual([]);
  });

  test('a cache folder that is a file is warned of', async () => {
    const file = path.join(cacheDir, 'file');
    writeFileSync(file, '');
    expect(await load({ cacheDir: file, mirrors: await serve(sound) })).toEqual(expected);
    expect(warnings).toHaveLength(4);
    expect(warnings[0]).toContain('could not be kept in the cache (ENOTDIR');
  });
});

/** Runs a module in another process, as another user if this one may do all. */
function run(
  code: string,
  { user = false, conditions = [] as string[] } = {},
): { done: Promise<string>; kill: () => void } {
  const flags = [...conditions.map((name) => `--conditions=${name}`), '--input-type=module', '-e', code];
  const nobody = user && process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'pipe'], ...nobody });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const done = new Promise<string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(output.trim()));
  });
  return { done, kill: () => void child.kill('SIGKILL') };
}
const packageUrl = new URL('../dist/index.js', import.meta.url).href;
const script = (options: object): string => `
  import { loadIdxDataset } from '${packageUrl}';
  const loaded = loadIdxDataset(${JSON.stringify(tiny)}, { onWarning: (text) => console.log(text), ...${JSON.stringify(options)} });
  await loaded.then(({ train }) => console.log(train.x.data.join(' ')), (error) => console.log(error.message));`;
const printed = '0 1 2 3 4 5 6 7 8 9 10 255';

/** Another user cannot come to the package where this one keeps its folders to itself. */
const anotherUserCanRead =
  process.getuid?.() !== 0 ||
  spawnSync(process.execPath, ['-e', `require('fs').accessSync(${JSON.stringify(process.cwd())})`], {
    uid: 65534,
    gid: 65534,
  }).status === 0;

(anotherUserCanRead ? describe : describe.skip)('without permission (needs a folder that others may read)', () => {
  test('a cache that may not be written is warned of', async () => {
    chmodSync(cacheDir, 0o555);
    const output = await run(script({ cacheDir, mirrors: await serve(sound) }), { user: true }).done;
    expect(output).toContain('could not be kept in the cache (EACCES: permission denied, mkdir');
    expect(output.split('\n').at(-1)).toBe(printed);
  });

  test('a file of the user that may not be read is an error', async () => {
    chmodSync(cacheDir, 0o755);
    const file = path.join(cacheDir, 'train-images.gz');
    writeFileSync(file, packed, { mode: 0o000 });
    const output = await run(script({ dataDir: cacheDir, cacheDir, mirrors: await serve(sound) }), { user: true }).done;
    expect(output).toContain(
      `expected ${file} to be a sound train-images, but EACCES: permission denied, open '${file}'. Replace the file or take it away.`,
    );
  });
});

describe('at the same time', () => {
  test('eight loads in one process and three processes do no harm', async () => {
    const urls = await serve((request, response) => void setTimeout(() => sound(request, response), 20));
    const others = [1, 2, 3].map(() => run(script({ cacheDir, mirrors: urls })).done);
    const all = await Promise.all(Array.from({ length: 8 }, () => load({ mirrors: urls })));
    for (const one of all) expect(one).toEqual(expected);
    expect(await Promise.all(others)).toEqual([printed, printed, printed]);
    expect(cached()).toEqual(fourFiles);
    expect(warnings).toEqual([]);
  });

  test('loads that find the same corrupt file do no harm', async () => {
    const urls = await serve(sound);
    await load({ mirrors: urls });
    writeFileSync(path.join(cacheDir, 'tiny', 'train-images.gz'), 'broken');
    const all = await Promise.all(Array.from({ length: 5 }, () => load({ mirrors: urls })));
    for (const one of all) expect(one).toEqual(expected);
    expect(await load({ mirrors: urls })).toEqual(expected);
    expect(cached().filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('a process that is killed while it downloads leaves nothing that harms', async () => {
    let begun: () => void;
    const first = new Promise<void>((resolve) => (begun = resolve));
    const slow = await serve(
      faulty((_, response) => {
        response.write(packed.subarray(0, 12));
        begun();
      }),
    );
    const other = run(script({ cacheDir, mirrors: slow }));
    await first;
    other.kill();
    await other.done;
    expect(cached()).not.toContain('train-images.gz');
    expect(await load({ mirrors: await serve(sound) })).toEqual(expected);
  });
});

describe('stopping', () => {
  test('a signal that is aborted at once', async () => {
    const urls = await serve(sound);
    await expect(load({ mirrors: urls, signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(mirrors[0]!.requests).toEqual([]);
  });

  test('a signal in the middle gives its reason, asks no other mirror and keeps no half file', async () => {
    const controller = new AbortController();
    const urls = await serve(
      faulty((_, response) => {
        response.write(packed.subarray(0, 12), () => controller.abort(new Error('enough')));
      }),
      sound,
    );
    await expect(load({ mirrors: urls, signal: controller.signal })).rejects.toThrow('enough');
    expect(mirrors[1]!.requests).toEqual([]);
    expect(cached()).not.toContain('train-images.gz');
  });

  test('one file that is not to be had stops the others', async () => {
    let closed = false;
    const urls = await serve((request, response) => {
      if (request.url === '/train-labels.gz') response.writeHead(404).end();
      else {
        response.flushHeaders();
        response.on('close', () => (closed = true));
      }
    });
    expect(await messageOf(load({ mirrors: urls }))).toContain('expected to find train-labels.gz');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(closed).toBe(true);
  });
});

describe('in a browser', () => {
  test('no module but the one for Node names a module of Node', () => {
    const folder = new URL('../dist/', import.meta.url);
    const modules = readdirSync(folder).filter((name) => name.endsWith('.js'));
    const ofNode = modules.filter((name) =>
      /from 'node:|process\.|\bBuffer\b/.test(readFileSync(new URL(name, folder), 'utf8')),
    );
    expect(ofNode).toEqual(['platform-node.js']);
  });

  const browser = (options: object, before = ''): Promise<string> =>
    run(
      `const store = new Map();
       if (!${JSON.stringify(before.includes('no caches'))}) globalThis.caches = { open: async () => ({
         match: async (key) => store.get(key)?.clone(), put: async (key, response) => void store.set(key, response), delete: async (key) => store.delete(key) }) };
       ${script(options)}
       ${before.includes('again') ? `store.set('https://sixstep.invalid/tiny/train-images.gz', new Response('broken'));` : ''}
       ${before.includes('again') ? script(options).replace('import { loadIdxDataset }', 'import { loadIdxDataset as _ }').replace('const loaded', 'const second').replace('await loaded', 'await second') : ''}
       console.log([...store.keys()].join(' '));`,
      { conditions: ['browser'] },
    ).done;
  const keys = ['train-images', 'train-labels', 'test-images', 'test-labels'].map(
    (name) => `https://sixstep.invalid/tiny/${name}.gz`,
  );

  test('it downloads, keeps the files in the Cache API and fetches a corrupt one again', async () => {
    const urls = await serve(sound);
    const lines = (await browser({ mirrors: urls }, 'again')).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      printed,
      'loadIdxDataset: expected https://sixstep.invalid/tiny/train-images.gz to be a sound train-images, but ' +
        'it has 6 bytes, where 28 are right. It was removed from the cache. The file is fetched again.',
      printed,
    ]);
    expect(lines[3]!.split(' ').sort()).toEqual(keys.sort());
    expect(mirrors[0]!.requests).toHaveLength(5);
  });

  test('it works without a cache', async () => {
    expect(await browser({ mirrors: await serve(sound) }, 'no caches')).toBe(printed);
  });

  test('every fault of a file is refused', async () => {
    const urls = await serve(...faults.map(([, body]) => faulty(send(body))));
    const code = `
      import { loadIdxDataset } from '${packageUrl}';
      const messages = [];
      for (const url of ${JSON.stringify(urls)}) {
        await loadIdxDataset(${JSON.stringify(tiny)}, { mirrors: [url] }).catch(({ message }) => messages.push(message));
      }
      console.log(JSON.stringify(messages));`;
    const messages = JSON.parse(await run(code, { conditions: ['browser'] }).done) as string[];
    expect(messages).toHaveLength(faults.length);
    faults.forEach(([, , text], i) => {
      expect(messages[i]).toMatch(text);
      expect(messages[i]).toContain("on your own site and pass their folder, e.g. mirrors: ['/data/tiny'].");
    });
  });
});
