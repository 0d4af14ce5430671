import type { AnyModel } from '@sixstep/model';
import { useWasm, type UseWasmOptions } from '@sixstep/wasm';
import { platform } from '#platform';
import type { Step, StepDone } from './messages.js';
import { prepareModel } from './prepare-model.js';
import { stepper } from './stepper.js';

/** Options of `serveTraining`. */
export interface ServeTrainingOptions {
  /** Makes and compiles the same model as the one that is trained; its optimizer is not used. Default: from the config. */
  readonly model?: (() => AnyModel | Promise<AnyModel>) | undefined;
  /** How to start the WASM backend. Default: as `workers` says. */
  readonly wasm?: UseWasmOptions | undefined;
}

/**
 * Makes this worker one of those that `workers` trains with; to be called once, in the script of a worker.
 *
 * @throws Error if this is not a worker
 *
 * @example
 * serveTraining({ model: makeModel });
 */
export function serveTraining({ model, wasm }: ServeTrainingOptions = {}): void {
  let step: ((step: Step) => StepDone) | undefined;
  const port = platform.port();
  port.listen(async (message) => {
    try {
      if ('begin' in message) {
        const { begin } = message;
        await useWasm(wasm ?? begin.wasm);
        step = stepper(await prepareModel(begin, model), begin);
        port.post({ ready: true });
      } else port.post({ done: step!(message.step) });
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      port.post({ error: { message, stack } });
    }
  });
}
