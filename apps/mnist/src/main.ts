import { loadMnist } from '@sixstep/datasets';
import { runImageTrainer } from '@sixstep/image-trainer';
import { runApp } from '@sixstep/trainer';

await runApp(() =>
  runImageTrainer(
    {
      name: 'mnist',
      title: 'MNIST',
      description: "Trains the lecture's second model: handwritten digits from their pixels, on WebAssembly.",
      load: loadMnist,
    },
    process.argv.slice(2),
  ),
);
