import type { Sequential } from '@sixstep/model';
import { concat, dispose, tensor2d, tidy, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { LIMIT, type PlaneData, type Points } from './plane-data.js';
import { REGION, TILE, type Figures, type PlaneReport } from './plane-report.js';

/** The centers of a grid over the plane, rows from top to bottom: [side * side, 2]. */
function grid(side: number): Tensor2D {
  const at = (i: number): number => ((2 * i + 1) / side - 1) * LIMIT;
  const values = Array.from({ length: side * side }, (_, i) => [at(i % side), -at(Math.floor(i / side))] as const);
  return tensor2d(Float32Array.from(values.flat()), [side * side, 2]);
}

function figures(probabilities: Float32Array, begin: number, labels: ArrayLike<number>, classes: number): Figures {
  let loss = 0;
  let right = 0;
  for (let i = 0; i < labels.length; i++) {
    const row = probabilities.subarray((begin + i) * classes, (begin + i + 1) * classes);
    const truth = row[labels[i]!]!;
    loss -= Math.log(Math.max(truth, 1e-7));
    if (row.every((p, label) => label === labels[i] || p < truth)) right++;
  }
  return { loss: loss / labels.length, accuracy: right / labels.length };
}

/** [n, classes] of probabilities -> [classes, n] of bytes. */
function regionsOf(probabilities: Float32Array, classes: number): Uint8Array<ArrayBuffer> {
  const n = REGION * REGION;
  const bytes = new Uint8Array(classes * n);
  for (let label = 0; label < classes; label++) {
    for (let i = 0; i < n; i++) bytes[label * n + i] = Math.round(255 * probabilities[i * classes + label]!);
  }
  return bytes;
}

/** Answers [n, units] -> [units, n], each unit's scaled by its greatest one. */
function tilesOf(answers: Float32Array, units: number): Int8Array<ArrayBuffer> {
  const n = TILE * TILE;
  const tiles = new Int8Array(units * n);
  for (let unit = 0; unit < units; unit++) {
    let most = 1e-6;
    for (let i = 0; i < n; i++) most = Math.max(most, Math.abs(answers[i * units + unit]!));
    for (let i = 0; i < n; i++) tiles[unit * n + i] = Math.round((127 * answers[i * units + unit]!) / most);
  }
  return tiles;
}

/** Looks at a network in the plane: regions, units, figures on train and test. */
export class Observer {
  private readonly everything: Tensor2D;
  private readonly coarse: Tensor2D;
  private readonly data: PlaneData;

  constructor(data: PlaneData) {
    this.data = data;
    const of = ({ x }: Points): Tensor2D => tensor2d(x.data, [x.shape[0]!, 2]);
    this.everything = tidy(() => concat([grid(REGION), of(data.train), of(data.test)]));
    this.coarse = grid(TILE);
  }

  observe(model: Sequential): Pick<PlaneReport, 'train' | 'test' | 'regions' | 'tiles' | 'kernels'> {
    const { train, test, classes } = this.data;
    const begin = REGION * REGION;
    let probabilities: Float32Array = new Float32Array();
    let tiles: Int8Array<ArrayBuffer> = new Int8Array();
    tidy(() => {
      probabilities = model.predictOnBatch(this.everything).dataSync() as Float32Array;
      tiles = this.tiles(model);
    });
    return {
      train: figures(probabilities, begin, train.y.data, classes),
      test: figures(probabilities, begin + train.y.data.length, test.y.data, classes),
      regions: regionsOf(probabilities, classes),
      tiles,
      kernels: model
        .namedWeights()
        .filter(({ variable }) => variable.rank === 2)
        .map(({ variable }) => Float32Array.from(variable.dataSync())),
    };
  }

  private tiles(model: Sequential): Int8Array<ArrayBuffer> {
    const found: Int8Array[] = [];
    let x: Tensor = this.coarse;
    for (const layer of model.layers) {
      x = layer.apply(x, { training: false }) as Tensor;
      if (layer.className === 'Dense') found.push(tilesOf(x.dataSync() as Float32Array, x.shape[1]!));
    }
    const all = new Int8Array(found.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const tiles of found) {
      all.set(tiles, at);
      at += tiles.length;
    }
    return all;
  }

  dispose(): void {
    dispose([this.everything, this.coarse]);
  }
}
