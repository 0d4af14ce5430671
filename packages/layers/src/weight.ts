import type { Constraint } from '@sixstep/constraints';
import type { Regularizer } from '@sixstep/regularizers';
import type { Variable } from '@tensorflow/tfjs-core';

/** A variable that a layer owns, with what applies to it. */
export interface Weight {
  /** Its name within the layer, such as `kernel`. */
  readonly name: string;
  readonly variable: Variable;
  /** False for what training changes by other means than gradients, such as batch normalization's averages. */
  readonly trainable: boolean;
  readonly regularizer: Regularizer | undefined;
  readonly constraint: Constraint | undefined;
}

/** A weight under its path from the layer or model that was asked, such as `dense_1/kernel`. */
export interface NamedWeight extends Weight {
  readonly path: string;
}
