import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { coarType } from '../../../../src/mapping/transforms/vocabularies/coar-type.ts';
import { describeTransform } from '../apply-transform.ts';

const COAR = 'http://purl.org/coar/resource_type/';

describeTransform(coarType, {
  'reads URIs': [
    { value: `${COAR}c_3248`, gives: `${COAR}c_3248` },
    { value: 'https://purl.org/coar/resource_type/c_2df8fbb1/', gives: `${COAR}c_2df8fbb1` },
    { value: 'https://vocabularies.coar-repositories.org/resource_types/c_6501/', gives: `${COAR}c_6501` },
    { value: 'http://purl.org/eprint/type/JournalArticle', gives: `${COAR}c_6501` },
  ],
  'reads the terms of DRIVER and OpenAIRE': [
    { value: 'info:eu-repo/semantics/article', gives: `${COAR}c_6501` },
    { value: 'info:eu-repo/semantics/doctoralThesis', gives: `${COAR}c_db06` },
    { value: 'info:eu-repo/semantics/conferenceObject', gives: `${COAR}c_c94f` },
    { value: 'info:eu-repo/semantics/contributionToPeriodical', gives: `${COAR}c_3e5a` },
    { value: 'info:eu-repo/semantics/bookPart', gives: `${COAR}c_3248` },
  ],
  'reads DINI, EPrints, DSpace and OJS': [
    { value: 'doc-type:bookPart', gives: `${COAR}c_3248` },
    { value: 'Conference or Workshop Item', gives: `${COAR}c_c94f` },
    { value: 'Learning Object', gives: `${COAR}c_e059` },
    { value: 'Peer-reviewed Article', gives: `${COAR}c_6501` },
    {
      value: 'Controlled Vocabulary for Resource Type Genres::text::thesis::master thesis',
      gives: `${COAR}c_bdcc`,
    },
  ],
  'reads dotted types from the right': [
    { value: 'Text.Serial.Journal', gives: `${COAR}c_0640` },
    { value: 'Text.Thesis.Doctoral', gives: `${COAR}c_db06` },
    { value: 'Text.Article', gives: `${COAR}c_6501` },
  ],
  'reads labels in many languages': [
    { value: 'Artikel', gives: `${COAR}c_6501` },
    { value: 'Artículo revisado por pares', gives: `${COAR}c_6501` },
    { value: 'артикул', gives: NOT_MINE },
    { value: 'Изворни научни рад', gives: `${COAR}c_2df8fbb1` },
    { value: 'Pregledni članak', gives: `${COAR}c_dcae04bc` },
    { value: 'thèse de doctorat', gives: `${COAR}c_db06` },
    { value: 'Buchkapitel', gives: `${COAR}c_3248` },
    { value: 'Dissertação de mestrado', gives: `${COAR}c_bdcc` },
    { value: 'recensione', gives: `${COAR}c_efa0` },
    { value: 'книга', gives: `${COAR}c_2f33` },
    { value: 'czasopismo', gives: `${COAR}c_0640` },
    { value: 'väitöskirja', gives: `${COAR}c_db06` },
    { value: 'könyvfejezet', gives: `${COAR}c_3248` },
    { value: 'makale', gives: `${COAR}c_6501` },
    { value: 'диссертация', gives: `${COAR}c_46ec` },
    { value: '博士論文', gives: `${COAR}c_db06` },
  ],
  'leaves generic DCMI types, versions and unknown words to others': [
    { value: 'Text', gives: NOT_MINE },
    { value: 'image', gives: NOT_MINE },
    { value: 'info:eu-repo/semantics/publishedVersion', gives: NOT_MINE },
    { value: `${COAR}c_0000`, gives: NOT_MINE },
    { value: 'Photograph', gives: NOT_MINE },
    { value: 'constructor', gives: NOT_MINE },
    { value: 'manuscripttext', gives: NOT_MINE },
  ],
});
