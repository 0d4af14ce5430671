import type { AnyLayer, Node, Shape } from '@sixstep/layers';
import { formatShape } from '@sixstep/parts';
import { parentsOf, type Graph } from './graph.js';
import type { AnyModel } from './model.js';

/** Options of `summary`. */
export interface SummaryOptions {
  /** What prints the text. Default console.log. */
  readonly printFn?: (text: string) => void;
}

/** What a summary says of a layer. */
export interface LayerSummary {
  readonly name: string;
  readonly className: string;
  /** A shape, or several where the layer gives several outputs; undefined where it was never called. */
  readonly outputShape: Shape | readonly Shape[] | undefined;
  readonly params: number;
  /** The names of the layers that it takes its inputs from; undefined for models that are not functional. */
  readonly connectedTo: readonly string[] | undefined;
}

/** What a summary says of a model. */
export interface ModelSummary {
  readonly name: string;
  readonly layers: readonly LayerSummary[];
  readonly totalParams: number;
  readonly trainableParams: number;
  readonly nonTrainableParams: number;
}

/**
 * The facts of a model's summary.
 *
 * @throws Error if the model is not built
 */
export function summarize(model: AnyModel): ModelSummary {
  if (!model.built) {
    throw new Error(
      `summary: expected a built model, ${model.name} has no weights yet. ` +
        `Fit it, apply it to data, or give its first layer an inputShape.`,
    );
  }
  const graph = (model as { graph?: Graph }).graph;
  const weights = model.namedWeights();
  const count = (trainable: boolean): number =>
    weights.filter((weight) => weight.trainable === trainable).reduce((sum, { variable }) => sum + variable.size, 0);
  return {
    name: model.name,
    layers: model.sublayers().map((layer) => ({
      name: layer.name,
      className: layer.className,
      outputShape: layer.outputShape as Shape | Shape[] | undefined,
      params: layer.countParams(),
      connectedTo: graph && connections(layer, graph.nodes),
    })),
    totalParams: count(true) + count(false),
    trainableParams: count(true),
    nonTrainableParams: count(false),
  };
}

const connections = (layer: AnyLayer, nodes: readonly Node[]): string[] =>
  nodes
    .filter((node) => node.layer === layer)
    .flatMap((node) => parentsOf(node).map((symbol) => symbol.node.layer.name));

const shapeText = (shape: LayerSummary['outputShape']): string =>
  shape === undefined
    ? '?'
    : Array.isArray(shape[0])
      ? (shape as readonly Shape[]).map(formatShape).join(', ')
      : formatShape(shape as Shape);

const count = (n: number): string => n.toLocaleString('en-US');

function bytes(params: number): string {
  let size = params * 4;
  for (const unit of ['B', 'KB', 'MB']) {
    if (size < 1024) return `${size.toFixed(2)} ${unit}`;
    size /= 1024;
  }
  return `${size.toFixed(2)} GB`;
}

/** Draws rows of cells as a table; `right` says which columns stand to the right. */
function table(header: readonly string[], rows: readonly (readonly string[])[], right: readonly boolean[]): string {
  const widths = header.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)) + 2);
  const line = (left: string, fill: string, between: string, end: string): string =>
    left + widths.map((width) => fill.repeat(width)).join(between) + end;
  const cells = (row: readonly string[], bar: string): string =>
    bar +
    row
      .map((cell, i) => (right[i] ? ` ${cell.padStart(widths[i]! - 2)} ` : ` ${cell.padEnd(widths[i]! - 2)} `))
      .join(bar) +
    bar;
  return [
    line('┏', '━', '┳', '┓'),
    cells(header, '┃'),
    line('┡', '━', '╇', '┩'),
    rows.map((row) => cells(row, '│')).join(`\n${line('├', '─', '┼', '┤')}\n`),
    line('└', '─', '┴', '┘'),
  ].join('\n');
}

/** Prints and returns the summary of a model as Keras lays it out. */
export function printSummary(model: AnyModel, { printFn = console.log }: SummaryOptions): string {
  const { name, layers, totalParams, trainableParams, nonTrainableParams } = summarize(model);
  const isGraph = layers.some(({ connectedTo }) => connectedTo !== undefined);
  const rows = layers.map((layer) => [
    `${layer.name} (${layer.className})`,
    shapeText(layer.outputShape),
    count(layer.params),
    ...(isGraph ? [layer.connectedTo?.join(', ') || '-'] : []),
  ]);
  const header = ['Layer (type)', 'Output Shape', 'Param #', ...(isGraph ? ['Connected to'] : [])];
  const totals: readonly [string, number][] = [
    ['Total', totalParams],
    ['Trainable', trainableParams],
    ['Non-trainable', nonTrainableParams],
  ];
  const text = [
    `Model: "${name}"`,
    table(header, rows, [false, false, true, false]),
    ...totals.map(([kind, params]) => ` ${kind} params: ${count(params)} (${bytes(params)})`),
  ].join('\n');
  printFn(text);
  return text;
}
