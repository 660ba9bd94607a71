import { expect, test } from 'vitest';
import { splitNames } from '../../../../src/mapping/transforms/lists/split-names.ts';
import { applyToList } from '../apply-in-context.ts';

const person = (family: string, given: string, displayForm: string): object => ({
  kind: 'person',
  family,
  given,
  displayForm,
});

test.each([
  ['a name with a comma', { name: 'Petrović, Ana' }, person('Petrović', 'Ana', 'Petrović, Ana')],
  [
    'a person’s name without a comma',
    { name: 'Ana Petrović', kind: 'person' },
    { name: 'Ana Petrović', kind: 'person' },
  ],
  [
    'the parts that the source gave',
    { name: 'Petrović, A.', family: 'Petrović', given: 'Ana' },
    person('Petrović', 'Ana', 'Petrović, A.'),
  ],
  ['a name that nothing tells from another', { name: 'Blue Sensors' }, { name: 'Blue Sensors' }],
  [
    'an organisation by its kind',
    { name: 'Survey, Geological', kind: 'organization' },
    { name: 'Survey, Geological', kind: 'organization' },
  ],
  [
    'an organisation by its words',
    { name: 'Institute of Water, Belgrade' },
    { name: 'Institute of Water, Belgrade', kind: 'organization' },
  ],
  ['an agent without a name', { roles: ['aut'] }, { roles: ['aut'] }],
])('the transform "split_names" reads %s', (_, agent, expected) => {
  expect(applyToList(splitNames, [agent]).values).toEqual([expected]);
});
