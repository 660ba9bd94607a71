#!/usr/bin/env node
import { runCommandLine } from './command-line.ts';
import { PROCESS_OUTLET } from './terminal.ts';

// A reader that has seen enough (`garner records list | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});
process.exitCode = await runCommandLine(process.argv.slice(2), PROCESS_OUTLET);
