/** The name that a layer of this class gets by itself, as Keras does: `Conv2D` -> `conv2d`, `PReLU` -> `p_re_lu`. */
export function layerName(className: string): string {
  return className
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
