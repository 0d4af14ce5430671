import type { AnyLayer, Node, SymbolicTensor } from '@sixstep/layers';

/** The layers and their uses that lead from inputs to outputs. */
export interface Graph {
  /** The uses, each after those that it depends on. */
  readonly nodes: readonly Node[];
  /** The layers by depth (the longest way to an output), farthest first, then as a walk from the outputs meets them. */
  readonly layers: readonly AnyLayer[];
}

/** Stand-ins that a node takes, those given as options included. */
export function parentsOf(node: Node): SymbolicTensor[] {
  const inOptions = Object.values(node.options).flatMap((value) =>
    Array.isArray(value) ? (value as unknown[]) : [value],
  );
  return [...node.inputs, ...inOptions.filter((value): value is SymbolicTensor => isSymbolic(value))];
}

const isSymbolic = (value: unknown): value is SymbolicTensor =>
  typeof value === 'object' && value !== null && 'node' in value && 'index' in value;

/**
 * The graph from `inputs` to `outputs`, ordered as Keras orders it (`map_graph`).
 *
 * @throws Error that names the layer, if an output depends on something that is not among the inputs
 */
export function graphOf(inputs: readonly SymbolicTensor[], outputs: readonly SymbolicTensor[]): Graph {
  const nodes: Node[] = [];
  const met: AnyLayer[] = [];
  const seen = new Set<Node>();
  const visit = (symbol: SymbolicTensor): void => {
    const { node } = symbol;
    if (seen.has(node)) return;
    const isInput = inputs.includes(symbol);
    if (node.inputs.length === 0 && !isInput) {
      throw new Error(
        `functional: expected outputs that depend on the inputs alone, but they need '${node.layer.name}'. Add it to inputs.`,
      );
    }
    if (isInput && node.inputs.length > 0) return;
    seen.add(node);
    if (!met.includes(node.layer)) met.push(node.layer);
    parentsOf(node).forEach(visit);
    nodes.push(node);
  };
  outputs.forEach(visit);

  const depthOfNode = new Map<Node, number>();
  const depthOfLayer = new Map<AnyLayer, number>();
  for (const node of [...nodes].reverse()) {
    const depth = Math.max(depthOfNode.get(node) ?? 0, depthOfLayer.get(node.layer) ?? 0);
    depthOfNode.set(node, depth);
    depthOfLayer.set(node.layer, depth);
    for (const { node: parent } of parentsOf(node)) {
      if (seen.has(parent)) depthOfNode.set(parent, Math.max(depth + 1, depthOfNode.get(parent) ?? 0));
    }
  }
  const layers = [...met].sort((a, b) => depthOfLayer.get(b)! - depthOfLayer.get(a)!);
  const unused = inputs.map(({ node }) => node).filter((node) => node.inputs.length === 0 && !seen.has(node));
  return { nodes: [...unused, ...nodes], layers: [...layers, ...unused.map(({ layer }) => layer)] };
}
