import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { roleInText } from '../../../../src/mapping/transforms/agents/role-in-text.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(roleInText, {
  'finds the role beside a name': [
    { value: 'Petrović, Ana (ur.)', gives: 'ur.' },
    { value: 'Müller, Hans (Hrsg.)', gives: 'Hrsg.' },
    { value: 'Mentor: Ana Petrović', gives: 'Mentor' },
    { value: 'Ana Petrović, urednik', gives: 'urednik' },
    { value: 'edited by John Smith', gives: 'edt' },
    { value: '880-01Popović, Nikola B.,1950-author.aut(orcid)0000-0002-1825-0097', gives: 'aut' },
  ],
  'is not asked for a bare name': [
    { value: 'Popović, Nikola B.', gives: NOT_MINE },
    { value: 'Smith, Art', gives: NOT_MINE },
    { value: 'John Smith', gives: NOT_MINE },
  ],
});
