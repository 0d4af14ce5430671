import type { Model } from '@sixstep/model';
import { cnn } from './cnn.js';
import { lstm } from './lstm.js';
import { mlp } from './mlp.js';

/** How a model is written; both ways give the same one. */
export type Style = 'sequential' | 'class';
export type ImageModelName = 'mlp' | 'cnn' | 'lstm';

/** The models for images of shape [height, width] in ten classes, by name. */
export const imageModels: Readonly<Record<ImageModelName, (style: Style) => Model>> = { mlp, cnn, lstm };
