/** A function of two numbers to be minimized, and the part of the plane that is shown. */
export interface Surface {
  readonly f: (x: number, y: number) => number;
  readonly gradient: (x: number, y: number) => readonly [number, number];
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
  /** Where the minima are. */
  readonly minima: readonly (readonly [number, number])[];
  readonly start: readonly [number, number];
  /** It counts as arrived below this value. */
  readonly goal: number;
  /** The formula, for readers. */
  readonly formula: string;
}

export const surfaceNames = ['ravine', 'saddle', 'rosenbrock'] as const;
export type SurfaceName = (typeof surfaceNames)[number];

/** The surfaces of the race, by name. */
export const surfaces: Readonly<Record<SurfaceName, Surface>> = {
  ravine: {
    f: (x, y) => 0.1 * x * x + 2 * y * y,
    gradient: (x, y) => [0.2 * x, 4 * y],
    xRange: [-6, 3],
    yRange: [-3, 3],
    minima: [[0, 0]],
    start: [-5, -2],
    goal: 0.001,
    formula: '0.1x² + 2y²',
  },
  saddle: {
    f: (x, y) => x * x - y * y + 0.125 * y * y * y * y + 2,
    gradient: (x, y) => [2 * x, -2 * y + 0.5 * y * y * y],
    xRange: [-3, 3],
    yRange: [-3, 3],
    minima: [
      [0, 2],
      [0, -2],
    ],
    start: [-2.2, 0.02],
    goal: 0.001,
    formula: 'x² − y² + y⁴/8 + 2',
  },
  rosenbrock: {
    f: (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    gradient: (x, y) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
    xRange: [-2, 2],
    yRange: [-1, 3],
    minima: [[1, 1]],
    start: [-1.5, 2],
    goal: 0.01,
    formula: '(1 − x)² + 100(y − x²)²',
  },
};
