import { stripMarkup } from '../../../../src/mapping/transforms/text/strip-markup.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(stripMarkup, {
  'removes the tags of HTML, and makes lines of blocks': [
    { value: 'a <i>in vitro</i> <a href="x>y">link</a> test', gives: 'a in vitro link test' },
    { value: '<p>one</p><p>two</p>', gives: '\none\n\ntwo\n' },
    { value: 'H<sub>2</sub>O', gives: 'H2O' },
  ],
  'removes scripts, styles and comments with what is in them': [
    { value: 'a<script>alert(1)</script>b<!-- c -->d<STYLE type="x">p{}</STYLE>e', gives: 'abde' },
  ],
  'leaves what is no tag': [
    { value: 'p < 0.05 and n > 30', gives: 'p < 0.05 and n > 30' },
    { value: 'a <foo> b <i and b> c <b', gives: 'a <foo> b <i and b> c <b' },
  ],
  'knows JATS only when told': [
    { value: '<jats:p>x</jats:p>', gives: '<jats:p>x</jats:p>' },
    {
      value: '<jats:p>x <jats:italic>y</jats:italic></jats:p>',
      args: { profiles: ['jats'] },
      gives: '\nx y\n',
    },
  ],
  'leaves TeX when told': [
    { value: '$a<b>c$ and <b>x</b>', args: { protect: ['tex'] }, gives: '$a<b>c$ and x' },
    { value: '\\(a<b>c\\)<i>x</i>', args: { protect: ['tex'] }, gives: '\\(a<b>c\\)x' },
    { value: 'costs $5 <i>and</i> $6', args: { protect: ['tex'] }, gives: 'costs $5 and $6' },
  ],
});
