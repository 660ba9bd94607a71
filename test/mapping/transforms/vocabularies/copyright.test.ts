import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { copyright } from '../../../../src/mapping/transforms/vocabularies/copyright.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(copyright, {
  'reads year and holder and keeps the notice': [
    {
      value: '© 2010 Institut za noviju istoriju Srbije',
      gives: {
        kind: 'copyright',
        text: '© 2010 Institut za noviju istoriju Srbije',
        copyright: { year: '2010', holder: 'Institut za noviju istoriju Srbije' },
      },
    },
    {
      value: 'Copyright (c) 2015 Motricidade',
      gives: {
        kind: 'copyright',
        text: 'Copyright (c) 2015 Motricidade',
        copyright: { year: '2015', holder: 'Motricidade' },
      },
    },
    {
      value: '© Historic Scotland',
      gives: { kind: 'copyright', text: '© Historic Scotland', copyright: { holder: 'Historic Scotland' } },
    },
    {
      value: 'Copyright: the author',
      gives: { kind: 'copyright', text: 'Copyright: the author', copyright: { holder: 'the author' } },
    },
    {
      value: '(c) Jane Doe, 2012',
      gives: {
        kind: 'copyright',
        text: '(c) Jane Doe, 2012',
        copyright: { year: '2012', holder: 'Jane Doe' },
      },
    },
    {
      value: '© 2009 Nature Publishing Group. All Rights Reserved.',
      gives: {
        kind: 'copyright',
        text: '© 2009 Nature Publishing Group. All Rights Reserved.',
        copyright: { year: '2009', holder: 'Nature Publishing Group' },
      },
    },
    { value: '© 2010', gives: { kind: 'copyright', text: '© 2010', copyright: { year: '2010' } } },
  ],
  'leaves sentences to others': [
    { value: 'Copyright of the original work is retained by the author.', gives: NOT_MINE },
    { value: 'All Rights Reserved', gives: NOT_MINE },
    { value: '©', gives: NOT_MINE },
  ],
});
