import { constant } from './constant.js';
import { glorotNormal } from './glorot-normal.js';
import { glorotUniform } from './glorot-uniform.js';
import { heNormal } from './he-normal.js';
import { heUniform } from './he-uniform.js';
import { identity } from './identity.js';
import { lecunNormal } from './lecun-normal.js';
import { lecunUniform } from './lecun-uniform.js';
import { ones } from './ones.js';
import { orthogonal } from './orthogonal.js';
import { randomNormal } from './random-normal.js';
import { randomUniform } from './random-uniform.js';
import { stft } from './stft.js';
import { truncatedNormal } from './truncated-normal.js';
import { varianceScaling } from './variance-scaling.js';
import { zeros } from './zeros.js';

/** What the table holds; `zero`, `one`, `normal` and `uniform` are Keras' other names. */
export interface Initializers {
  readonly zeros: typeof zeros;
  readonly ones: typeof ones;
  readonly constant: typeof constant;
  readonly identity: typeof identity;
  readonly randomNormal: typeof randomNormal;
  readonly randomUniform: typeof randomUniform;
  readonly truncatedNormal: typeof truncatedNormal;
  readonly varianceScaling: typeof varianceScaling;
  readonly glorotUniform: typeof glorotUniform;
  readonly glorotNormal: typeof glorotNormal;
  readonly heUniform: typeof heUniform;
  readonly heNormal: typeof heNormal;
  readonly lecunUniform: typeof lecunUniform;
  readonly lecunNormal: typeof lecunNormal;
  readonly orthogonal: typeof orthogonal;
  readonly stft: typeof stft;
  readonly zero: typeof zeros;
  readonly one: typeof ones;
  readonly normal: typeof randomNormal;
  readonly uniform: typeof randomUniform;
}

/** Every initializer's factory by its name: the camelCase of Keras'. */
export const initializers: Initializers = {
  zeros,
  ones,
  constant,
  identity,
  randomNormal,
  randomUniform,
  truncatedNormal,
  varianceScaling,
  glorotUniform,
  glorotNormal,
  heUniform,
  heNormal,
  lecunUniform,
  lecunNormal,
  orthogonal,
  stft,
  zero: zeros,
  one: ones,
  normal: randomNormal,
  uniform: randomUniform,
} as const;

export type InitializerName = keyof Initializers;
