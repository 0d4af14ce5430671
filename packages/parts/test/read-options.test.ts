import { expect, test } from '@jest/globals';
import {
  belowOne,
  each,
  expectShape,
  fraction,
  integer,
  integerFrom,
  notNegative,
  oneOf,
  orNull,
  readOptions,
  within,
} from '@sixstep/parts';

interface Options {
  readonly axis?: number;
  readonly rate?: number;
  readonly nesterov?: boolean;
  readonly clip?: number | null;
  readonly shape?: readonly number[];
  readonly unread?: string;
}

const read = (options: Options) =>
  readOptions('part', options, {
    axis: [-1, integer],
    rate: 0.5,
    nesterov: false,
    clip: [null, notNegative],
    shape: [1, 2],
  });

test('what is left out is by default, and what is not asked for stays unread', () => {
  const defaults = { axis: -1, rate: 0.5, nesterov: false, clip: null, shape: [1, 2] };
  expect(read({})).toEqual(defaults);
  expect(read({ axis: undefined, clip: null, unread: 'x' } as unknown as Options)).toEqual(defaults);
  expect(read({ axis: 0, rate: 0, nesterov: true, clip: 2, shape: [] })).toEqual({
    axis: 0,
    rate: 0,
    nesterov: true,
    clip: 2,
    shape: [],
  });
});

test.each([
  [{ axis: 0.5 }, 'part: expected axis to be an integer, received 0.5.'],
  [{ rate: NaN }, 'part: expected rate to be a number, received NaN.'],
  [{ rate: '1' as unknown as number }, "part: expected rate to be a number, received '1'."],
  [{ clip: -1 }, 'part: expected clip to be a number >= 0, received -1.'],
])('%p does not fit', (options, message) => {
  expect(() => read(options)).toThrow(new Error(message));
});

test('the checks have their bounds', () => {
  expect([fraction('p', 'o', 0), fraction('p', 'o', 1), belowOne('p', 'o', 0), notNegative('p', 'o', 9)]).toEqual([
    0, 1, 0, 9,
  ]);
  expect(() => fraction('p', 'o', 1.1)).toThrow('a number >= 0 and <= 1');
  expect(() => belowOne('p', 'o', 1)).toThrow('a number >= 0 and < 1');
  expect([within({ above: 0 })('p', 'o', 0.1), integerFrom(2)('p', 'o', 2)]).toEqual([0.1, 2]);
  expect(() => within({ above: 0 })('p', 'o', 0)).toThrow('p: expected o to be a number > 0, received 0.');
  expect(() => integerFrom(2)('p', 'o', 1)).toThrow('p: expected o to be an integer >= 2, received 1.');
});

test('checks of choices, lists and null', () => {
  expect(oneOf('a', 'b')('p', 'o', 'a')).toBe('a');
  expect(() => oneOf('alpha', 'beta')('p', 'o', 'alfa')).toThrow(
    "p: expected o to be one of 'alpha', 'beta', received 'alfa'. Did you mean 'alpha'?",
  );
  expect([each(fraction)('p', 'o', 0.5), each(fraction)('p', 'o', [0, 1])]).toEqual([0.5, [0, 1]]);
  expect(() => each(fraction)('p', 'o', [0, 2])).toThrow('p: expected o to be a number >= 0 and <= 1, received 2.');
  expect(() => each(fraction)('p', 'o', [])).toThrow('p: expected o to be a number >= 0 and <= 1, received [].');
  expect([orNull(fraction)('p', 'o', null), orNull(fraction)('p', 'o', 1)]).toEqual([null, 1]);
});

test('null stays where it is allowed, and is an error elsewhere; what has to be given has to be', () => {
  const given = (options: object, entry: unknown): unknown =>
    readOptions('part', options as { x?: unknown }, { x: entry });
  expect(given({ x: null }, [0.5, orNull(fraction)])).toEqual({ x: null });
  expect(given({}, [0.5, orNull(fraction)])).toEqual({ x: 0.5 });
  expect(() => given({ x: null }, 0.5)).toThrow('part: expected x to be a number, received null.');
  expect(() => given({}, [undefined, fraction])).toThrow(
    'expected x to be a number >= 0 and <= 1, received undefined.',
  );
});

test('expectShape: the same shape, one that fits, or an error with both', () => {
  expectShape('p', 'yTrue', [2, 3], [2, 3]);
  expectShape('p', 'yTrue', [2], [2, 3], '', () => true);
  expect(() => expectShape('p', 'yTrue', [2], [2, 3], 'Mend it.')).toThrow(
    'p: expected yTrue to fit the shape [2, 3], received [2]. Mend it.',
  );
  expect(() => expectShape('p', 'yTrue', undefined, [])).toThrow(
    'p: expected yTrue to fit the shape [], received none.',
  );
});

test('the result has the types of the options', () => {
  const { axis, clip }: { axis: number; clip: number | null } = read({});
  expect([axis, clip]).toEqual([-1, null]);
  // @ts-expect-error an option of another name
  readOptions('part', {} as Options, { rates: 0.5 });
});
