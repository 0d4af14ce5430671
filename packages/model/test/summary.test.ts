import { expect, test } from '@jest/globals';
import { dense, flatten } from '@sixstep/layers';
import { sequential } from '@sixstep/model';

test('summary draws the table of Keras and returns its text', () => {
  const model = sequential([
    flatten({ inputShape: [28, 28] }),
    dense({ units: 128, activation: 'relu' }),
    dense({ units: 10, activation: 'softmax' }),
  ]);
  const printed: string[] = [];
  const text = model.summary({ printFn: (line) => printed.push(line) });
  expect(printed).toEqual([text]);
  expect(text).toBe(`Model: "sequential"
┏━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━┳━━━━━━━━━┓
┃ Layer (type)      ┃ Output Shape ┃ Param # ┃
┡━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━╇━━━━━━━━━┩
│ flatten (Flatten) │ [null, 784]  │       0 │
├───────────────────┼──────────────┼─────────┤
│ dense (Dense)     │ [null, 128]  │ 100,480 │
├───────────────────┼──────────────┼─────────┤
│ dense_1 (Dense)   │ [null, 10]   │   1,290 │
└───────────────────┴──────────────┴─────────┘
 Total params: 101,770 (397.54 KB)
 Trainable params: 101,770 (397.54 KB)
 Non-trainable params: 0 (0.00 B)`);
});

test('summary says why it has nothing to tell of a model that is not built', () => {
  expect(() => sequential([dense({ units: 3 })]).summary()).toThrow(
    'summary: expected a built model, sequential has no weights yet. Fit it, apply it to data, or give its first layer an inputShape.',
  );
});
