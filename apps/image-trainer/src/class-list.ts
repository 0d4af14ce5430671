import type { ImageData } from './image-task.js';

/** Whether the classes have names, and are not just numbers. */
export const areNamed = (classNames: readonly string[]): boolean => classNames.some((name, i) => name !== String(i));

/** The classes with their numbers and names, one a line. */
export function classList({ classNames, classNamesZh }: Pick<ImageData, 'classNames' | 'classNamesZh'>): string {
  const widest = classNames.reduce((most, name) => Math.max(most, name.length), 0);
  return classNames.map((name, i) => `  ${i}  ${name.padEnd(widest)}  ${classNamesZh?.[i] ?? ''}`.trimEnd()).join('\n');
}
