/**
 * COAR Version Types 1.1 (https://vocabularies.coar-repositories.org/version_types/, CC BY 4.0; after NISO
 * RP-8-2008 JAV), with the info:eu-repo version that says the same and what sources write.
 */
export interface CoarVersion {
  readonly uri: string;
  readonly code: string;
  readonly label: string;
  readonly eurepo: string | undefined;
  readonly synonyms: string;
}

const COAR_VERSION_NAMESPACE = 'http://purl.org/coar/version/';

type Row = readonly [id: string, code: string, label: string, eurepo: string | undefined, synonyms: string];

const ROWS: readonly Row[] = [
  ['c_b1a7d7d4d402bcce', 'AO', 'Author’s Original', 'draft', 'author’s original version|draft version'],
  [
    'c_71e4c1898caa6e32', 'SMUR', 'Submitted Manuscript Under Review', 'submittedVersion',
    'submitted manuscript|submitted version|versión enviada|versão submetida|version soumise|eingereichte Version',
  ],
  [
    'c_ab4af688f83e57aa', 'AM', 'Accepted Manuscript', 'acceptedVersion',
    'author accepted manuscript|AAM|accepted version|postprint|post-print|akzeptierte Version|version acceptée|versión aceptada|versão aceite|versão aceita|versione accettata|prihvaćena verzija|прихваћена верзија',
  ],
  ['c_fa2ee174bc00049f', 'P', 'Proof', undefined, 'galley proof|page proof|corrected proof'],
  [
    'c_970fb48d4fbd8a85', 'VoR', 'Version of Record', 'publishedVersion',
    'published version|publisher’s version|publisher version|publishers version|final published version|Verlagsversion|veröffentlichte Version|version publiée|version éditeur|versión publicada|versión del editor|versão publicada|versão da editora|versione pubblicata|objavljena verzija|објављена верзија|опубликованная версия',
  ],
  ['c_e19f295774971610', 'CVoR', 'Corrected Version of Record', 'updatedVersion', 'updated version'],
  ['c_dc82b40f9837b551', 'EVoR', 'Enhanced Version of Record', 'updatedVersion', ''],
  ['c_be7fb7dd8ff6fe43', 'NA', 'Not Applicable (or Unknown)', undefined, ''],
]; // prettier-ignore

export const COAR_VERSIONS: readonly CoarVersion[] = ROWS.map(([id, code, label, eurepo, synonyms]) => ({
  uri: COAR_VERSION_NAMESPACE + id,
  code,
  label,
  eurepo,
  synonyms,
}));
