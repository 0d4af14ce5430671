import type { Activation, ActivationName } from '@sixstep/activations';
import type { Initializer } from '@sixstep/initializers';
import { type Dense, dense } from '@sixstep/layers';

/** `depth` dense layers of `units` units each. */
export function denseStack({
  depth,
  units,
  activation,
  initializer,
}: {
  readonly depth: number;
  readonly units: number;
  readonly activation: Activation | ActivationName;
  readonly initializer: () => Initializer;
}): Dense[] {
  return Array.from({ length: depth }, () => dense({ units, activation, kernelInitializer: initializer() }));
}
