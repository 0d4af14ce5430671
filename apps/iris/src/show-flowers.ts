import { sliceRows, type Iris } from '@sixstep/datasets';
import type { Model } from '@sixstep/model';

/** Three flowers that the model was not trained on, with the predicted and the true species, as lines of text. */
export async function showFlowers(model: Model, iris: Iris): Promise<string> {
  const count = 3;
  const rows = iris.y.data.length;
  const x = sliceRows(iris.x, rows - count, rows);
  const y = await model.predict(x);
  const probabilities = y.dataSync();
  y.dispose();
  const classes = iris.classNames.length;
  return Array.from({ length: count }, (_, i) => {
    const row = probabilities.subarray(i * classes, (i + 1) * classes);
    const best = row.indexOf(Math.max(...row));
    const lengths = Array.from(x.data.subarray(i * 4, (i + 1) * 4), (cm) => cm.toFixed(1)).join(', ');
    const truth = iris.y.data[rows - count + i]!;
    return `[${lengths}] cm: predicted ${iris.classNames[best]} (${(100 * row[best]!).toFixed(1)} %), true ${iris.classNames[truth]}`;
  }).join('\n');
}
