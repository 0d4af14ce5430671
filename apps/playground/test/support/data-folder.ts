import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env['SIXSTEP_DATA_DIR'] ?? join(process.cwd(), '../../../shared/data');

/** The folder with the real MNIST and Fashion-MNIST, if it is at hand. */
export const dataFolder: string | undefined = existsSync(join(folder, 'mnist')) ? folder : undefined;
