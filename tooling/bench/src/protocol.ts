import { createInterface } from 'node:readline';
import type { Workload } from './workloads.js';

/** What the bench asks of a system: to take steps and say how long each took. */
export interface Request {
  readonly workload: Workload;
  readonly batch: number;
  readonly steps: number;
}

/** What a system answers, one line of JSON: milliseconds a step, or why there are none. */
export type Response = { readonly msPerStep: number } | { readonly error: string };

/**
 * Takes the steps of a request; made, data and all, when the request comes for the first time. It may return the milliseconds
 * that count, if not all do.
 */
export type Stepper = () => unknown;

/** Answers requests from standard input, until it closes. */
export async function serve(
  versions: Readonly<Record<string, string>>,
  make: (request: Request) => Promise<Stepper>,
): Promise<void> {
  const steppers = new Map<string, Promise<Stepper>>();
  const say = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);
  say({ versions });
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line) as Request;
    try {
      let stepper = steppers.get(line);
      if (stepper === undefined) steppers.set(line, (stepper = make(request)));
      const step = await stepper;
      const start = performance.now();
      const counted = await step();
      const ms = typeof counted === 'number' ? counted : performance.now() - start;
      say({ msPerStep: ms / request.steps });
    } catch (error) {
      say({ error: error instanceof Error ? error.message.split('\n')[0] : String(error) });
    }
  }
}
