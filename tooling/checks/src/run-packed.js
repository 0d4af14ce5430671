import { packAll, runConsumers } from '@sixstep/tooling-consumers';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPacked } from './check-packed.js';
import { addCounts } from './counts.js';

/**
 * Packs every package as it would be published, looks at what is in it, and uses it.
 *
 * @returns {Promise<import('./counts.js').Counts>}
 */
export async function runPacked() {
  const folder = mkdtempSync(join(tmpdir(), 'sixstep-packed-'));
  try {
    const tarballs = await packAll(folder);
    const packed = await checkPacked(tarballs);
    console.log(`${packed.failed === 0 ? '✓' : '✗'} packed packages: publint, attw`);
    return addCounts(packed, await runConsumers(tarballs));
  } catch (error) {
    console.log(`✗ packing: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
