import { line, ruleX, ruleY } from '@observablehq/plot';
import { expectInteger } from '@sixstep/parts';
import { activationCurve, type ActivationFunction } from './activation-curve.js';
import { type Domain, extent, linearAxis, widen } from './axis.js';
import { compose } from './compose.js';
import type { Drawing } from './drawing.js';
import type { DrawingOptions } from './drawing-options.js';
import { expectDomain } from './expect-domain.js';
import { expectDrawing, expectHeight } from './expect-drawing.js';
import { color, seriesColor } from './palette.js';
import { plane } from './plane.js';
import { say } from './words.js';

export interface ActivationPlotOptions extends DrawingOptions {
  /** An elementwise function of a tensor, or several by name: each gets a panel. */
  readonly activation: ActivationFunction | Readonly<Record<string, ActivationFunction>>;
  /** From where to where, by default [-6, 6]. */
  readonly domain?: Domain;
  /** At how many points it is evaluated, by default 241. */
  readonly points?: number;
  /** Panels in a row, by default 2, or 1 if there is one. */
  readonly columns?: number;
  /** The height of a panel in pixels, by default 240. */
  readonly height?: number;
}

/**
 * Activations with their derivatives, which are found by automatic differentiation and not by formula. Where one jumps,
 * as the derivative of relu at 0, there is a gap.
 *
 * Softmax is no elementwise function; draw one output over its own input, the others held:
 * `(x) => gather(softmax(stack([x, zerosLike(x)], 1)), 0, 1)`.
 *
 * @throws Error if a function changes the shape of its input, or has no derivative
 *
 * @example
 * const { svg } = activationPlot({ activation: { relu, sigmoid, tanh } });
 */
export function activationPlot(options: ActivationPlotOptions): Drawing {
  const place = 'activationPlot';
  const { activation, points = 241, height = 240 } = options;
  const named: [string, ActivationFunction][] =
    typeof activation === 'function' ? [[activation.name || 'f', activation]] : Object.entries(activation);
  const several = named.length > 1;
  const heading = several ? 'Activations and their derivatives' : 'Activation and its derivative';
  const { language, title, width } = expectDrawing(place, options, heading);
  const domain = expectDomain(place, 'domain', options.domain ?? [-6, 6]);
  expectInteger(place, 'points', points, { min: 2, max: 100_000 });
  expectHeight(place, height);
  if (named.length === 0) throw new Error(`${place}: expected activation to hold a function, received none.`);
  const columns = Math.min(named.length, expectInteger(place, 'columns', options.columns ?? 2));
  const panelWidth = Math.floor(width / columns);
  const panels = named.map(([name, one]) => {
    const { values, slopes } = activationCurve(name, one, domain, points);
    const y = widen(extent([...values, ...slopes].map((point) => point.y)) ?? [-1, 1], 0.06);
    const zero = { stroke: color('muted'), strokeOpacity: 0.7 };
    const within = ([low, high]: Domain): number[] => (low < 0 && high > 0 ? [0] : []);
    return {
      options: plane({
        width: panelWidth,
        height,
        x: linearAxis(domain, panelWidth / 60),
        y: linearAxis(y, height / 40),
        xLabel: 'x',
        yLabel: name,
        marks: [
          ruleX(within(domain), zero),
          ruleY(within(y), zero),
          line(values, { x: 'x', y: 'y', stroke: seriesColor(0), strokeWidth: 2.25 }),
          line(slopes, { x: 'x', y: 'y', stroke: seriesColor(1), strokeWidth: 2, strokeDasharray: '5,3' }),
        ],
      }),
    };
  });
  const items = [
    { label: say(language, 'function'), color: seriesColor(0), sign: 'line' as const },
    { label: say(language, 'derivative'), color: seriesColor(1), sign: 'dashed' as const },
  ];
  return compose({ language, title, width, items, panels, columns });
}
