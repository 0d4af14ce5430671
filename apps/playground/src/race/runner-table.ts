import { element } from '../page/element.js';
import { formatLoss, formatRate } from '../page/format.js';
import { optimizerLabels } from '../plane/optimizer-labels.js';
import { optimizerNames, type OptimizerChoice } from '../plane/plane-setup.js';
import { texts } from '../texts/language.js';
import { raceLearningRates, type RaceSetup } from './race-setup.js';
import type { Path } from './path.js';
import { surfaces } from './surfaces.js';

/** Who takes part, and how far they are. */
export interface RunnerTable {
  readonly root: HTMLElement;
  show(setup: RaceSetup, paths: readonly Path[], step: number): void;
}

/** The variable of the style sheet with the color of a runner. */
const colorVariable = (runner: OptimizerChoice): string => `series-${optimizerNames.indexOf(runner)}`;

/**
 * @param onTakePart the runners that shall take part
 * @param onChoose whose path shall stand out
 */
export function runnerTable(
  onTakePart: (runners: readonly OptimizerChoice[]) => void,
  onChoose: (runner: OptimizerChoice | undefined) => void,
): RunnerTable {
  const t = texts;
  const rows = optimizerNames.map((runner) => {
    const box: HTMLInputElement = element('input', {
      type: 'checkbox',
      onchange: () => onTakePart(optimizerNames.filter((_, i) => rows[i]!.box.checked)),
    });
    const key = element('span', {
      class: 'key',
      style: `--key: var(--${colorVariable(runner)})`,
      'aria-hidden': 'true',
    });
    const cells = { rate: element('td'), height: element('td'), arrival: element('td') };
    const name = element(
      'th',
      { scope: 'row' },
      element('label', { class: 'runner' }, box, key, optimizerLabels[runner]),
    );
    const root = element(
      'tr',
      {
        'data-runner': runner,
        onpointerenter: () => onChoose(runner),
        onpointerleave: () => onChoose(undefined),
        onfocusin: () => onChoose(runner),
        onfocusout: () => onChoose(undefined),
      },
      name,
      cells.rate,
      cells.height,
      cells.arrival,
    );
    return { runner, box, cells, root };
  });
  const heading = (text: () => string): HTMLElement => element('th', { scope: 'col' }, text);
  const root = element(
    'table',
    { class: 'runners' },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        heading(() => t().optimizer),
        heading(() => t().learningRate),
        heading(() => t().height),
        heading(() => t().goal),
      ),
    ),
    element('tbody', {}, ...rows.map((row) => row.root)),
  );
  const put = (cell: HTMLElement, text: string): void => {
    if (cell.textContent !== text) cell.textContent = text;
  };
  return {
    root,
    show({ surface, runners, pace }, paths, step) {
      for (const { runner, box, cells } of rows) {
        box.checked = runners.includes(runner);
        put(cells.rate, formatRate(pace * raceLearningRates[surface][runner]));
        const path = paths.find((one) => one.runner === runner);
        const [x, y] = path === undefined ? [NaN, NaN] : [path.points[2 * step]!, path.points[2 * step + 1]!];
        const height = surfaces[surface].f(x, y);
        put(cells.height, path === undefined ? '–' : formatLoss(height));
        const arrived = path?.arrived !== undefined && path.arrived <= step ? path.arrived : undefined;
        const state = arrived === undefined ? (height < 1e6 ? '' : t().diverged) : t().arrived(arrived);
        put(cells.arrival, path === undefined ? '' : state);
      }
    },
  };
}
