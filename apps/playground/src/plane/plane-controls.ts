import { button, numberInput, segments, select, slider, type Control } from '../page/controls.js';
import { element } from '../page/element.js';
import { formatRate } from '../page/format.js';
import { inEveryLanguage, texts } from '../texts/language.js';
import { optimizerLabels } from './optimizer-labels.js';
import {
  activationNames,
  batchSizes,
  learningRates,
  MOST_LAYERS,
  MOST_UNITS,
  optimizerNames,
  penalties,
  planeDataNames,
  scheduleNames,
  type PlaneSetup,
} from './plane-setup.js';

const activationLabels = {
  relu: 'ReLU',
  leakyRelu: 'Leaky ReLU',
  gelu: 'GELU',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  linear: 'linear',
} as const;

/** The hidden layers: a number for each, and buttons for more or fewer. */
function layerControl(onChange: (layers: readonly number[]) => void): Control<readonly number[]> {
  let layers: readonly number[] = [];
  const list = element('div', { class: 'layers' });
  const less = button('−', () => onChange(layers.slice(0, -1)), 'small');
  const more = button('+', () => onChange([...layers, layers.at(-1) ?? 4]), 'small');
  less.dataset['action'] = 'remove-layer';
  more.dataset['action'] = 'add-layer';
  inEveryLanguage(() => {
    less.setAttribute('aria-label', texts().removeLayer);
    more.setAttribute('aria-label', texts().addLayer);
  });
  const render = (): void => {
    less.disabled = layers.length === 0;
    more.disabled = layers.length === MOST_LAYERS;
    const shown = [...list.querySelectorAll('input')];
    if (shown.length === layers.length && shown.length > 0) {
      shown.forEach((input, i) => (input.valueAsNumber = layers[i]!));
      return;
    }
    const inputs = layers.map((units, i) => {
      const input = element('input', {
        type: 'number',
        min: 1,
        max: MOST_UNITS,
        value: units,
        'aria-label': texts().units(i + 1),
        onchange: () => {
          const asked = Math.round(input.valueAsNumber);
          const wanted = Number.isFinite(asked) ? Math.min(MOST_UNITS, Math.max(1, asked)) : layers[i]!;
          onChange(layers.map((old, at) => (at === i ? wanted : old)));
        },
      });
      return input;
    });
    list.replaceChildren(...(inputs.length > 0 ? inputs : [element('span', { class: 'hint' }, texts().noHidden)]));
  };
  inEveryLanguage(() => {
    list.replaceChildren();
    render();
  });
  const root = element(
    'fieldset',
    { class: 'field layer-field' },
    element('legend', {}, () => texts().hidden),
    list,
    less,
    more,
  );
  return {
    root,
    show(value) {
      layers = value;
      render();
    },
  };
}

type Change = (change: Partial<PlaneSetup>) => void;

/** All that can be set in the plane's room. */
export function planeControls(change: Change): { readonly root: HTMLElement; show(setup: PlaneSetup): void } {
  const t = texts;
  const controls = {
    data: segments(
      () => t().data,
      planeDataNames,
      (name) => t().dataNames[name],
      (data) => change({ data }),
    ),
    noise: slider(
      () => t().noise,
      { min: 0, max: 1, step: 0.05 },
      (noise) => change({ noise }),
    ),
    samples: slider(
      () => t().samples,
      { min: 20, max: 500, step: 10 },
      (samples) => change({ samples }),
    ),
    seed: numberInput(
      () => t().seed,
      { min: 0, max: 9999, step: 1 },
      (seed) => change({ seed: Math.round(seed) }),
    ),
    layers: layerControl((layers) => change({ layers })),
    activation: select(
      () => t().activation,
      activationNames,
      (name) => activationLabels[name],
      (activation) => change({ activation }),
    ),
    optimizer: select(
      () => t().optimizer,
      optimizerNames,
      (name) => optimizerLabels[name],
      (optimizer) => change({ optimizer }),
    ),
    learningRate: select<number>(
      () => t().learningRate,
      learningRates,
      formatRate,
      (learningRate) => change({ learningRate }),
    ),
    schedule: select(
      () => t().schedule,
      scheduleNames,
      (name) => t().schedules[name],
      (schedule) => change({ schedule }),
    ),
    batchSize: select<number>(
      () => t().batchSize,
      batchSizes,
      String,
      (batchSize) => change({ batchSize }),
    ),
    epochs: numberInput(
      () => t().epochs,
      { min: 10, max: 3000, step: 10 },
      (epochs) => change({ epochs: Math.round(epochs) }),
    ),
    l1: select<number>(
      () => t().l1,
      penalties,
      formatRate,
      (l1) => change({ l1 }),
    ),
    l2: select<number>(
      () => t().l2,
      penalties,
      formatRate,
      (l2) => change({ l2 }),
    ),
    dropout: slider(
      () => t().dropout,
      { min: 0, max: 0.8, step: 0.05 },
      (dropout) => change({ dropout }),
    ),
  } satisfies { readonly [K in keyof PlaneSetup]: Control<PlaneSetup[K]> };
  const group = (heading: () => string, ...names: (keyof typeof controls)[]): HTMLElement =>
    element(
      'section',
      { class: 'card group' },
      element('h2', {}, heading),
      element('div', { class: 'fields' }, ...names.map((name) => controls[name].root)),
    );
  const root = element(
    'div',
    { class: 'controls' },
    group(() => t().data, 'data', 'noise', 'samples', 'seed'),
    group(() => t().network, 'layers', 'activation'),
    group(() => t().trainingGroup, 'optimizer', 'learningRate', 'schedule', 'batchSize', 'epochs'),
    group(() => t().regularization, 'l1', 'l2', 'dropout'),
  );
  return {
    root,
    show(setup) {
      for (const name of Object.keys(controls) as (keyof PlaneSetup)[]) {
        (controls[name] as Control<unknown>).show(setup[name]);
      }
    },
  };
}
