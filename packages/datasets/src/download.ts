import type { Bytes } from './platform.js';

/** How a download is limited and watched. */
export interface DownloadOptions {
  /** More bytes than these are refused. */
  readonly limit: number;
  /** Milliseconds without a byte after which it is given up. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  readonly onBytes: (loaded: number, total: number | undefined) => void;
}

/** What happened, told by the innermost error that says something: `fetch failed` is no help. */
function reason(error: unknown): string {
  const { message, cause } = error as Error;
  const inner = cause as (Error & { code?: string }) | undefined;
  return inner ? `${message} (${inner.message || inner.code || inner.name})` : message;
}

async function read(response: Response, { limit, onBytes }: DownloadOptions, alive: () => void): Promise<Bytes> {
  const encoded = response.headers.get('content-encoding');
  const length = Number(response.headers.get('content-length') ?? NaN);
  const total = encoded === null && Number.isFinite(length) ? length : undefined;
  const tooLong = `it has more than the ${limit} bytes that can be right`;
  if (total !== undefined && total > limit) throw new Error(tooLong);
  const chunks: Uint8Array[] = [];
  let loaded = 0;
  const reader = response.body?.getReader();
  for (let chunk = await reader?.read(); chunk?.done === false; chunk = await reader?.read()) {
    alive();
    loaded += chunk.value.length;
    if (loaded > limit) throw new Error(tooLong);
    chunks.push(chunk.value);
    onBytes(loaded, total);
  }
  if (total !== undefined && loaded !== total) throw new Error(`it ended after ${loaded} of ${total} bytes`);
  const bytes = new Uint8Array(loaded);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * The bytes at `url`.
 *
 * @throws Error that says why there are none; the reason of `signal` if that was aborted
 */
export async function download(url: string, options: DownloadOptions): Promise<Bytes> {
  const { signal, timeout } = options;
  signal?.throwIfAborted();
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal?.reason);
  signal?.addEventListener('abort', abort);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(new Error(`no byte came for ${timeout} ms`)), timeout);
  };
  alive();
  try {
    const response = await fetch(url, { signal: controller.signal });
    if (!response.ok) throw new Error(`HTTP ${response.status} ${response.statusText}`.trim());
    return await read(response, options, alive);
  } catch (error) {
    signal?.throwIfAborted();
    throw new Error(reason(error), { cause: error });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    controller.abort();
  }
}
