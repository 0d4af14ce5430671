import { isJsonObject, type JsonObject } from '../parse-json.js';

/** A part as Keras writes it; a function is written by its name as `config`. */
export interface KerasPart {
  readonly class_name: string;
  readonly config: JsonObject | string;
  readonly module?: string | null;
  readonly registered_name?: string | null;
}

export const isKerasPart = (value: unknown): value is JsonObject & KerasPart =>
  isJsonObject(value) && typeof value['class_name'] === 'string' && 'config' in value;

/** A part as JSON. */
export const kerasPart = (module: string, className: string, config: JsonObject): JsonObject => ({
  module,
  class_name: className,
  config,
  registered_name: null,
});

export type { JsonObject };
