import { packageFolder } from '../../app.ts';
import { startDemoRepository } from '../../demo/demo-repository.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { stopSignal } from '../open.ts';
import type { CommonOptions, Terminal } from '../terminal.ts';

/** `garner fixtures serve`: the demonstration repository on loopback, until Ctrl-C. */
export async function serveFixtures(
  _: string[],
  options: CommonOptions & { port: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const signal = stopSignal();
  const folder = packageFolder('fixtures/demo');
  const repository = await startDemoRepository({
    folder,
    host: '127.0.0.1',
    port: Number(options.port),
    now: () => new Date(),
  });
  terminal.out(`The demonstration repository is at ${repository.url}`);
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await repository.close();
  return EXIT.complete;
}
