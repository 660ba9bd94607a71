import { z } from '../../../schema/index.ts';

/** Labels that repositories print before an abstract. */
const ABSTRACT_LABELS = [
  'abstract', 'summary', 'summary/abstract', 'abstract/summary', 'zusammenfassung', 'kurzfassung', 'résumé', 'resumé',
  'resumen', 'resumo', 'resum', 'riassunto', 'sommario', 'samenvatting', 'sammanfattning', 'sammandrag', 'sammendrag', 'resume',
  'resumé', 'tiivistelmä', 'streszczenie', 'abstrakt', 'souhrn', 'anotace', 'súhrn', 'összefoglaló', 'összefoglalás', 'rezumat',
  'povzetek', 'sažetak', 'apstrakt', 'rezime', 'сажетак', 'апстракт', 'резиме', 'абстракт', 'аннотация', 'резюме', 'анотація',
  'реферат', 'περίληψη', 'özet', 'öz', 'santrauka', 'kopsavilkums', 'kokkuvõte', 'abstrak', 'tóm tắt', '摘要', '要旨', '概要', '초록',
  '요약', 'الملخص', 'ملخص', 'چکیده', 'תקציר',
] as const; // prettier-ignore

/** Words that open a statement of responsibility. */
const BY = ['by', 'written by', 'автор', 'author', 'autor'] as const;

/** Lists of prefixes and suffixes that a mapping may name instead of writing its own. */
export const AFFIXES = { abstract_labels: ABSTRACT_LABELS, by: BY } as const;

/** Either the affixes themselves, or the name of a built-in list. */
export const affixArgument = z.union([
  z.strictObject({ list: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ builtin: z.enum(['abstract_labels', 'by']) }),
]);
