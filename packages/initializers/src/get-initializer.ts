import { lookUp } from '@sixstep/parts';
import type { Initializer } from './initializer.js';
import { type InitializerName, initializers } from './initializers.js';

/**
 * The initializer of that name with Keras' defaults, or the given one itself.
 *
 * @param initializer a name such as `'heNormal'`, or an initializer
 * @param place where it was given, such as `dense`, for the error
 * @throws Error for an unknown name, with the nearest known one
 */
export function getInitializer(initializer: InitializerName | Initializer, place: string): Initializer {
  return typeof initializer === 'function' ? initializer : lookUp(initializers, initializer, place, 'initializer')();
}
