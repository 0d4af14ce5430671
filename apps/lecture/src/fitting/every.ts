import type { History } from '@sixstep/model';

/** The loss, and the validation's, of those epochs that were validated: each `frequency`-th. */
export function every(
  { history }: Pick<History, 'history'>,
  frequency: number,
): { readonly epoch: number[]; readonly history: { readonly loss: number[]; readonly valLoss: number[] } } {
  const loss = history['loss']!.filter((_, epoch) => (epoch + 1) % frequency === 0);
  return {
    epoch: loss.map((_, i) => (i + 1) * frequency - 1),
    history: { loss, valLoss: [...history['valLoss']!] },
  };
}
