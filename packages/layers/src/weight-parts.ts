import type { Constraint } from '@sixstep/constraints';
import type { Initializer } from '@sixstep/initializers';
import { formatValue } from '@sixstep/parts';
import { getRegularizer, type Regularizer, type RegularizerName } from '@sixstep/regularizers';
import type { WeightOptions } from './layer.js';

/**
 * The options that a weight brings: `kernelInitializer`, `kernelRegularizer`, `kernelConstraint` for `P` = 'kernel'.
 *
 * A regularizer may be given by name. Initializers and constraints are given as parts, `heNormal()`, so that a bundle
 * holds those alone that it uses.
 */
export type WeightParts<P extends string> = { readonly [K in `${P}Initializer`]?: Initializer | undefined } & {
  readonly [K in `${P}Regularizer`]?: Regularizer | RegularizerName | undefined;
} & { readonly [K in `${P}Constraint`]?: Constraint | undefined };

const examples = { Initializer: 'glorotUniform()', Constraint: 'maxNorm()' } as const;

/** @throws Error that says where to import it from, if the option is given and no function */
function expectPart(place: string, option: string, value: unknown, kind: keyof typeof examples): void {
  if (value == null || typeof value === 'function') return;
  throw new Error(
    `${place}: expected ${option} to be a function such as ${examples[kind]}, received ${formatValue(value)}. ` +
      `Import it from @sixstep/${kind.toLowerCase()}s.`,
  );
}

/**
 * Checks the parts of the weights `prefixes` in `options`, and puts the regularizer in place of its name.
 *
 * @param place the layer's factory, such as `dense`
 * @throws Error if an initializer or a constraint is not a function, or a regularizer's name is unknown
 */
export function resolveWeightParts<O extends object>(place: string, options: O, prefixes: readonly string[]): O {
  const resolved = { ...options } as Record<string, unknown>;
  for (const prefix of prefixes) {
    expectPart(place, `${prefix}Initializer`, resolved[`${prefix}Initializer`], 'Initializer');
    expectPart(place, `${prefix}Constraint`, resolved[`${prefix}Constraint`], 'Constraint');
    const regularizer = resolved[`${prefix}Regularizer`];
    if (regularizer != null) {
      resolved[`${prefix}Regularizer`] = getRegularizer(regularizer as Regularizer | RegularizerName, place);
    }
  }
  return resolved as O;
}

/** What `addWeight` takes for the weight `name`, whose parts stand in `options` under `prefix`. */
export function weightOf(
  options: object,
  name: string,
  shape: readonly number[],
  prefix: string = name,
): WeightOptions {
  const parts = options as Record<string, unknown>;
  return {
    name,
    shape,
    initializer: (parts[`${prefix}Initializer`] as Initializer | null | undefined) ?? undefined,
    regularizer: (parts[`${prefix}Regularizer`] as Regularizer | null | undefined) ?? undefined,
    constraint: (parts[`${prefix}Constraint`] as Constraint | null | undefined) ?? undefined,
  };
}
