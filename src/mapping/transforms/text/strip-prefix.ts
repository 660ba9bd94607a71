import { type z } from '../../../schema/index.ts';
import { valueTransform } from '../../transform.ts';
import { affixArgument, AFFIXES } from './affix-argument.ts';
import { casefoldText } from '../../vocab/fold-text.ts';
import { unlessBlank } from './unless-blank.ts';

/** What must stand between a label and the text: `Abstract: …`, but not `Abstract algebra …`. */
const AFTER_LABEL = /^\s*(?:[:.：]|[-–—](?=\s)|[—–]|\r?\n)[\s:.\-–—]*/;

/**
 * Text → text. A listed prefix is taken off as written (without regard to case); a built-in label only when
 * a colon, full stop, dash or line end follows, or (`by`) a space. At most one prefix goes.
 */
export const stripPrefix = valueTransform({
  name: 'strip_prefix',
  summary: 'Removes a prefix of a list, such as "Abstract:".',
  arguments: affixArgument,
  takes: 'text',
  gives: 'text',
  bind: (args: z.output<typeof affixArgument>) => {
    const builtin = 'builtin' in args ? args.builtin : undefined;
    const prefixes = byLength(prefixesOf(args));
    return (value: string) => {
      const text = value.trimStart();
      for (const [size, known] of prefixes) {
        // Behind a label stands no letter: most texts go on with one at most lengths.
        if (builtin !== undefined && isLetter(text.charCodeAt(size))) continue;
        if (!known.has(casefoldText(text.slice(0, size)))) continue;
        const rest = text.slice(size);
        const length = builtin === undefined ? 0 : labelEnd(rest, builtin === 'by');
        if (length !== undefined) return unlessBlank(rest.slice(length).trimStart());
      }
      return unlessBlank(value);
    };
  },
});

/** Of the letters that most texts consist of. The full-width colon, which ends a label, lies behind them. */
function isLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x3041 && code <= 0xd7a3)
  );
}

/** Longest first, so that `summary/abstract` is tried before `summary`. */
function prefixesOf(args: z.output<typeof affixArgument>): readonly string[] {
  const listed = 'list' in args ? args.list : AFFIXES[args.builtin];
  return [...new Set(listed.map(casefoldText))].sort((a, b) => b.length - a.length);
}

/** One look for all prefixes of a length. */
function byLength(prefixes: readonly string[]): ReadonlyMap<number, ReadonlySet<string>> {
  const groups = new Map<number, Set<string>>();
  for (const prefix of prefixes) {
    const group = groups.get(prefix.length) ?? new Set();
    groups.set(prefix.length, group.add(prefix));
  }
  return groups;
}

function labelEnd(rest: string, spaceSuffices: boolean): number | undefined {
  const head = rest.slice(0, 40);
  const label = AFTER_LABEL.exec(head)?.[0].length;
  if (label !== undefined) return label;
  return spaceSuffices && /^\s/.test(head) ? 1 : undefined;
}
