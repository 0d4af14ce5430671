import * as formats from '@sixstep/formats';
import { isJson, isTensorData, type Json, type SerializedPart } from './fixture.js';
import { toTensor } from './tensor-data.js';

const place = 'conformance';

/** Fixture's tensors anywhere in a value as tensors of the backend. */
function withTensors(value: unknown): unknown {
  if (isTensorData(value)) return toTensor(value);
  if (Array.isArray(value)) return value.map(withTensors);
  return isJson(value)
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTensors(item)]))
    : value;
}

/** Arguments or options of Keras as ours: names and values in camel case, parts and tensors made, `None` left out. */
export const optionsFromKeras = (config: Json): Record<string, unknown> =>
  formats.optionsFromKeras(withTensors(config) as Json, place);

/** The part that Keras wrote as `{ module, class_name, config }`. */
export const partFromKeras = (part: SerializedPart): unknown =>
  formats.partFromKeras(withTensors(part) as Parameters<typeof formats.partFromKeras>[0], place);

/** A value of an argument. */
export const valueFromKeras = (value: unknown): unknown => formats.valueFromKeras(withTensors(value), '', place);
