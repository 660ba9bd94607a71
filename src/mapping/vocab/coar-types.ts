/**
 * COAR Resource Types 3.1 (https://vocabularies.coar-repositories.org/resource_types/, CC BY 4.0): the concepts
 * with their English label, the DCMI type each implies and the info:eu-repo type that says the same.
 *
 * The DCMI type follows COAR's own hierarchy (what descends from "text" is Text); where that says nothing, it is
 * absent. The eu-repo types are those of the DRIVER guidelines 2.0, kept in the OpenAIRE guidelines 3.0.
 */
import type { DCMI_TYPES } from '../../model/canonical.ts';

export type DcmiType = (typeof DCMI_TYPES)[number];

export interface CoarType {
  readonly uri: string;
  readonly label: string;
  readonly dcmi: DcmiType | undefined;
  /** The last part of `info:eu-repo/semantics/…`. */
  readonly eurepo: string | undefined;
}

const COAR_TYPE_NAMESPACE = 'http://purl.org/coar/resource_type/';

type Row = readonly [id: string, label: string, dcmi?: DcmiType | undefined, eurepo?: string];

const ROWS: readonly Row[] = [
  ['c_18cf', 'text', 'Text'],
  ['c_1162', 'annotation', 'Text', 'annotation'],
  ['c_86bc', 'bibliography', 'Text'],
  ['c_6947', 'blog post', 'Text'],
  ['c_2f33', 'book', 'Text', 'book'],
  ['c_3248', 'book part', 'Text', 'bookPart'],
  ['c_7877', 'clinical study', 'Text'],
  ['D97F-VB57', 'commentary', 'Text'],
  ['c_c94f', 'conference output', 'Text', 'conferenceObject'],
  ['c_18cp', 'conference paper not in proceedings', 'Text', 'conferencePaper'],
  ['c_18co', 'conference poster not in proceedings', 'Text', 'conferencePoster'],
  ['R60J-J5BD', 'conference presentation', 'Text', 'conferenceObject'],
  ['c_f744', 'conference proceedings', 'Text', 'conferenceProceedings'],
  ['c_5794', 'conference paper', 'Text', 'conferencePaper'],
  ['c_6670', 'conference poster', 'Text', 'conferencePoster'],
  ['c_8544', 'lecture', 'Text', 'lecture'],
  ['c_0857', 'letter', 'Text'],
  ['c_0040', 'manuscript', 'Text'],
  ['c_18cw', 'musical notation', 'Text'],
  ['H9BQ-739P', 'peer review', 'Text'],
  ['c_2659', 'periodical', 'Text'],
  ['c_0640', 'journal', 'Text'],
  ['c_3e5a', 'contribution to journal', 'Text', 'contributionToPeriodical'],
  ['c_6501', 'journal article', 'Text', 'article'],
  ['c_7acd', 'corrigendum', 'Text'],
  ['c_beb9', 'data paper', 'Text', 'article'],
  ['c_2df8fbb1', 'research article', 'Text', 'article'],
  ['c_dcae04bc', 'review article', 'Text', 'article'],
  ['c_7bab', 'software paper', 'Text', 'article'],
  ['c_b239', 'editorial', 'Text', 'article'],
  ['c_545b', 'letter to the editor', 'Text'],
  ['c_2cd9', 'magazine', 'Text'],
  ['c_2fe3', 'newspaper', 'Text'],
  ['c_998f', 'newspaper article', 'Text', 'contributionToPeriodical'],
  ['QX5C-AR31', 'other periodical', 'Text'],
  ['c_816b', 'preprint', 'Text', 'preprint'],
  ['c_93fc', 'report', 'Text', 'report'],
  ['c_ab20', 'data management plan', 'Text'],
  ['c_18ww', 'internal report', 'Text', 'report'],
  ['c_18wz', 'memorandum', 'Text', 'report'],
  ['c_18wq', 'other type of report', 'Text', 'report'],
  ['c_186u', 'policy report', 'Text', 'report'],
  ['c_18op', 'project deliverable', 'Text', 'report'],
  ['c_ba1f', 'report part', 'Text', 'reportPart'],
  ['c_18hj', 'report to funding agency', 'Text', 'report'],
  ['c_18ws', 'research report', 'Text', 'report'],
  ['c_18gh', 'technical report', 'Text', 'report'],
  ['c_baaf', 'research proposal', 'Text', 'researchProposal'],
  ['YZ1N-ZFT9', 'research protocol', 'Text'],
  ['c_efa0', 'review', 'Text', 'review'],
  ['c_ba08', 'book review', 'Text', 'bookReview'],
  ['c_71bd', 'technical documentation', 'Text', 'technicalDocumentation'],
  ['c_46ec', 'thesis', 'Text'],
  ['c_7a1f', 'bachelor thesis', 'Text', 'bachelorThesis'],
  ['c_db06', 'doctoral thesis', 'Text', 'doctoralThesis'],
  ['c_bdcc', 'master thesis', 'Text', 'masterThesis'],
  ['6NC7-GK9S', 'transcription', 'Text'],
  ['c_8042', 'working paper', 'Text', 'workingPaper'],
  ['c_15cd', 'patent', 'Text', 'patent'],
  ['C53B-JCY5', 'design patent', 'Text', 'patent'],
  ['SB3Y-W4EH', 'PCT application', 'Text', 'patent'],
  ['Z907-YMBB', 'plant patent', 'Text', 'patent'],
  ['GPQ7-G5VE', 'plant variety protection', 'Text', 'patent'],
  ['MW8G-3CR8', 'software patent', 'Text', 'patent'],
  ['9DKX-KSAF', 'utility model', 'Text', 'patent'],
  ['H6QP-SC1X', 'trademark'],
  ['c_12cc', 'cartographic material'],
  ['c_12cd', 'map', 'StillImage'],
  ['c_ddb1', 'dataset', 'Dataset'],
  ['ACF7-8YT9', 'aggregated data', 'Dataset'],
  ['c_cb28', 'clinical trial data', 'Dataset'],
  ['FXF3-D3G7', 'compiled data', 'Dataset'],
  ['AM6W-6QAW', 'encoded data', 'Dataset'],
  ['63NG-B465', 'experimental data', 'Dataset'],
  ['A8F1-NPV9', 'genomic data', 'Dataset'],
  ['2H0M-X761', 'geospatial data', 'Dataset'],
  ['H41Y-FW7B', 'laboratory notebook', 'Dataset'],
  ['DD58-GFSX', 'measurement and test data', 'Dataset'],
  ['FF4C-28RK', 'observational data', 'Dataset'],
  ['CQMR-7K63', 'recorded data', 'Dataset'],
  ['W2XT-7017', 'simulation data', 'Dataset'],
  ['NHD0-W6SY', 'survey data', 'Dataset'],
  ['c_26e4', 'interview'],
  ['542X-3S04', 'design'],
  ['JBNF-DYAD', 'industrial design'],
  ['BW7T-YM2G', 'layout design'],
  ['c_c513', 'image', 'Image'],
  ['c_8a7e', 'moving image', 'MovingImage'],
  ['c_12ce', 'video', 'MovingImage'],
  ['c_ecc8', 'still image', 'StillImage'],
  ['c_e9a0', 'interactive resource', 'InteractiveResource'],
  ['c_7ad9', 'website', 'InteractiveResource'],
  ['c_e059', 'learning object'],
  ['c_5ce6', 'software', 'Software'],
  ['c_c950', 'research software', 'Software'],
  ['QH80-2R4E', 'source code', 'Software'],
  ['c_18cc', 'sound', 'Sound'],
  ['c_18cd', 'musical composition', 'Sound'],
  ['c_393c', 'workflow'],
  ['c_1843', 'other', undefined, 'other'],
];

export const COAR_TYPES: readonly CoarType[] = ROWS.map(([id, label, dcmi, eurepo]) => ({
  uri: COAR_TYPE_NAMESPACE + id,
  label,
  dcmi,
  eurepo,
}));
