import { differentiate, registerGradients } from '@sixstep/gradients';
import {
  callContext,
  Layer,
  withCallContext,
  type LayerOptions,
  type NamedWeight,
  type ShapesOf,
  type Tensors,
} from '@sixstep/layers';
import { getOptimizer, type Optimizer, type OptimizerName, type Variables } from '@sixstep/optimizers';
import { addN, mul, tidy, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { cutBatch, samples, type Batch, type ClassWeight, type Samples, type SampleWeight } from './batch.js';
import type { DataFor } from './data.js';
import { evaluate, type EvaluateOptions } from './evaluate.js';
import { fit } from './fit.js';
import type { FitOptions } from './fit-options.js';
import type { History } from './history.js';
import type { Logs } from './logs.js';
import { knownMetrics, Meters, type MetersState, type MetricSpecs } from './meters.js';
import {
  knownLosses,
  maskedLoss,
  outputLosses,
  type LossSpecs,
  type LossWeights,
  type OutputLoss,
} from './objective.js';
import { predict, type PredictOptions } from './predict.js';
import { printSummary, type SummaryOptions } from './summary.js';

/** Options of `compile`. */
export interface CompileOptions {
  /** By name, with its default options, or as a part. Default `'rmsprop'`, as in Keras. */
  readonly optimizer?: OptimizerName | Optimizer;
  /** One loss for all outputs, or a list or record with each one's. Without any, penalties alone are minimized. */
  readonly loss?: LossSpecs;
  /** What each output's loss counts for in the sum. */
  readonly lossWeights?: LossWeights;
  readonly metrics?: MetricSpecs;
  /** Metrics that take sample weights and class weights into account; `metrics` do not. */
  readonly weightedMetrics?: MetricSpecs;
}

/** A model, whatever it takes and gives. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyModel = Model<any, any>;

/** See `Model.gradientListener`. */
export type GradientListener = (loss: Scalar, gradients: Readonly<Record<string, Tensor>>) => void;

/** Options of `trainOnBatch` and `testOnBatch`. */
export interface BatchOptions {
  readonly sampleWeight?: SampleWeight;
  readonly classWeight?: ClassWeight;
}

interface Compiled {
  readonly optimizer: Optimizer;
  readonly options: CompileOptions;
  /** What depends on the outputs; made when these are known. */
  objective: { readonly losses: readonly OutputLoss[]; readonly meters: Meters } | undefined;
}

const listOf = (value: Tensors | undefined): readonly Tensor[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const read = (x: Tensor): number => (x.dataSync() as Float32Array)[0]!;

/**
 * A layer that can be trained: `compile`, `fit`, `evaluate`, `predict`, `summary`.
 *
 * Make one by `sequential` or `functional`, or write a subclass with its layers as properties and a `call`.
 *
 * @example
 * class MnistModel extends Model {
 *   private readonly flatten = flatten();
 *   private readonly d1 = dense({ units: 128, activation: 'relu' });
 *   private readonly d2 = dense({ units: 10, activation: 'softmax' });
 *   override call(x: Tensor): Tensor {
 *     return this.d2.apply(this.d1.apply(this.flatten.apply(x)));
 *   }
 * }
 */
export abstract class Model<In extends Tensors = Tensor, Out extends Tensors = Tensor> extends Layer<In, Out> {
  /** Names of the inputs and outputs, where they are known before the first call. */
  readonly inputNames: readonly string[] | undefined = undefined;
  readonly outputNames: readonly string[] | undefined = undefined;
  #compiled: Compiled | undefined;
  /** The trainable weights, as they were when training began. */
  #trained: { readonly weights: readonly NamedWeight[]; readonly variables: Variables } | undefined;
  /** Told of the loss and the gradients of each step, before the optimizer uses them. `fit` sets it. */
  gradientListener: GradientListener | undefined;
  /** The last step's loss of each output, not yet weighted. */
  #lossParts: readonly Scalar[] = [];

  constructor(options: LayerOptions = {}) {
    super(options);
  }

  /** Builds the layers by a call with zeros. */
  override build(inputShape: ShapesOf<In>): void {
    this.computeOutputShape(inputShape);
  }

  /**
   * Says how to train: the optimizer, the loss and the metrics.
   *
   * @throws Error on an unknown name, with the nearest known one
   */
  compile(options: CompileOptions): void {
    const { optimizer = 'rmsprop' } = options;
    registerGradients();
    const next: Compiled = {
      optimizer: getOptimizer(optimizer, 'compile'),
      options: resolved(options),
      objective: undefined,
    };
    if (this.outputNames !== undefined) next.objective = objectiveOf(next.options, this.outputNames);
    if (this.#compiled !== undefined && this.#compiled.optimizer !== next.optimizer) this.#compiled.optimizer.dispose();
    this.#compiled = next;
    this.#trained = undefined;
    if (this.built) this.beginTraining();
  }

  /** @throws Error that names `place`, if `compile` was not called */
  #expectCompiled(place: string): Compiled {
    if (this.#compiled !== undefined) return this.#compiled;
    throw new Error(`${place}: expected a compiled model. Call ${this.name}.compile({ optimizer, loss }) first.`);
  }

  get optimizer(): Optimizer {
    return this.#expectCompiled('optimizer').optimizer;
  }

  /** What `compile` was given, with names looked up; undefined before. */
  get compileOptions(): CompileOptions | undefined {
    return this.#compiled && { ...this.#compiled.options, optimizer: this.#compiled.optimizer };
  }

  /** Sets the weights to their moving averages, if the optimizer keeps them. `fit` calls it at its end. */
  endTraining(): void {
    this.optimizer.finalize(this.#trainables().variables);
  }

  /** Collects the weights to train and makes the optimizer's state for them. `fit` calls it. */
  beginTraining(): void {
    const weights = this.namedWeights().filter((weight) => weight.trainable);
    const variables = Object.fromEntries(weights.map(({ path, variable }) => [path, variable]));
    this.#trained = { weights, variables };
    this.optimizer.build(variables);
  }

  #trainables(): { readonly weights: readonly NamedWeight[]; readonly variables: Variables } {
    if (this.#trained === undefined) this.beginTraining();
    return this.#trained!;
  }

  #objective(outputs: number): { readonly losses: readonly OutputLoss[]; readonly meters: Meters } {
    const compiled = this.#expectCompiled('objective');
    if (compiled.objective !== undefined) return compiled.objective;
    const names = this.outputNames ?? Array.from({ length: outputs }, (_, i) => `output_${i + 1}`);
    return (compiled.objective = objectiveOf(compiled.options, names));
  }

  /**
   * One step of training on a batch; the figures of the epoch so far are returned. Override it for a training of your
   * own: within `optimize`, call the layers and return the loss.
   */
  trainStep(batch: Batch<In, Out>): Logs {
    this.optimize(() => {
      const yPred = this.apply(batch.x, { training: true });
      const loss = this.computeLoss(batch, yPred);
      this.updateMetrics(batch, yPred, loss);
      return loss;
    });
    return this.logs();
  }

  /** One step of evaluation on a batch; the figures so far are returned. */
  testStep(batch: Batch<In, Out>): Logs {
    withCallContext({ training: false, penalties: [] }, () => {
      const yPred = this.apply(batch.x, { training: false });
      this.updateMetrics(batch, yPred, this.computeLoss(batch, yPred));
    });
    return this.logs();
  }

  /** Computes the gradients of the loss that `f` returns by the trainable weights, and lets the optimizer use them. */
  protected optimize(f: () => Scalar): void {
    const { weights } = this.#trainables();
    const found = withCallContext({ training: true, penalties: [] }, () =>
      differentiate(
        f,
        weights.map(({ variable }) => variable),
      ),
    );
    const gradients: Record<string, Tensor> = {};
    weights.forEach(({ path }, i) => {
      const gradient = found.gradients[i];
      if (gradient !== undefined) gradients[path] = gradient;
    });
    this.#useGradients(found.value, gradients);
  }

  /** One step of the optimizer with these gradients, by path; then the constraints. */
  #useGradients(loss: Scalar, gradients: Readonly<Record<string, Tensor>>): void {
    const { weights, variables } = this.#trainables();
    this.gradientListener?.(loss, gradients);
    this.optimizer.apply(gradients, variables);
    for (const { variable, constraint } of weights) if (constraint !== undefined) variable.assign(constraint(variable));
  }

  /**
   * Takes over a step of training that was computed elsewhere.
   *
   * @param gradients by path
   * @param meters what the epoch has counted, this step included
   * @returns the figures of the epoch so far
   */
  takeStep(loss: Scalar, gradients: Readonly<Record<string, Tensor>>, meters: MetersState): Logs {
    tidy(() => this.#useGradients(loss, gradients));
    this.metersState = meters;
    return this.logs();
  }

  /** The loss of a batch: that of `compile`, summed over the outputs by their weights, and all penalties. */
  protected computeLoss({ y, sampleWeight }: Batch<In, Out>, yPred: Out): Scalar {
    const outputs = listOf(yPred);
    const labels = listOf(y);
    const { losses } = this.#objective(outputs.length);
    this.#lossParts = losses.map(({ output, loss }) => {
      const label = labels[output];
      if (label === undefined)
        throw new Error(
          `${this.name}: expected y for every output that has a loss, received ${labels.length} of ${outputs.length}.`,
        );
      return maskedLoss(loss, label, outputs[output]!, sampleWeight[output]);
    });
    const weighted = losses.map(({ weight }, i) =>
      weight === 1 ? this.#lossParts[i]! : mul(this.#lossParts[i]!, weight),
    );
    const terms = [...weighted, ...this.penalties()];
    if (terms.length === 0)
      throw new Error(`${this.name}: expected a loss or a penalty to minimize. Pass loss to compile.`);
    return (terms.length === 1 ? terms[0]! : addN(terms)) as Scalar;
  }

  /** The penalties of the regularizers: on the weights, and on the activities of the call under way. */
  protected penalties(): Scalar[] {
    const onWeights = this.#namedWeightsForPenalty().map(({ regularizer, variable }) => regularizer!(variable));
    return [...onWeights, ...(callContext()?.penalties ?? [])];
  }

  #namedWeightsForPenalty(): readonly NamedWeight[] {
    return this.#trainables().weights.filter((weight) => weight.regularizer !== undefined);
  }

  /** Adds a batch to the figures of the epoch. */
  protected updateMetrics({ y, sampleWeight }: Batch<In, Out>, yPred: Out, loss: Scalar): void {
    const outputs = listOf(yPred);
    const { losses, meters } = this.#objective(outputs.length);
    const samples = outputs[0]?.shape[0] ?? 0;
    const values = [read(loss), ...(losses.length > 1 ? this.#lossParts.map(read) : [])];
    meters.addLosses(values, samples);
    meters.addMetrics(listOf(y), outputs, sampleWeight);
  }

  /** The figures so far. */
  protected logs(): Logs {
    return this.#compiled?.objective?.meters.results() ?? {};
  }

  /** What the figures of the epoch have counted so far; null before there are any. */
  get metersState(): MetersState | null {
    return this.#compiled?.objective?.meters.state ?? null;
  }

  set metersState(state: MetersState) {
    this.#objective(state.outputs).meters.state = state;
  }

  /** Starts the figures over. */
  resetMetrics(): void {
    this.#compiled?.objective?.meters.reset();
  }

  /**
   * Trains for a number of epochs.
   *
   * @param x samples: a Tensor or `{ data, shape }`; for several inputs a list or a record by name
   * @param y labels, as many
   * @returns the history of loss and metrics
   * @throws Error before anything changes, if an option or the data do not fit; whatever a callback throws; the
   * signal's reason, if it aborts. The weights are then those of the last whole step, and no tensor is left behind.
   */
  async fit(x: DataFor<In>, y: DataFor<Out> | undefined, options: FitOptions<In, Out> = {}): Promise<History> {
    this.#expectCompiled('fit');
    return fit(this, x, y, options);
  }

  /** The loss and the metrics on data, without training. */
  async evaluate(x: DataFor<In>, y: DataFor<Out> | undefined, options: EvaluateOptions = {}): Promise<Logs> {
    this.#expectCompiled('evaluate');
    return evaluate(this, x, y, options);
  }

  /** The output for data of any length, computed batch by batch; the tensors are the caller's to dispose. */
  async predict(x: DataFor<In>, options: PredictOptions = {}): Promise<Out> {
    return predict(this, x, options);
  }

  /** One step of training on the whole of the data as one batch; its figures are returned. */
  trainOnBatch(x: DataFor<In>, y: DataFor<Out> | undefined, options: BatchOptions = {}): Logs {
    this.#expectCompiled('trainOnBatch');
    return this.#onBatch('trainOnBatch', x, y, options, (batch) => this.trainStep(batch));
  }

  /** The figures of the data as one batch, without training. */
  testOnBatch(x: DataFor<In>, y: DataFor<Out> | undefined, options: BatchOptions = {}): Logs {
    this.#expectCompiled('testOnBatch');
    return this.#onBatch('testOnBatch', x, y, options, (batch) => this.testStep(batch));
  }

  /** The output for the data as one batch; the tensors are the caller's to dispose. */
  predictOnBatch(x: DataFor<In>): Out {
    return tidy(() =>
      this.apply(cutAll<In, Out>(samples('predictOnBatch', this, x, undefined, undefined)).x, { training: false }),
    );
  }

  #onBatch(
    place: string,
    x: DataFor<In>,
    y: DataFor<Out> | undefined,
    { sampleWeight, classWeight }: BatchOptions,
    step: (batch: Batch<In, Out>) => Logs,
  ): Logs {
    const data = samples<In, Out>(place, this, x, y, sampleWeight);
    const shapes = data.x.map((item) => item.batchShape);
    this.ensureBuilt((data.single.x ? shapes[0] : shapes) as ShapesOf<In>);
    this.resetMetrics();
    let logs: Logs = {};
    tidy(() => {
      logs = step(cutAll(data, classWeight));
    });
    return logs;
  }

  /**
   * Describes the model: its layers, their output's shapes and numbers of parameters, and the totals. The text is
   * printed by `printFn` (default console.log) and returned.
   *
   * @throws Error if the model is not built
   */
  summary(options: SummaryOptions = {}): string {
    return printSummary(this, options);
  }

  override dispose(): void {
    super.dispose();
    this.#compiled?.optimizer.dispose();
    this.#trained = undefined;
  }
}

/** The options with their losses and metrics looked up, so that an unknown name is met at once. */
function resolved({ loss, metrics, weightedMetrics, ...rest }: CompileOptions): CompileOptions {
  return {
    ...rest,
    ...(loss !== undefined && { loss: knownLosses(loss) }),
    ...(metrics !== undefined && { metrics: knownMetrics(metrics) }),
    ...(weightedMetrics !== undefined && { weightedMetrics: knownMetrics(weightedMetrics) }),
  };
}

const cutAll = <In extends Tensors, Out extends Tensors>(data: Samples, classWeight?: ClassWeight): Batch<In, Out> =>
  cutBatch<In, Out>(data, 0, data.length, undefined, classWeight);

function objectiveOf(
  options: CompileOptions,
  outputs: readonly string[],
): { losses: readonly OutputLoss[]; meters: Meters } {
  const losses = outputLosses(options.loss, options.lossWeights, outputs);
  return { losses, meters: new Meters(options.metrics, options.weightedMetrics, losses, outputs) };
}
