import { expect, test } from '@jest/globals';
import { classList, downloadProgress, showImage, showMistakes } from '@sixstep/image-trainer';

// Two images of 2x5.
const images = {
  data: Uint8Array.of(0, 0, 255, 255, 0, 255, 0, 0, 255, 0, /**/ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
  shape: [2, 2, 5],
};

test('showImage shows the picture and the numbers', () => {
  expect(showImage(images, 0, 80)).toBe(
    ['    @@@@', '@@    @@', '', '  0   0 255 255   0', '255   0   0 255   0'].join('\n'),
  );
});

test('showImage shows the middle of the numbers on a narrow terminal, and says so', () => {
  expect(showImage(images, 1, 12)).toBe(
    ['', '', '', '2 3 4', '7 8 9', '(the middle 3 columns; a wider terminal shows all 5)'].join('\n'),
  );
});

test('showMistakes shows as many side by side as fit, one at least', () => {
  const mistakes = [
    { index: 0, truth: 1, predicted: 0, probability: 0.987 },
    { index: 1, truth: 0, predicted: 1, probability: 0.5 },
  ];
  const one = ['    @@@@', '@@    @@', 'image 0: b', 'predicted: a (98.7 %)'];
  expect(showMistakes(images, mistakes, ['a', 'b'], 10)).toBe(one.join('\n'));
  expect(showMistakes(images, mistakes, ['a', 'b'], 45).split('\n')).toEqual([
    ...one.slice(0, 2),
    'image 0: b              image 1: a',
    'predicted: a (98.7 %)   predicted: b (50.0 %)',
  ]);
});

test('classList aligns the names', () => {
  expect(classList({ classNames: ['top', 'boot'], classNamesZh: ['上衣', '靴'] })).toBe(
    '  0  top   上衣\n  1  boot  靴',
  );
  expect(classList({ classNames: ['top', 'boot'] })).toBe('  0  top\n  1  boot');
});

const progress = { dataset: 'mnist', url: 'https://a/train.gz' };

test('downloadProgress draws one line for all files on a terminal', () => {
  let text = '';
  const { onProgress, end } = downloadProgress((more) => (text += more), true);
  onProgress({ ...progress, file: 'train', loaded: 1e6, total: 9e6 });
  onProgress({ ...progress, file: 'test', loaded: 5e5, total: undefined });
  expect(text).toBe('\r\u001b[KDownloading: 1.0 of 9.0 MB');
  end();
  expect(text.slice(text.lastIndexOf('\r'))).toBe('\r\u001b[KDownloading: 1.5 of 9.5 MB\n');
});

test('downloadProgress names each file once elsewhere, and again when another mirror is asked', () => {
  let text = '';
  const { onProgress, end } = downloadProgress((more) => (text += more), false);
  onProgress({ ...progress, file: 'train', loaded: 1, total: 9 });
  onProgress({ ...progress, file: 'train', loaded: 2, total: 9 });
  onProgress({ ...progress, file: 'train', url: 'https://b/train.gz', loaded: 1, total: 9 });
  end();
  expect(text).toBe('Downloading https://a/train.gz\nDownloading https://b/train.gz\n');
});

test('downloadProgress says nothing where nothing is downloaded', () => {
  let text = '';
  downloadProgress((more) => (text += more), true).end();
  expect(text).toBe('');
});
