import { expect, test } from '@jest/globals';
import { curves, palette, toPng } from '@sixstep/plots';
import { decode } from 'fast-png';

const drawing = curves({ history: { loss: [3, 2, 1] }, width: 200 });

const corner = async (options: Parameters<typeof toPng>[1]): Promise<string> => {
  const { data } = decode(await toPng(drawing, options));
  return `#${Array.from(data.slice(0, 3), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
};

test('the picture is twice as wide as the drawing unless a width is asked for', async () => {
  const { width, height } = decode(await toPng(drawing));
  expect([width, height]).toEqual([400, 2 * drawing.height]);
  expect(decode(await toPng(drawing.svg, { width: 123 })).width).toBe(123);
});

test('the theme is that of the paper', async () => {
  expect(await corner({})).toBe(palette.light.paper);
  expect(await corner({ theme: 'dark' })).toBe(palette.dark.paper);
});

test('any SVG will do, on the background that is asked for', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="2" height="4" fill="red"/></svg>';
  const { data, channels, width } = decode(await toPng(svg, { width: 4, background: '#0000ff' }));
  expect(Array.from(data.slice(0, 3))).toEqual([255, 0, 0]);
  expect(Array.from(data.slice(3 * channels, 3 * channels + 3))).toEqual([0, 0, 255]);
  expect(width).toBe(4);
});

test('the line is drawn in its color', async () => {
  const { data, channels } = decode(await toPng(drawing));
  const blue = [0x00, 0x72, 0xb2];
  let found = 0;
  for (let i = 0; i < data.length; i += channels) if (blue.every((c, k) => data[i + k] === c)) found++;
  expect(found).toBeGreaterThan(200);
});

test('what is no picture is said', async () => {
  await expect(toPng('hello')).rejects.toThrow(
    new Error("toPng: expected an SVG or what a plot returned, received 'hello'."),
  );
  await expect(toPng(undefined as never)).rejects.toThrow(
    new Error('toPng: expected an SVG or what a plot returned, received undefined.'),
  );
  await expect(toPng(drawing, { theme: 'darkk' as never })).rejects.toThrow(
    new Error("toPng: expected theme to be one of 'light', 'dark', received 'darkk'. Did you mean 'dark'?"),
  );
  await expect(toPng(drawing, { width: -1 })).rejects.toThrow(
    new Error('toPng: expected width to be an integer >= 1 and <= 16384, received -1.'),
  );
});
