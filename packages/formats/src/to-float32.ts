import type { SafetensorsData, StoredTensor } from './safetensors-types.js';

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** The number of a float with `exponentBits` and `mantissaBits`, given as bits; E4M3 has no infinities. */
function decodeFloat(value: number, exponentBits: number, mantissaBits: number, hasInfinity: boolean): number {
  const sign = value >> (exponentBits + mantissaBits) ? -1 : 1;
  const exponent = (value >> mantissaBits) & ((1 << exponentBits) - 1);
  const mantissa = value & ((1 << mantissaBits) - 1);
  const bias = (1 << (exponentBits - 1)) - 1;
  const top = (1 << exponentBits) - 1;
  if (hasInfinity && exponent === top) return mantissa === 0 ? sign * Infinity : NaN;
  if (!hasInfinity && exponent === top && mantissa === (1 << mantissaBits) - 1) return NaN;
  if (exponent === 0) return sign * mantissa * 2 ** (1 - bias - mantissaBits);
  return sign * (1 + mantissa * 2 ** -mantissaBits) * 2 ** (exponent - bias);
}

function decodeBfloat(value: number): number {
  bits[0] = value << 16;
  return float[0]!;
}

/**
 * The elements as float32: the same array if they are, else converted; float16, bfloat16 and the 8-bit floats exactly.
 *
 * @example
 * toFloat32({ dtype: 'F16', shape: [1], data: Uint16Array.of(0x3c00) }); // 1
 */
export function toFloat32({ dtype, data }: StoredTensor): Float32Array {
  if (dtype === 'F32') return data as Float32Array;
  const decode = {
    F16: (x: number) => decodeFloat(x, 5, 10, true),
    BF16: decodeBfloat,
    F8_E4M3: (x: number) => decodeFloat(x, 4, 3, false),
    F8_E5M2: (x: number) => decodeFloat(x, 5, 2, true),
  }[dtype as string];
  const values = data as Exclude<SafetensorsData, BigInt64Array | BigUint64Array>;
  return decode === undefined ? Float32Array.from(data as Int32Array, Number) : Float32Array.from(values, decode);
}
