import { Layer } from './layer.js';
import type { Shape } from './shape.js';

/** A layer whose output has its input's shape and keeps its mask. */
export abstract class Elementwise extends Layer {
  protected override readonly supportsMasking: boolean = true;

  override computeOutputShape(inputShape: Shape): Shape {
    return inputShape;
  }
}
