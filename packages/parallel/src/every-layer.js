/** A layer and all those within it, in the order of the model. */
export const everyLayer = (layer) => [layer, ...layer.sublayers().flatMap(everyLayer)];
