import { expect, test } from 'vitest';
import { HEAD, loadFiles, problemsOf } from '../mapping-folder.ts';

const RULES = `rules:
  - { id: title, each: dc:title, to: titles, set: { title: { from: . } } }
  - { id: identifier, each: dc:identifier, route: [{ id: doi, use: doi, to: identifiers }, { id: rest, else: true, to: notes }] }
`;

test.each([
  [
    'a rule that the mapping does not have',
    'abort: { emptyRuleDrop: [titel, identifier/dio] }',
    [
      'mappings/dc.yaml:8:26 error rule.unknown: the mapping has no rule "titel" (did you mean "title"?)',
      'mappings/dc.yaml:8:33 error rule.unknown: the mapping has no rule "identifier/dio" (did you mean "identifier/doi"?)',
    ],
  ],
  [
    'one share under two names',
    'abort: { rejectedShare: 20%, rejectedRatio: 0.2 }',
    [
      'mappings/dc.yaml:8:45 error abort.twice: "rejectedShare" and "rejectedRatio" say the same; write one of them',
    ],
  ],
  [
    'more than all',
    'abort: { rejectedShare: 120% }',
    ['mappings/dc.yaml:8:25 error schema: abort.rejectedShare: a share is 100% at most'],
  ],
  [
    'no share',
    'abort: { rejectedShare: some }',
    ['mappings/dc.yaml:8:25 error schema: abort.rejectedShare: a share such as "20%" or 0.2 is expected'],
  ],
])('when a run stops cannot be: %s', async (_name, abort, report) => {
  expect(await problemsOf({ 'dc.yaml': `${HEAD}${RULES}${abort}\n` })).toEqual(report);
});

test.each([
  ['20%', 0.2],
  ['0.2', 0.2],
  ['2.5%', 0.025],
  ['100%', 1],
])('a share is written as %s', async (written, share) => {
  const { inputs } = await loadFiles({ 'dc.yaml': `${HEAD}${RULES}abort: { rejectedShare: ${written}, emptyRuleDrop: title }\n` }); // prettier-ignore
  expect(inputs.get('dc')?.abort).toEqual({ rejectedShare: share, min: 100, emptyRuleDrop: ['title'] });
});

test('when a run stops is inherited, and changes nothing of what is mapped', async () => {
  const source = 'mapping: sources/x\nextends: dc\n';
  const { inputs } = await loadFiles({
    'dc.yaml': `${HEAD}${RULES}abort: { emptyRuleDrop: title }\n`,
    'sources/x.yaml': source,
    'sources/y.yaml': 'mapping: sources/y\nextends: dc\nabort: { min: 5 }\n',
  });
  expect(inputs.get('sources/x')?.abort?.emptyRuleDrop).toEqual(['title']);
  expect(inputs.get('sources/y')?.abort).toEqual({ min: 5, emptyRuleDrop: [] });
  expect(inputs.get('sources/y')?.hash).toBe(inputs.get('sources/x')?.hash);
});
