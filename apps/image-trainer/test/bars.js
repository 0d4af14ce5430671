// A trainer of images that are at hand everywhere: class k has a bright bar in rows 2k + 4 and 2k + 5.
import { runImageTrainer } from '@sixstep/image-trainer';
import { runApp } from '@sixstep/trainer';

const count = 320;
const x = new Uint8Array(count * 28 * 28);
const y = Uint8Array.from({ length: count }, (_, i) => (i * 7) % 10);
y.forEach((label, i) => x.fill(150 + (i % 100), i * 784 + (2 * label + 4) * 28, i * 784 + (2 * label + 6) * 28));
const part = { x: { data: x, shape: [count, 28, 28], scale: 1 / 255 }, y: { data: y, shape: [count] } };

await runApp(() =>
  runImageTrainer(
    {
      name: 'bars',
      title: 'Bars',
      description: 'Learns where a bar is.',
      load: async ({ dataDir }) => {
        if (dataDir !== undefined) throw new Error(`load: expected no dataDir, received '${dataDir}'.`);
        return {
          train: part,
          test: part,
          classNames: Array.from(y.subarray(0, 10), (_, i) => `bar ${i}`),
          classNamesZh: Array.from('零一二三四五六七八九'),
        };
      },
    },
    process.argv.slice(2),
  ),
);
