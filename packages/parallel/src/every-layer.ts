import type { AnyLayer } from '@sixstep/layers';

/** A layer and all those within it, in the order of the model. */
export const everyLayer = (layer: AnyLayer): readonly AnyLayer[] => [layer, ...layer.sublayers().flatMap(everyLayer)];
