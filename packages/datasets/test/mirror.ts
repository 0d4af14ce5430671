import { createHash } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { toIdx, type IdxDataset } from '@sixstep/datasets';

const bytes = (...data: number[]): Uint8Array => Uint8Array.from(data);

/** The four payloads of a data set of 3 + 2 images of 2x2. */
export const payloads: Readonly<Record<string, Uint8Array>> = {
  'train-images': toIdx({ data: bytes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255), shape: [3, 2, 2] }),
  'train-labels': toIdx({ data: bytes(2, 0, 1), shape: [3] }),
  'test-images': toIdx({ data: bytes(9, 8, 7, 6, 5, 4, 3, 2), shape: [2, 2, 2] }),
  'test-labels': toIdx({ data: bytes(1, 2), shape: [2] }),
};

/** The announcement of a payload. */
export function announce(name: string, payload: Uint8Array): { name: string; bytes: number; sha256: string } {
  return { name, bytes: payload.length, sha256: createHash('sha256').update(payload).digest('hex') };
}

const file = (name: string): ReturnType<typeof announce> => announce(name, payloads[name]!);

/** A data set that is nowhere but on the mirrors of a test. */
export const tiny: IdxDataset = {
  name: 'tiny',
  files: {
    train: { x: file('train-images'), y: file('train-labels') },
    test: { x: file('test-images'), y: file('test-labels') },
  },
};

/** Answers with the sound files. */
export const sound: RequestListener = (request, response) => {
  const payload = payloads[request.url!.replace(/^\/|\.gz$/g, '')];
  if (payload) response.end(gzipSync(payload));
  else response.writeHead(404).end();
};

/** Answers with the sound files but for the training images, for which `fault` answers. */
export const faulty =
  (fault: RequestListener): RequestListener =>
  (request, response) =>
    (request.url === '/train-images.gz' ? fault : sound)(request, response);

/** A server on this machine. */
export interface Mirror {
  readonly url: string;
  /** The paths that were asked for. */
  readonly requests: string[];
  close(): Promise<void>;
}

export async function startMirror(listener: RequestListener): Promise<Mirror> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url!);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
