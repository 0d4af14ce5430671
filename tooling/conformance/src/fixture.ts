/** A tensor as the fixtures write it; `"NaN"`, `"Infinity"` and `"-Infinity"` stand for these values. */
export interface TensorData {
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'float64' | 'int32' | 'int64' | 'bool';
  readonly data: readonly (number | boolean | string)[];
}

export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

/** One case: a call of Keras with its arguments, and what came out. */
export interface Case extends Tolerance {
  readonly name: string;
  /** Dotted name in Keras, such as `keras.losses.Huber`. */
  readonly target: string;
  readonly config: Json;
  readonly inputs: Json;
  readonly expected: Json;
  readonly tags?: readonly string[];
  /** Other tolerances, by the fields of `expected`. */
  readonly tolerances?: Readonly<Record<string, Tolerance>>;
}

/** A file of cases. */
export interface Fixture {
  readonly schema: number;
  readonly source: string;
  readonly suite: string;
  readonly cases: readonly Case[];
}

/** An object as JSON gives it. */
export type Json = Readonly<Record<string, unknown>>;

/** A part as Keras writes it. */
export interface SerializedPart {
  readonly class_name: string;
  readonly config: Json | string;
  readonly module?: string | null;
  readonly registered_name?: string | null;
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isTensorData = (value: unknown): value is TensorData =>
  isJson(value) && Array.isArray(value['shape']) && Array.isArray(value['data']) && typeof value['dtype'] === 'string';
