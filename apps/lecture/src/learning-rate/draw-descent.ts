import { type Drawing, type Language, lineChart } from '@sixstep/plots';
import type { Text } from '../lesson/text.js';
import type { DescentRow } from './descend-parabola.js';

/** The parabola, and the points that a descent visits on it, in their order. */
export function drawDescent({
  language,
  name,
  rows,
  title,
}: {
  readonly language: Language;
  readonly name: string;
  readonly rows: readonly DescentRow[];
  readonly title: Text;
}): Drawing {
  const loss = (w: number): number => (w + 1) ** 2;
  const parabola = Array.from({ length: 145 }, (_, i) => -8 + i / 10);
  const visited = [5, ...rows.map(({ w }) => w)];
  return lineChart({
    language,
    title: title[language],
    width: 560,
    height: 320,
    lines: {
      '(w + 1)²': { x: parabola, y: parabola.map(loss), dots: false, dashed: true },
      [name]: { x: visited, y: visited.map(loss), dots: true },
    },
    xDomain: [-8, 6.4],
    yDomain: [-1, 48],
    xLabel: 'w',
    yLabel: { en: 'loss', zh: '损失' }[language],
  });
}
