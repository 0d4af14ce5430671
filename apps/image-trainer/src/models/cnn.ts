import { conv2d, dense, flatten, maxPooling2d, reshape } from '@sixstep/layers';
import { Model, sequential } from '@sixstep/model';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Style } from './image-models.js';

/** The model written as a class. */
class ConvolutionalModel extends Model {
  private readonly channel = reshape({ targetShape: [28, 28, 1] });
  private readonly c1 = conv2d({ filters: 20, kernelSize: 5, activation: 'relu' });
  private readonly p1 = maxPooling2d();
  private readonly c2 = conv2d({ filters: 50, kernelSize: 5, activation: 'relu' });
  private readonly p2 = maxPooling2d();
  private readonly flatten = flatten();
  private readonly d1 = dense({ units: 500, activation: 'relu' });
  private readonly d2 = dense({ units: 10, activation: 'softmax' });

  override call(x: Tensor): Tensor {
    const once = this.p1.apply(this.c1.apply(this.channel.apply(x)));
    const twice = this.p2.apply(this.c2.apply(once));
    return this.d2.apply(this.d1.apply(this.flatten.apply(twice)));
  }
}

/**
 * LeNet-5's plan with the sizes of Caffe's example: two convolutions of 5x5, each pooled, then two dense layers; 431,080
 * parameters for 28x28. Max pooling and relu instead of LeNet's averages and tanh.
 *
 * Source: LeCun et al., "Gradient-based learning applied to document recognition", 1998; Caffe, examples/mnist.
 */
export function cnn(style: Style): Model {
  if (style === 'class') return new ConvolutionalModel();
  return sequential([
    reshape({ targetShape: [28, 28, 1] }),
    conv2d({ filters: 20, kernelSize: 5, activation: 'relu' }),
    maxPooling2d(),
    conv2d({ filters: 50, kernelSize: 5, activation: 'relu' }),
    maxPooling2d(),
    flatten(),
    dense({ units: 500, activation: 'relu' }),
    dense({ units: 10, activation: 'softmax' }),
  ]);
}
