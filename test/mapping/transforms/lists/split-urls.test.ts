import { splitUrls } from '../../../../src/mapping/transforms/lists/split-urls.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(splitUrls, {
  'splits glued addresses and says so': [
    {
      value: 'http://a.example/1http://b.example/2',
      gives: ['http://a.example/1', 'http://b.example/2'],
      reports: ['url.glued'],
    },
    {
      value: 'http://a.example http://b.example',
      gives: ['http://a.example', 'http://b.example'],
      reports: ['url.glued'],
    },
  ],
  'leaves an address inside an address': [
    {
      value: 'https://web.archive.org/web/2010/http://a.example/',
      gives: ['https://web.archive.org/web/2010/http://a.example/'],
    },
    { value: 'https://a.example/?u=http://b.example', gives: ['https://a.example/?u=http://b.example'] },
  ],
  'leaves other text': [{ value: 'see http://a.example', gives: 'see http://a.example' }],
});
