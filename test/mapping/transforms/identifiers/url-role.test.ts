import { urlRole } from '../../../../src/mapping/transforms/identifiers/url-role.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(urlRole, {
  'knows landing pages': [
    { value: 'https://repo.example.org/handle/10217/1880', gives: 'landing' },
    { value: 'https://journal.example.org/index.php/a/article/view/12', gives: 'landing' },
    { value: 'https://doi.org/10.1234/abc', gives: 'landing' },
    { value: 'http://arxiv.org/abs/0704.0001', gives: 'landing' },
    { value: 'http://digitalcommons.calpoly.edu/theses/1338', gives: 'landing' },
    { value: 'http://scholarworks.umass.edu/dissertations/AAI9524725', gives: 'landing' },
    { value: 'http://escholarship.umassmed.edu/escience_symposium/2013/posters/11', gives: 'landing' },
    { value: 'http://works.bepress.com/david_forte/127', gives: 'landing' },
    { value: 'http://jlsc-pub.org/jlsc/vol3/iss1/1', gives: 'landing' },
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
    { value: 'http://digitalcommons.calpoly.edu/studentnewspaper/1134/thumbnail.jpg', gives: 'thumbnail' },
    { value: 'https://repo.example.org/bitstream/1/2/3/thesis.pdf.jpg', gives: 'thumbnail' },
    { value: 'http://cyberleninka.ru/article_covers/9.png', gives: 'thumbnail' },
    { value: 'http://journal.example.org/article/downloadSuppFile/9/9', gives: 'related' },
  ],
  'says unknown otherwise': [
    { value: 'https://example.org/a', gives: 'unknown' },
    { value: 'https://example.org/theses/1338', gives: 'unknown' },
    { value: 'no url', gives: 'unknown' },
  ],
});
