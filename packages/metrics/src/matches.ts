import { formatShape } from '@sixstep/parts';
import { sameShape, type Values } from './values.js';

/** 1 where the classes are the same, else 0. */
export function matches(yTrue: Values, yPred: Values, place: string, hint: string): Values {
  if (!sameShape(yTrue.shape, yPred.shape)) {
    throw new Error(
      `${place}: expected yTrue to hold one label of shape ${formatShape(yPred.shape)} for each prediction, ` +
        `received shape ${formatShape(yTrue.shape)}. ${hint}`,
    );
  }
  const data = new Uint8Array(yPred.data.length);
  for (let i = 0; i < data.length; i++) if (yTrue.data[i] === yPred.data[i]) data[i] = 1;
  return { data, shape: yPred.shape };
}
