import type { SchemaIssue } from '../schema/index.ts';
import { didYouMean } from './did-you-mean.ts';
import type { FileIssue, YamlFile } from './read-yaml.ts';

/** What a schema found wrong with a file, each with its place, the field and a suggestion. */
export function issuesOf(yaml: YamlFile, issues: readonly SchemaIssue[]): FileIssue[] {
  return issues.map((issue): FileIssue => {
    const place = issue.atKey ? yaml.locateKey(issue.path) : yaml.locate(issue.path);
    const hint = issue.atKey ? didYouMean(String(issue.path.at(-1)), issue.known) : '';
    const where = issue.atKey ? issue.path.slice(0, -1) : issue.path;
    const field = where.length === 0 ? '' : `${where.join('.')}: `;
    return {
      file: yaml.file,
      ...place,
      severity: 'error',
      code: 'schema',
      message: `${field}${issue.message}${hint}`,
    };
  });
}
