import { describe, expect, test } from '@jest/globals';
import {
  activationPlot,
  confusionMatrix,
  curves,
  decisionRegions,
  type Drawing,
  type DrawingOptions,
  imageGrid,
  lineChart,
  lossContour,
  palette,
  regressionFit,
  toElement,
  toPng,
  weightHistogram,
  withTheme,
} from '@sixstep/plots';
import { tanh } from '@tensorflow/tfjs-core';
import { drawn } from './drawn.js';

const nasty = 'a <b> & "c" \u0007\u00a0]]>';
const points = { data: Float32Array.of(0, 0, 1, 1, 0, 1), shape: [3, 2] };

/** Every plot with nasty names where it takes names, and its titles. */
const plots: Record<string, [(options: DrawingOptions) => Drawing | Promise<Drawing>, en: string, zh: string]> = {
  curves: [
    (o) => curves({ ...o, histories: { [nasty]: { [nasty]: [1, 2] }, b: { loss: [2, 1], valLoss: [2, 3] } } }),
    'Training curves',
    '训练曲线',
  ],
  confusionMatrix: [
    (o) => confusionMatrix({ ...o, yTrue: [0, 1, 1], yPred: [0, 1, 0], classNames: [nasty, 'b'] }),
    'Confusion matrix',
    '混淆矩阵',
  ],
  imageGrid: [
    (o) => imageGrid({ ...o, images: { data: new Uint8Array(32), shape: [2, 4, 4] }, captions: [nasty, 'b'] }),
    'Images',
    '图像',
  ],
  activationPlot: [
    (o) => activationPlot({ ...o, activation: { [nasty]: tanh } }),
    'Activation and its derivative',
    '激活函数及其导数',
  ],
  lossContour: [
    (o) => lossContour({ ...o, loss: (x, y) => x * x + y * y, paths: { [nasty]: points }, minimum: [0, 0] }),
    'Loss surface with optimizer paths',
    '损失曲面与优化路径',
  ],
  decisionRegions: [
    (o) =>
      decisionRegions({
        ...o,
        predict: ({ data, shape }) => Array.from({ length: shape[0]! }, (_, i) => Number(data[2 * i]! > 0.5)),
        x: points,
        y: [0, 1, 1],
        classNames: [nasty, 'b'],
      }),
    'Decision regions',
    '决策区域',
  ],
  regressionFit: [
    (o) => regressionFit({ ...o, x: [0, 1, 2], y: [0, 1, 4], predict: { [nasty]: ({ data }) => data } }),
    'Regression',
    '回归拟合',
  ],
  weightHistogram: [(o) => weightHistogram({ ...o, weights: { [nasty]: [1, 2, 2] } }), 'Weights', '权重分布'],
  lineChart: [(o) => lineChart({ ...o, lines: { [nasty]: { y: [1, 2] } } }), 'Line chart', '折线图'],
};

describe.each(Object.entries(plots))('%s', (_, [plot, en, zh]) => {
  test('has a title in both languages, and says to those who do not see what it shows', async () => {
    for (const [language, title] of [
      ['en', en],
      ['zh', zh],
    ] as const) {
      const { root, texts } = drawn(await plot({ language }));
      expect(texts[0]).toBe(title);
      expect(root.getAttribute('lang')).toBe(language);
      expect(root.getAttribute('role')).toBe('img');
      expect(root.getAttribute('aria-label')).toBe(title);
    }
  });

  test('takes a title, or none', async () => {
    const { root, texts } = drawn(await plot({ title: nasty }));
    expect(texts[0]).toBe(nasty.replace('\u0007', ''));
    expect(root.getAttribute('aria-label')).toBe(texts[0]);
    expect(drawn(await plot({ title: '' })).all('.sixstep-title')).toEqual([]);
    const long = drawn(await plot({ title: 'a word and another '.repeat(20), width: 300 })).all('.sixstep-title');
    expect(long).toHaveLength(3);
    expect(long.at(-1)!.textContent).toMatch(/…$/);
  });

  test('is the same every time, and within the width that is asked for', async () => {
    const first = await plot({ width: 400 });
    expect(await plot({ width: 400 })).toEqual(first);
    expect(first.width).toBeLessThanOrEqual(400);
    expect(first.svg).toMatch(new RegExp(`^<svg [^>]*width="${first.width}" height="${first.height}"`));
  });

  test('holds no number that is none', async () => {
    expect((await plot({})).svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  test('takes every color from variables, which a theme replaces', async () => {
    const { svg } = await plot({});
    const marks = svg.replace(/<style>.*?<\/style>/s, '').replace(/data:image[^"]*/g, '');
    expect(marks).not.toMatch(/="#[0-9a-f]|(?:fill|stroke)="(?:black|white|steelblue)"/);
    const dark = withTheme(svg, 'dark');
    expect(dark).not.toContain('var(');
    expect(dark).toContain(palette.dark.ink);
    expect(dark).not.toContain(palette.light.ink);
    const used = [...marks.matchAll(/var\(--s-([a-z0-9-]+)\)/g)].map(([, name]) => name!);
    expect(Object.keys(palette.light)).toEqual(expect.arrayContaining(used));
  });

  test('becomes a PNG file of the width that is asked for: its XML is well-formed', async () => {
    const drawing = await plot({ title: nasty });
    const png = Buffer.from(await toPng(drawing, { width: 300 }));
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect(png.readUInt32BE(16)).toBe(300);
    expect(Math.abs(png.readUInt32BE(20) - (300 * drawing.height) / drawing.width)).toBeLessThanOrEqual(1);
  });

  test('becomes an element', async () => {
    const drawing = await plot({});
    const element = toElement(drawing);
    expect(element.tagName.toLowerCase()).toBe('svg');
    expect(element.getAttribute('width')).toBe(String(drawing.width));
  });

  test('refuses a language that it does not speak, a width and a title that are none', async () => {
    const attempt = async (options: DrawingOptions): Promise<string> => {
      try {
        await plot(options);
      } catch (error) {
        return (error as Error).message;
      }
      return 'drawn';
    };
    expect(await attempt({ language: 'fr' as never })).toMatch(
      /: expected language to be one of 'en', 'zh', received 'fr'\./,
    );
    expect(await attempt({ width: 1.5 })).toMatch(
      /: expected width to be an integer >= 120 and <= 8192, received 1\.5\./,
    );
    expect(await attempt({ title: 3 as never })).toMatch(/: expected title to be text, received 3\.$/);
  });
});

const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

test.each(['light', 'dark'] as const)('text can be read in the %s theme, and the first series stand out', (theme) => {
  const colors = palette[theme];
  const contrast = (a: string): number => {
    const [low, high] = [luminance(a), luminance(colors.paper)].sort((p, q) => p - q) as [number, number];
    return (high + 0.05) / (low + 0.05);
  };
  // WCAG 2: 7 is level AAA for text, 4.5 level AA, 3 for graphics.
  expect(contrast(colors.ink)).toBeGreaterThan(7);
  expect(contrast(colors.muted)).toBeGreaterThan(4.5);
  for (const i of [1, 2, 3] as const) expect(contrast(colors[`series-${i}`])).toBeGreaterThan(3);
  expect(new Set(Object.values(colors).slice(3)).size).toBe(8);
});
