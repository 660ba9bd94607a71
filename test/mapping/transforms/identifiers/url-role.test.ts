import { urlRole } from '../../../../src/mapping/transforms/identifiers/url-role.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(urlRole, {
  'knows landing pages': [
    { value: 'https://repo.example.org/handle/10217/1880', gives: 'landing' },
    { value: 'https://journal.example.org/index.php/a/article/view/12', gives: 'landing' },
    { value: 'https://doi.org/10.1234/abc', gives: 'landing' },
    { value: 'http://arxiv.org/abs/0704.0001', gives: 'landing' },
  ],
  'knows full texts': [
    { value: 'https://repo.example.org/bitstream/10217/1880/1/thesis.pdf', gives: 'fulltext' },
    { value: 'https://journal.example.org/index.php/a/article/view/12/34', gives: 'fulltext' },
    {
      value: 'http://digitalcommons.example.edu/cgi/viewcontent.cgi?article=1002&context=x',
      gives: 'fulltext',
    },
    { value: 'https://example.org/a.PDF?x=1', gives: 'fulltext' },
  ],
  'knows thumbnails and supplements': [
    { value: 'https://repo.example.org/bitstream/1/2/3/thesis.pdf.jpg', gives: 'thumbnail' },
    { value: 'http://cyberleninka.ru/article_covers/9.png', gives: 'thumbnail' },
    { value: 'http://journal.example.org/article/downloadSuppFile/9/9', gives: 'related' },
  ],
  'says unknown otherwise': [
    { value: 'https://example.org/a', gives: 'unknown' },
    { value: 'no url', gives: 'unknown' },
  ],
});
