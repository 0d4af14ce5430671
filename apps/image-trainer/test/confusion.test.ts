import { expect, test } from '@jest/globals';
import { confusionMatrix, confusionText, worstMistakes, type Classified } from '@sixstep/image-trainer';

// Four images in three classes: right, wrong, wrong, right.
const classified: Classified = {
  classes: 3,
  labels: [0, 1, 2, 0],
  predicted: [0, 2, 0, 0],
  probabilities: [0.8, 0.1, 0.1, /**/ 0.2, 0.3, 0.5, /**/ 0.9, 0.09, 0.01, /**/ 0.5, 0.4, 0.1],
};

test('confusionMatrix counts the true classes in rows and the predicted ones in columns', () => {
  expect(confusionMatrix(classified)).toEqual([
    [2, 0, 0],
    [0, 0, 1],
    [1, 0, 0],
  ]);
});

test('confusionText names the classes, and says what share of each is right', () => {
  expect(
    confusionText(
      [
        [2, 0, 0],
        [0, 0, 1],
        [1, 0, 3],
      ],
      ['cat', 'mouse', 'dog'],
    ),
  ).toBe(
    [
      '           0   1   2    right',
      '0 cat      2   ·   ·  100.0 %',
      '1 mouse    ·   ·   1    0.0 %',
      '2 dog      1   ·   3   75.0 %',
    ].join('\n'),
  );
});

test('confusionText leaves the share of a class empty that has no images', () => {
  expect(
    confusionText(
      [
        [0, 0],
        [1234, 1],
      ],
      ['0', '1'],
    ),
  ).toBe(['      0    1    right', '0     ·    ·         ', '1  1234    1    0.1 %'].join('\n'));
});

test('worstMistakes puts first what the model thought least likely', () => {
  const mistakes = [
    { index: 2, truth: 2, predicted: 0, probability: 0.9 },
    { index: 1, truth: 1, predicted: 2, probability: 0.5 },
  ];
  expect(worstMistakes(classified, 5)).toEqual(mistakes);
  expect(worstMistakes(classified, 1)).toEqual([mistakes[0]]);
});
