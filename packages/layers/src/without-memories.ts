import { dispose } from '@tensorflow/tfjs-core';
import type { Memory } from './memory.js';

/** What `f` gives; meanwhile the memories are empty, and then as before. */
export function withoutMemories<T>(memories: Readonly<Record<string, Memory>>, f: () => T): T {
  const before = Object.values(memories).map((memory) => {
    const states = memory.states.map((state) => state.clone());
    memory.states = [];
    return { memory, states };
  });
  try {
    return f();
  } finally {
    for (const { memory, states } of before) {
      memory.states = states;
      dispose([...states]);
    }
  }
}
