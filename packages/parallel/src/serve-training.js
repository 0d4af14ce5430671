import { useWasm } from '@sixstep/wasm';
import { platform } from '#platform';
import { prepareModel } from './prepare-model.js';
import { stepper } from './stepper.js';
/**
 * Makes this worker one of those that `workers` trains with; to be called once, in the script of a worker.
 *
 * @throws Error if this is not a worker
 *
 * @example
 * serveTraining({ model: makeModel });
 */
export function serveTraining({ model, wasm } = {}) {
    let step;
    const port = platform.port();
    port.listen(async (message) => {
        try {
            if ('begin' in message) {
                const { begin } = message;
                await useWasm(wasm ?? begin.wasm);
                step = stepper(await prepareModel(begin, model), begin);
                port.post({ ready: true });
            }
            else
                port.post({ done: step(message.step) });
        }
        catch (error) {
            const { message, stack } = error instanceof Error ? error : new Error(String(error));
            port.post({ error: { message, stack } });
        }
    });
}
