import type { Part } from './part.js';
import type { Text } from './text.js';

/** What stands in place of a part where MNIST is not on this machine. */
export function noDigits(id: string, title: Text): Part {
  return {
    id,
    title,
    text: [
      {
        en: 'Skipped: MNIST is not on this machine. `npm run mnist` fetches it once, or set `SIXSTEP_DATA_DIR` to a folder that has it.',
        zh: '已跳过：本机没有 MNIST。运行一次 `npm run mnist` 即可下载，或将 `SIXSTEP_DATA_DIR` 设为存放它的文件夹。',
      },
    ],
    printed: 'Skipped: MNIST is not on this machine. npm run mnist fetches it once, or set SIXSTEP_DATA_DIR.',
    numbers: null,
    figures: [],
  };
}
