import { frame, gridX, gridY, type Markish, type PlotOptions, type ScaleOptions } from '@observablehq/plot';
import { color } from './palette.js';
import { yLabel } from './y-label.js';

/** An axis as `linearAxis` and `logAxis` give it. */
export type Axis = ScaleOptions & { readonly ticks: number[] };

/** A pair of axes with what is drawn between them. */
export interface PlaneOptions {
  readonly width: number;
  readonly height: number;
  readonly x: Axis;
  readonly y: Axis;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly marks: readonly Markish[];
  /** Whether lines stand at the ticks, by default true. */
  readonly grid?: boolean;
}

/** The pixels around the frame of a plane. */
const planeMargins = { marginLeft: 58, marginRight: 20, marginTop: 26, marginBottom: 38 } as const;

/** Axes, grid and frame as all plots have them. */
export function plane({ width, height, x, y, xLabel, yLabel: label, marks, grid = true }: PlaneOptions): PlotOptions & {
  readonly width: number;
  readonly height: number;
} {
  const stroke = color('muted');
  return {
    width,
    height,
    ...planeMargins,
    x: { ...x, label: xLabel, labelAnchor: 'center', labelArrow: 'none' },
    y: { ...y, label: null },
    marks: [
      ...(grid
        ? [
            gridY({ stroke, strokeOpacity: 0.25, ticks: y.ticks }),
            gridX({ stroke, strokeOpacity: 0.12, ticks: x.ticks }),
          ]
        : []),
      ...marks,
      frame({ stroke, strokeOpacity: 0.5 }),
      yLabel(label),
    ],
  };
}
