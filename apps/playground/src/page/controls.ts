import { element, type Text } from './element.js';

/** A control that shows a value and tells of another. */
export interface Control<T> {
  readonly root: HTMLElement;
  show(value: T): void;
}

let count = 0;
const newId = (): string => `control-${++count}`;

/** A drop-down list. */
export function select<T extends string | number>(
  label: Text,
  choices: readonly T[],
  nameOf: (choice: T) => string,
  onChange: (value: T) => void,
): Control<T> {
  const id = newId();
  const list: HTMLSelectElement = element(
    'select',
    { id, onchange: () => onChange(choices[list.selectedIndex]!) },
    ...choices.map((choice) => element('option', { value: choice }, () => nameOf(choice))),
  );
  const root = element('div', { class: 'field' }, element('label', { for: id }, label), list);
  return { root, show: (value) => (list.selectedIndex = choices.indexOf(value)) };
}

/** A slider with its value beside it. */
export function slider(
  label: Text,
  { min, max, step }: { readonly min: number; readonly max: number; readonly step: number },
  onChange: (value: number) => void,
): Control<number> {
  const id = newId();
  const output = element('output', { for: id });
  const input: HTMLInputElement = element('input', {
    id,
    type: 'range',
    min,
    max,
    step,
    oninput: () => (output.value = String(input.valueAsNumber)),
    onchange: () => onChange(input.valueAsNumber),
  });
  const root = element('div', { class: 'field slider' }, element('label', { for: id }, label), output, input);
  return {
    root,
    show(value) {
      input.valueAsNumber = value;
      output.value = String(value);
    },
  };
}

/** A number that is typed. */
export function numberInput(
  label: Text,
  { min, max, step }: { readonly min: number; readonly max: number; readonly step: number },
  onChange: (value: number) => void,
): Control<number> {
  const id = newId();
  const input: HTMLInputElement = element('input', {
    id,
    type: 'number',
    inputmode: 'decimal',
    min,
    max,
    step,
    onchange: () => {
      if (Number.isFinite(input.valueAsNumber)) onChange(Math.min(max, Math.max(min, input.valueAsNumber)));
    },
  });
  const root = element('div', { class: 'field' }, element('label', { for: id }, label), input);
  return { root, show: (value) => (input.valueAsNumber = value) };
}

/** Buttons of which one is chosen. */
export function segments<T extends string>(
  label: Text,
  choices: readonly T[],
  nameOf: (choice: T) => string,
  onChange: (value: T) => void,
): Control<T> {
  const name = newId();
  const inputs = choices.map((choice) =>
    element('input', { type: 'radio', name, value: choice, onchange: () => onChange(choice) }),
  );
  const root = element(
    'fieldset',
    { class: 'segments' },
    element('legend', {}, label),
    ...choices.map((choice, i) =>
      element(
        'label',
        {},
        inputs[i],
        element('span', {}, () => nameOf(choice)),
      ),
    ),
  );
  return {
    root,
    show: (value) => inputs.forEach((input, i) => (input.checked = choices[i] === value)),
  };
}

/** A button. */
export function button(label: Text, onClick: () => void, kind = ''): HTMLButtonElement {
  return element('button', { type: 'button', class: kind, onclick: onClick }, label);
}
