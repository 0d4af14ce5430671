import { type Drawing, type Language, lineChart } from '@sixstep/plots';
import type { Text } from '../lesson/text.js';
import type { DescentRow } from './descend-parabola.js';

/** The parabola and the points that descents visit on it, in their order. */
export function drawDescents({
  language,
  descents,
  title,
}: {
  readonly language: Language;
  readonly descents: Readonly<Record<string, readonly DescentRow[]>>;
  readonly title: Text;
}): Drawing {
  const loss = (w: number): number => (w + 1) ** 2;
  const xs = Array.from({ length: 145 }, (_, i) => -8 + i / 10);
  const lines = Object.entries(descents).map(([name, rows]) => {
    const x = [5, ...rows.map(({ w }) => w)];
    return [name, { x, y: x.map(loss), dots: true }] as const;
  });
  return lineChart({
    language,
    title: title[language],
    width: 560,
    height: 320,
    lines: { ...Object.fromEntries(lines), '(w + 1)²': { x: xs, y: xs.map(loss), dots: false, dashed: true } },
    xDomain: [-8, 6.4],
    yDomain: [-1, 48],
    xLabel: 'w',
    yLabel: { en: 'loss', zh: '损失' }[language],
  });
}
