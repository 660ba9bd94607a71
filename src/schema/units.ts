/** Lengths of time and sizes as people write them. */
import { z } from './index.ts';

const DURATION = /^(\d+)(ms|s|m|h|d)$/;
const SIZE = /^(\d+)(B|KB|MB|GB)$/;
const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const UNIT_BYTES = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 } as const;

/** A length of time as people write it (`90s`, `26h`), in milliseconds. */
export const duration = z
  .string()
  .regex(DURATION, 'a length of time such as "500ms", "90s", "15m", "26h" or "2d" is expected')
  .transform((text) => {
    const [, count, unit] = DURATION.exec(text) as unknown as [string, string, keyof typeof UNIT_MS];
    return Number(count) * UNIT_MS[unit];
  });

const A_SHARE = 'a share such as "20%" or 0.2 is expected';

/** A share as people write it, `20%` or 0.2, as a number from 0 to 1. */
export const share = z
  .union([z.string().regex(/^\d{1,3}(?:\.\d{1,3})?%$/, A_SHARE), z.number().min(0, A_SHARE)], {
    error: A_SHARE,
  })
  .transform((value) => (typeof value === 'number' ? value : Number(value.slice(0, -1)) / 100))
  .refine((value) => value <= 1, 'a share is 100% at most');

/** A size as people write it (`64MB`), in bytes. */
export const byteSize = z
  .string()
  .regex(SIZE, 'a size such as "512KB", "64MB" or "1GB" is expected')
  .transform((text) => {
    const [, count, unit] = SIZE.exec(text) as unknown as [string, string, keyof typeof UNIT_BYTES];
    return Number(count) * UNIT_BYTES[unit];
  });
