import { add, div, mul, pow, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { Text } from '../lesson/text.js';
import type { Rates } from './candidates.js';

/** A loss of two weights, and how the optimizers are sent over it. */
export interface Surface {
  readonly id: string;
  readonly title: Text;
  readonly formula: string;
  readonly text: Text;
  /** Elementwise. */
  readonly loss: (x: Tensor, y: Tensor) => Tensor;
  /** The least loss. */
  readonly least: number;
  readonly minimum: readonly [number, number];
  readonly start: readonly [number, number];
  readonly steps: number;
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  readonly rates: Rates;
}

export const surfaces: readonly Surface[] = [
  {
    id: 'ravine',
    title: { en: 'A ravine', zh: '峡谷' },
    formula: 'x² / 20 + y²',
    text: {
      en: 'Steep across, nearly level along. SGD jumps from wall to wall; momentum carries the others along; those that divide by the size of past gradients see a round bowl.',
      zh: '横向陡峭、纵向平缓。SGD 在两壁间来回跳动；动量使更新沿谷底前进；按历史梯度大小缩放的方法则如同走在圆碗里。',
    },
    loss: (x, y) => add(div(square(x), 20), square(y)),
    least: 0,
    minimum: [0, 0],
    start: [-7, 2],
    steps: 60,
    xDomain: [-8, 4],
    yDomain: [-3, 3],
    rates: { SGD: 0.92, SGDM: 0.1, NAG: 0.1, AdaGrad: 1.5, AdaDelta: 1, RMSProp: 0.25, Adam: 0.4, Nadam: 0.4 },
  },
  {
    id: 'saddle',
    title: { en: 'A saddle', zh: '鞍点' },
    formula: 'x² − y² + y⁴ / 4',
    text: {
      en: 'Down in one direction, up in the other, and level in the middle: nearly no gradient along y at the start. Plain SGD lingers; those that scale each weight by itself leave at once.',
      zh: '一个方向上升，另一个方向下降，中间平坦：起点处 y 方向几乎没有梯度。普通 SGD 长时间停留；对每个参数单独缩放的方法立刻离开。',
    },
    loss: (x, y) => add(sub(square(x), square(y)), div(pow(y, 4), 4)),
    least: -1,
    minimum: [0, Math.SQRT2],
    start: [-1.5, 0.01],
    steps: 60,
    xDomain: [-1.8, 1.2],
    yDomain: [-0.6, 2],
    rates: { SGD: 0.1, SGDM: 0.02, NAG: 0.02, AdaGrad: 0.3, AdaDelta: 1, RMSProp: 0.05, Adam: 0.1, Nadam: 0.1 },
  },
  {
    id: 'rosenbrock',
    title: { en: "Rosenbrock's banana", zh: 'Rosenbrock 香蕉函数' },
    formula: '(1 − x)² + 100 (y − x²)²',
    text: {
      en: 'A bent valley with a floor that hardly slopes. It is found at once; the way along it takes the rest of the time.',
      zh: '弯曲的山谷，谷底几乎没有坡度。找到山谷很快，沿谷底走到终点则要花去其余时间。',
    },
    loss: (x, y) => add(square(sub(1, x)), mul(100, square(sub(y, square(x))))),
    least: 0,
    minimum: [1, 1],
    start: [-1.2, 1],
    steps: 300,
    xDomain: [-1.8, 1.8],
    yDomain: [-0.6, 2],
    rates: { SGD: 1e-3, SGDM: 5e-4, NAG: 5e-4, AdaGrad: 0.5, AdaDelta: 0.3, RMSProp: 0.02, Adam: 0.1, Nadam: 0.1 },
  },
];
