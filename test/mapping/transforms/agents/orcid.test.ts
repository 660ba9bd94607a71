import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { orcid } from '../../../../src/mapping/transforms/agents/orcid.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(orcid, {
  'gives the canonical form': [
    {
      value: '0000-0002-1825-0097',
      gives: { scheme: 'orcid', value: '0000-0002-1825-0097', uri: 'https://orcid.org/0000-0002-1825-0097' },
    },
    {
      value: 'http://orcid.org/0000-0002-1694-233x',
      gives: { scheme: 'orcid', value: '0000-0002-1694-233X', uri: 'https://orcid.org/0000-0002-1694-233X' },
    },
  ],
  'refuses a wrong check digit': [{ value: '0000-0002-1825-0098', gives: { bad: 'orcid.checksum' } }],
  'is not asked for other numbers': [{ value: '1234-5679', gives: NOT_MINE }],
});
