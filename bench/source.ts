/** The synthetic repository that everything is measured against, in a process of its own. */
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SHARED } from '../test/support/shared.ts';
import { startServer } from './process.ts';
import { request } from './walk.ts';

export interface Source {
  readonly baseUrl: string;
  stop(): Promise<void>;
}

/** Starts a source with so many records, in pages of so many. Throws when its program is not there. */
export async function startSource(size: { records: number; page: number }): Promise<Source> {
  const program = join(SHARED, 'bench/source_server.mjs');
  if (!existsSync(program)) {
    throw new Error(
      `${program} is missing: the benchmark needs the synthetic repository that lies beside the project`,
    );
  }
  const port = await freePort();
  const args = [
    program,
    '--port',
    `${port}`,
    '--records',
    `${size.records}`,
    '--page',
    `${size.page}`,
    '--quiet',
  ];
  const baseUrl = `http://127.0.0.1:${port}/oai`;
  const server = await startServer({ command: process.execPath, args }, () =>
    answers(`${baseUrl}?verb=Identify`),
  );
  return { baseUrl, stop: () => server.stop() };
}

/** Whether something answers there. */
export async function answers(url: string): Promise<boolean> {
  return request(url).then(
    () => true,
    () => false,
  );
}

/** A port of the loopback address that nobody has. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
