import type { Language } from './language.js';

const chinese = {
  'Training curves': '训练曲线',
  'Confusion matrix': '混淆矩阵',
  Images: '图像',
  'Activation and its derivative': '激活函数及其导数',
  'Activations and their derivatives': '激活函数及其导数',
  'Loss surface': '损失曲面',
  'Loss surface with optimizer paths': '损失曲面与优化路径',
  'Decision regions': '决策区域',
  Regression: '回归拟合',
  'Line chart': '折线图',
  Weights: '权重分布',
  epoch: '轮次',
  step: '步数',
  train: '训练',
  validation: '验证',
  loss: '损失',
  accuracy: '准确率',
  'binary accuracy': '准确率',
  'categorical accuracy': '准确率',
  'sparse categorical accuracy': '准确率',
  'top k categorical accuracy': 'Top-K 准确率',
  'learning rate': '学习率',
  lr: '学习率',
  'mean squared error': '均方误差',
  mse: '均方误差',
  'mean absolute error': '平均绝对误差',
  mae: '平均绝对误差',
  precision: '精确率',
  recall: '召回率',
  'predicted class': '预测类别',
  'true class': '真实类别',
  samples: '样本数',
  true: '真实',
  'cells in % of their row': '单元格为占本行的百分比',
  derivative: '导数',
  function: '函数',
  start: '起点',
  end: '终点',
  minimum: '最小值',
  test: '测试',
  truth: '真实函数',
  MSE: '均方误差',
  fit: '拟合',
  class: '类别',
  count: '数量',
  weight: '权重',
  zeros: '零值',
  'not finite': '非有限值',
  misclassified: '误分类',
} as const;

/** What the plots themselves say, in English. */
export type Word = keyof typeof chinese;

/** `word` in `language`. */
export function say(language: Language, word: Word): string {
  return language === 'zh' ? chinese[word] : word;
}

/**
 * The name of a column of numbers as words: `sparseCategoricalAccuracy` and `sparse_categorical_accuracy` become `sparse
 * categorical accuracy`, and `准确率` in Chinese. A name that is not known stays English.
 */
export function sayName(language: Language, name: string): string {
  const words = name
    .replace(/_/g, ' ')
    .replace(/([a-z0-9])([A-Z])(?![A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
  return Object.hasOwn(chinese, words) ? say(language, words as Word) : words;
}
