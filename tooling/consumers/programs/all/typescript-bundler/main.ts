// TypeScript, strict, as a bundler resolves modules.
import { loadIris } from '@sixstep/datasets';
import { writeKeras } from '@sixstep/formats';
import { conv2d, dense, flatten } from '@sixstep/layers';
import { meanSquaredError } from '@sixstep/losses';
import { earlyStopping, sequential } from '@sixstep/model';
import { curves } from '@sixstep/plots';

const model = sequential([conv2d({ filters: 2, kernelSize: 3 }), flatten(), dense({ units: 3 })]);
model.compile({ optimizer: 'nadam', loss: meanSquaredError(), metrics: ['meanAbsoluteError'] });

const { x, y } = loadIris();
const fitted = model.fit(x, y, { callbacks: [earlyStopping({ patience: 2 })] });
export const losses: Promise<readonly number[] | undefined> = fitted.then(({ history }) => history['loss']);
export const picture: Promise<string> = fitted.then((history) => curves({ history }).svg);
export const file: Promise<Uint8Array> | Uint8Array = writeKeras(model);

// @ts-expect-error the options of a convolution are not these
conv2d({ units: 3 });
