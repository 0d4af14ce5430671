import type { Mnist } from '@sixstep/datasets';
import type { Drawing, Language } from '@sixstep/plots';
import type { Text } from './text.js';

/** A picture of the lecture. */
export interface Figure {
  /** What it is called on the page; no other figure is called so. */
  readonly id: string;
  /** What is to be seen. */
  readonly caption: Text;
  readonly draw: (language: Language) => Drawing | Promise<Drawing>;
}

/** One point that the lecture makes, computed. */
export interface Part {
  readonly id: string;
  readonly title: Text;
  /** What it is about and what came out, a paragraph each. */
  readonly text: readonly Text[];
  /** The program, where the lecture shows one. */
  readonly code?: string;
  /** What is printed: the numbers as lines of text. */
  readonly printed: string;
  /** What only a terminal shows after that, such as an image as letters; the page has figures for it. */
  readonly terminal?: string;
  /** The numbers for programs. */
  readonly numbers: unknown;
  readonly figures: readonly Figure[];
}

/** What parts need. */
export interface Lesson {
  /** Of weights, data, noise and orders. Every part begins with it. */
  readonly seed: number;
  /** MNIST, if its files are on this machine. */
  readonly digits: Mnist | undefined;
}

/** Computes a part. */
export type Experiment = (lesson: Lesson) => Part | Promise<Part>;
