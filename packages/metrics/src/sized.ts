/** The list itself if it has `length` numbers; that many zeros if it is empty: the first batch tells the length. */
export function sized(list: number[], length: number, place: string): number[] {
  if (list.length === length) return list;
  if (list.length === 0) return new Array<number>(length).fill(0);
  throw new Error(`${place}: expected yPred with ${list.length} columns as in earlier batches, received ${length}.`);
}
