/** Lists of `length` zeros by their names: counts that are to begin. */
export const zeros = <Name extends string>(names: readonly Name[], length: number): Record<Name, number[]> =>
  Object.fromEntries(names.map((name) => [name, new Array<number>(length).fill(0)])) as Record<Name, number[]>;
