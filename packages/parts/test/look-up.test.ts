import { expect, test } from '@jest/globals';
import { lookUp, nearest, withoutNames } from '@sixstep/parts';

const table = { relu: Math.abs, softmax: Math.max, sparseCategoricalCrossentropy: Math.min } as const;

test('lookUp finds a part by its name', () => {
  expect(lookUp(table, 'relu', 'dense', 'activation')).toBe(Math.abs);
});

test.each([
  ['Relu', "dense: unknown activation 'Relu'. Did you mean 'relu'?"],
  ['sofmax', "dense: unknown activation 'sofmax'. Did you mean 'softmax'?"],
  [
    'sparse_categorical_crossentropy',
    "dense: unknown activation 'sparse_categorical_crossentropy'. Did you mean 'sparseCategoricalCrossentropy'?",
  ],
  ['xyz', "dense: unknown activation 'xyz'. Known are: relu, softmax, sparseCategoricalCrossentropy."],
  ['toString', "dense: unknown activation 'toString'. Known are: relu, softmax, sparseCategoricalCrossentropy."],
  ['__proto__', "dense: unknown activation '__proto__'. Known are: relu, softmax, sparseCategoricalCrossentropy."],
  [3, 'dense: unknown activation 3. Known are: relu, softmax, sparseCategoricalCrossentropy.'],
])('lookUp of %p says what is near', (name, message) => {
  expect(() => lookUp(table, name, 'dense', 'activation')).toThrow(new Error(message));
});

test('lookUp of the function that makes a part says to call it', () => {
  expect(() => lookUp(table, Math.abs, 'compile', 'optimizer')).toThrow(
    'compile: expected optimizer to be a name or a part, received the function relu. If it makes the part, call it: relu().',
  );
});

test('nearest counts letters to insert, delete and replace', () => {
  expect(nearest('adan', ['sgd', 'adam', 'nadam'])).toBe('adam'); // one letter against two
  expect(nearest('nadma', ['sgd', 'adam', 'nadam'])).toBe('nadam'); // two replaced; adam is 3 away
  expect(nearest('RMS_prop', ['rmsprop'])).toBe('rmsprop');
  expect(nearest('zzz', ['sgd', 'adam'])).toBeUndefined();
  expect(nearest('', ['sgd'])).toBeUndefined();
  expect(nearest('sgd', [])).toBeUndefined();
});

test('nearest takes a name of any length', () => {
  expect(nearest('a'.repeat(1e6), ['adam', 'sgd'])).toBeUndefined();
});

test('withoutNames says what to do', () => {
  expect(() => withoutNames('adam', 'compile', 'optimizer')).toThrow(
    new Error(
      "compile: expected the optimizer itself, as this program is bundled without names, received 'adam'. " +
        'Import it and pass it, or bundle without the condition sixstep-by-part.',
    ),
  );
});
