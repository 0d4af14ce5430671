import { runRace } from '../race/run-race.js';
import { ImageDesk } from './image-desk.js';
import { PlaneDesk } from './plane-desk.js';
import type { Reply, Request } from './protocol.js';
import { startWasm } from './start-wasm.js';
import { transferables } from './transferables.js';

const scope = globalThis as unknown as {
  postMessage(message: Reply, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void;
};
const reply = (message: Reply): void => scope.postMessage(message, transferables(message));
const plane = new PlaneDesk(reply);
const images = new ImageDesk(reply);

/** The latest race: an older one is given up. */
let race = 0;
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function runAll({ run, setup }: Extract<Request, { type: 'race.run' }>): Promise<void> {
  race = run;
  for (const runner of setup.runners) {
    await nextTurn();
    if (race !== run) return;
    reply({ type: 'race.path', run, path: runRace(setup, runner) });
  }
}

function serve(request: Request): void | Promise<void> {
  switch (request.type) {
    case 'plane.prepare':
      return plane.prepare(request.run, request.setup, request.running);
    case 'plane.running':
      return plane.setRunning(request.running);
    case 'plane.epoch':
      return plane.trainEpoch();
    case 'plane.pace':
      return plane.setPace(request.milliseconds);
    case 'race.run':
      return runAll(request);
    case 'images.fetch':
      return images.fetch(request.data, request.page);
    case 'images.files':
      return images.files(request.data, request.files);
    case 'images.train':
      return images.train(request.run, request.setup);
    case 'images.stop':
      return images.stop();
    case 'images.predict':
      return images.predict(request.pixels);
    case 'images.sample':
      return images.sample();
    case 'images.save':
      return images.save(request.format);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const started = startWasm();

scope.addEventListener('message', ({ data: request }) => {
  started
    .then(() => serve(request))
    .catch((error: unknown) => reply({ type: 'failed', about: request.type, message: messageOf(error) }));
});
started.then(
  () => reply({ type: 'ready' }),
  (error: unknown) => reply({ type: 'failed', about: 'start', message: messageOf(error) }),
);
