/** Milliseconds between two chances for others: one frame at 60 Hz. */
const SLICE = 16;

const { setImmediate } = globalThis as { setImmediate?: (f: () => void) => void };

/** Resolves when the event loop has turned: in Node by setImmediate, in browsers by a message to itself. */
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    if (setImmediate !== undefined) return setImmediate(resolve);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Returns a function to be called often: once in 16 ms it lets the event loop turn, else it costs nothing. */
export function yielder(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < SLICE) return undefined;
    return nextTurn().then(() => {
      last = performance.now();
    });
  };
}
