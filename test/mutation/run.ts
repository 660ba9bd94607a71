/**
 * Takes every rule, route case, case branch, guard and inline table entry of the mappings out in turn, and every
 * element and attribute of the output mappings; where no inline or golden test fails, a test is missing.
 * `npm run mutate:mappings` does it for all, `-- oai_dc mods` for some. Exit code 1 when something is left that no
 * test would miss.
 */
import { fileURLToPath } from 'node:url';
import { mutate, readFolder } from './survivors.ts';

const FOLDER = fileURLToPath(new URL('../../mappings', import.meta.url));

const folder = await readFolder(FOLDER);
const wanted = process.argv.slice(2);
const ids = [...folder.files.keys(), ...folder.outputs.keys()];
const unknown = wanted.filter((id) => !ids.includes(id));
if (unknown.length > 0) {
  console.error(`no mapping ${unknown.join(', ')}; there are ${ids.join(', ')}`);
  process.exit(2);
}
let left = 0;
for (const id of wanted.length > 0 ? wanted : ids) {
  const { tried, survivors } = mutate(id, folder);
  left += survivors.length;
  console.log(`${id}: ${tried} parts, ${survivors.length} that no test would miss`);
  for (const { at, kind, name } of survivors) console.log(`  ${at} ${kind} ${name}`);
}
process.exitCode = left > 0 ? 1 : 0;
