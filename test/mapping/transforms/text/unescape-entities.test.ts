import { unescapeEntities } from '../../../../src/mapping/transforms/text/unescape-entities.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(unescapeEntities, {
  'resolves named, decimal and hexadecimal references': [
    { value: 'Tito &amp; Stalin &#8217;44 &#x2014; &eacute;', gives: 'Tito & Stalin ’44 — é' },
  ],
  'resolves what was escaped twice': [{ value: '&amp;lt;p&amp;gt;', gives: '<p>' }],
  'stops after two turns': [{ value: '&amp;amp;amp;', gives: '&amp;' }],
  'reads the numbers of Windows-1252 as browsers do': [{ value: '&#146;', gives: '’' }],
  'leaves unknown and forbidden references': [
    { value: '&unknown; &#0; &#xD800; R&D; a & b', gives: '&unknown; &#0; &#xD800; R&D; a & b' },
  ],
});
