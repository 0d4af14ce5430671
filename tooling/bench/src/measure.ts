import type { System } from './system.js';
import type { Workload } from './workloads.js';

/** The time of a step of one system on one workload, in milliseconds over the rounds. */
export interface Result {
  readonly workload: Workload;
  readonly batch: number;
  readonly system: string;
  /** The median. */
  readonly msPerStep: number;
  readonly min: number;
  readonly max: number;
}

/** A system that could not do a workload, and what it said. */
export interface Failure {
  readonly workload: Workload;
  readonly batch: number;
  readonly system: string;
  readonly error: string;
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/**
 * Times one workload on all systems in turn, round after round, so that what else the machine does meets all alike. The
 * first round of each warms up and does not count. A system that takes longer than `slow` ms a step gets fewer steps.
 */
export async function measure(
  systems: readonly System[],
  workload: Workload,
  batch: number,
  steps: number,
  rounds: number,
): Promise<{ results: Result[]; failures: Failure[] }> {
  const failures: Failure[] = [];
  const times = new Map<System, { steps: number; ms: number[] }>();
  for (const system of systems) {
    const probe = await system.ask({ workload, batch, steps: Math.min(steps, 2) });
    if ('error' in probe) failures.push({ workload, batch, system: system.name, error: probe.error });
    else times.set(system, { steps: probe.msPerStep * steps > 5000 ? 2 : steps, ms: [] });
  }
  for (let round = -1; round < rounds; round++) {
    for (const [system, { steps, ms }] of times) {
      const answer = await system.ask({ workload, batch, steps });
      if ('error' in answer)
        throw new Error(`${system.name} failed at ${workload} after it had worked: ${answer.error}`);
      if (round >= 0) ms.push(answer.msPerStep);
    }
  }
  const results = [...times].map(([{ name }, { ms }]) => ({
    workload,
    batch,
    system: name,
    msPerStep: median(ms),
    min: Math.min(...ms),
    max: Math.max(...ms),
  }));
  return { results, failures };
}
