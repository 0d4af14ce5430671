import { loadFashionMnist } from '@sixstep/datasets';
import { runImageTrainer } from '@sixstep/image-trainer';
import { runApp } from '@sixstep/trainer';

await runApp(() =>
  runImageTrainer(
    {
      name: 'fashion',
      title: 'Fashion-MNIST',
      description: "Trains the lecture's third model: clothes, shoes and bags from their pixels, on WebAssembly.",
      load: loadFashionMnist,
    },
    process.argv.slice(2),
  ),
);
