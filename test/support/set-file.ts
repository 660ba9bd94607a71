/** Set files as tests write them, through a file on disk. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeclaredSets } from '../../src/sets/declared-sets.ts';
import { loadSets } from '../../src/sets/load-sets.ts';
import { formatFileIssue } from '../../src/yaml/read-yaml.ts';

/** The sets of a file, and what is wrong or doubtful, a line each as `sets.yaml:line:column …`. */
export async function loadSetText(
  text: string,
  jobs: readonly string[] = [],
): Promise<{ readonly sets: DeclaredSets | undefined; readonly problems: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'garner-sets-'));
  try {
    const file = join(folder, 'sets.yaml');
    await writeFile(file, text);
    const { sets, issues } = await loadSets(file, jobs);
    return { sets, problems: issues.map((issue) => formatFileIssue({ ...issue, file: 'sets.yaml' })) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The sets of a file in which nothing is wrong. */
export async function setsOfText(text: string): Promise<DeclaredSets> {
  const { sets, problems } = await loadSetText(text);
  if (sets === undefined) throw new Error(problems.join('\n'));
  return sets;
}
