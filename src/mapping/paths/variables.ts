/** Variables in paths: what is known around a record. */
import { didYouMean } from '../../yaml/did-you-mean.ts';
import type { Scope } from './scope.ts';
import { PathSyntaxError } from './path-syntax-error.ts';

type Read = (scope: Scope) => readonly unknown[];

const VARIABLES: Readonly<Record<string, Read>> = {
  '$source.id': ({ run }) => [run.record.source.id],
  '$source.name': ({ run }) => [run.record.source.name],
  '$source.url': ({ run }) => [run.record.source.url],
  '$source.software': ({ run: { record } }) => (record.source.software === undefined ? [] : [record.source.software]), // prettier-ignore
  '$header.identifier': ({ run }) => [run.record.header.identifier],
  '$header.datestamp': ({ run }) => [run.record.header.datestamp],
  '$header.status': ({ run }) => (run.record.header.status === undefined ? [] : [run.record.header.status]),
  '$header.sets': ({ run }) => run.record.header.sets,
  '$header.metadataPrefix': ({ run }) => [run.record.header.metadataPrefix],
  '$mapping.id': ({ run }) => [run.mapping.id],
  '$mapping.hash': ({ run }) => [run.mapping.hash],
  '$run.date': ({ run }) => [run.record.runDate],
};

/** Compiles `$source.id`, `$header.status`, `$item.scheme` … Throws a `PathSyntaxError` for an unknown one. */
export function compileVariable(text: string): Read {
  const read = Object.hasOwn(VARIABLES, text) ? VARIABLES[text] : undefined;
  if (read !== undefined) return read;
  if (text.startsWith('$item.')) return itemField(text.slice('$item.'.length));
  const hint = ADVICE[text] ?? didYouMean(text, Object.keys(VARIABLES));
  throw new PathSyntaxError('var.unknown', `no variable "${text}"${hint}`);
}

/** What a mapping may look for among the variables, and where it is. */
const ADVICE: Readonly<Record<string, string>> = {
  '$source.set': '; the sets of a record are in $header.sets',
  '$source.repositorySoftware': '; it is $source.software',
  ...Object.fromEntries(
    ['language', 'timezone', 'doiPrefixes'].map((name) => [
      `$source.${name}`,
      `; what only one source has stands under "vars" of its own mapping: $vars.${name}`,
    ]),
  ),
};

/** A field already set in the item; a dot leads into an object. */
function itemField(path: string): Read {
  const keys = path.split('.');
  return ({ item }) => {
    let value: unknown = item;
    for (const key of keys) value = (value as Record<string, unknown> | undefined)?.[key];
    if (value === undefined) return [];
    return Array.isArray(value) ? (value as readonly unknown[]) : [value];
  };
}
