import { packageFolder } from '../../app.ts';
import { startDemoRepository } from '../../demo/demo-repository.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { aborted, untilStopped } from '../open.ts';
import { json, type CommonOptions, type Terminal } from '../terminal.ts';

/** `garner fixtures serve`: the demonstration repository on loopback, until Ctrl-C. */
export async function serveFixtures(
  _: string[],
  options: CommonOptions & { port: number },
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = packageFolder('fixtures/demo');
  return untilStopped(async (signal) => {
    const { port } = options;
    const repository = await startDemoRepository({ folder, host: '127.0.0.1', port, now: () => new Date() });
    const { url } = repository;
    terminal.out(options.json === true ? json({ url }) : `The demonstration repository is at ${url}`);
    await aborted(signal);
    await repository.close();
    return EXIT.complete;
  });
}
