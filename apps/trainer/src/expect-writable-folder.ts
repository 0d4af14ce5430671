import { access, constants, mkdir } from 'node:fs/promises';

/**
 * Makes a folder if it is not there, so that results can be written to it when the training is over.
 *
 * @param option the option that named it, for the message
 * @throws Error if that is impossible, or nothing can be written there
 */
export async function expectWritableFolder(path: string, option: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
  } catch (error) {
    throw new Error(
      `${option}: expected a folder that can be written to, received ${path} (${(error as Error).message}). Choose another one.`,
      { cause: error },
    );
  }
}
