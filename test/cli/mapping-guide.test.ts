/**
 * Runs docs/mappings.md: each file of the guide is written, each record is mapped by the mapping before it, and each command is
 * run; what comes must be what is shown. A line of `…`, or a `…` in a line, stands for anything.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutEmpty } from '../mapping/mapping-folder.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

interface Block {
  readonly language: string;
  /** The file that the block is, from its first line: `yaml mappings/library.yaml`. */
  readonly file: string | undefined;
  readonly text: string;
  readonly line: number;
}

const GUIDE = fileURLToPath(new URL('../../docs/mappings.md', import.meta.url));
const OUTPUTS = fileURLToPath(new URL('../../mappings/out/', import.meta.url));
const AROUND = ['schema', 'id', 'source', 'status'];

let workshop: Workshop;
beforeAll(() => {
  workshop = openWorkshop();
  for (const name of ['mods.yaml', 'oai_dc.yaml']) {
    workshop.write(`mappings/out/${name}`, readFileSync(`${OUTPUTS}${name}`, 'utf8'));
  }
});
afterAll(() => workshop.close());

// The blocks build on each other, so they run in the order of the guide.
describe('the guide to mappings', () => {
  let mapping = '';
  let record = '';
  for (const block of blocksOf(readFileSync(GUIDE, 'utf8'))) {
    const { language, file, text, line } = block;
    if (file !== undefined) {
      test(`line ${line} writes ${file}`, () => {
        workshop.write(file, text);
        if (file.startsWith('mappings/')) mapping = file.replace(/^mappings\/(.*)\.yaml$/, '$1');
        else record = file;
        expect(workshop.has(file)).toBe(true);
      });
    } else if (language === 'json') {
      test(`line ${line} shows what comes of the record`, async () => {
        expect(await mapped(record, mapping)).toEqual(JSON.parse(text));
      });
    } else {
      test.each(commandsOf(text))(`line ${line}: garner $command`, async ({ command, output }) => {
        const { out, err } = await workshop.run(...command.split(' '));
        expect(out + err).toMatch(patternOf(output));
      });
    }
  }
});

/** What comes of a record: the fields with content, and the issues. */
async function mapped(file: string, mapping: string): Promise<unknown> {
  const { value } = await workshop.json<Mapped>('map', 'run', file, '--mapping', mapping);
  const { issues, ...fields } = value;
  const content = Object.entries(fields).filter(([key]) => !AROUND.includes(key));
  const told = issues.map((issue) =>
    issue.value === undefined ? issue.code : `${issue.code}: ${issue.value}`,
  );
  return withoutEmpty({ ...Object.fromEntries(content), issues: told });
}

interface Mapped {
  readonly issues: readonly { readonly code: string; readonly value?: string }[];
}

function blocksOf(guide: string): Block[] {
  return [...guide.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(
    ({ 1: language, 2: file, 3: text, index }) => ({
      language: language!,
      file,
      text: text!,
      line: guide.slice(0, index).split('\n').length,
    }),
  );
}

function commandsOf(text: string): { readonly command: string; readonly output: string }[] {
  return text
    .split(/^\$ garner /m)
    .slice(1)
    .map((part) => {
      const [command, ...output] = part.split('\n');
      return { command: command!, output: output.join('\n') };
    });
}

/** `…` is anything, be it several lines. */
function patternOf(output: string): RegExp {
  const literal = output.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('…\n', '…').replaceAll('…', '[\\s\\S]*')}$`);
}
