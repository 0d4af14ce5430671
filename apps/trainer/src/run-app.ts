/**
 * Runs a program. Whatever it throws is told in one line on standard error, without a stack, and makes the exit code 1.
 * Who closes the pipe that it writes to, as `head` does, ends it quietly.
 */
export async function runApp(main: () => Promise<void>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    await main();
  } catch (error) {
    process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
