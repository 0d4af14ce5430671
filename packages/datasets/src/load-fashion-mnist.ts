import { loadIdxDataset, type IdxDataset, type LoadedImages } from './load-idx-dataset.js';
import type { LoadOptions } from './load-options.js';
import { mnistFiles } from './mnist-files.js';

const fashionMnist: IdxDataset = {
  name: 'fashion-mnist',
  mirrors: [
    'https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion',
    'https://storage.googleapis.com/tensorflow/tf-keras-datasets',
    'http://fashion-mnist.s3-website.eu-central-1.amazonaws.com',
  ],
  files: mnistFiles({
    trainX: 'c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888',
    trainY: 'bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9',
    testX: '5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b',
    testY: '0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34',
  }),
};

export interface FashionMnist extends LoadedImages {
  readonly classNames: readonly string[];
  /** The same names in Chinese. */
  readonly classNamesZh: readonly string[];
}

/**
 * Fashion-MNIST: 60,000 images of Zalando's articles to train on and 10,000 to test on, 28x28 bytes, light on black, and
 * labels from 0 to 9. Where the files come from: see `LoadOptions`.
 *
 * Source: Xiao, Rasul, Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms",
 * 2017; MIT.
 *
 * @throws Error if a file is faulty or not to be had, with what to do; the reason of `signal` if that is aborted
 */
export async function loadFashionMnist(options: LoadOptions = {}): Promise<FashionMnist> {
  const images = await loadIdxDataset(fashionMnist, options, 'loadFashionMnist');
  return {
    ...images,
    classNames: [
      'T-shirt/top',
      'Trouser',
      'Pullover',
      'Dress',
      'Coat',
      'Sandal',
      'Shirt',
      'Sneaker',
      'Bag',
      'Ankle boot',
    ],
    classNamesZh: ['T恤/上衣', '裤子', '套头衫', '连衣裙', '外套', '凉鞋', '衬衫', '运动鞋', '包', '短靴'],
  };
}
