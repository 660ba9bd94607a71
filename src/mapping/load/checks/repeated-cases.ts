/** Cases and branches that are never reached, since one before them takes everything that they would take. */
import type { CaseBranchSpec, ExpressionSpec, GuardSpec, RouteCaseSpec } from '../mapping-file.ts';
import type { ResolvedMapping } from '../resolve-mappings.ts';
import { placeOf, type Reporter, type Spot } from '../spot.ts';
import { writtenOut } from './text-state.ts';
import type { Visitor } from './walk.ts';

/** A visitor that reports them. What stands after `else` is reported where it is bound. */
export function checkRepeatedCases(mapping: ResolvedMapping, report: Reporter): Visitor {
  return {
    branches: (branches) => checkBranches(branches, report),
    alternatives: (alternatives) => checkAlternatives(alternatives, report),
    route: (cases) => checkRoute(cases, mapping, report),
  };
}

/** A guard decides before all that come after it, unless it only warns. */
export function checkGuards(guards: readonly Spot<GuardSpec>[], report: Reporter): void {
  const known = new Map<string, Spot<GuardSpec>>();
  for (const guard of guards) {
    const { when, unless, action } = guard.value;
    const condition = canonical({ when, unless });
    const before = known.get(condition);
    if (before === undefined) {
      if (action !== 'warn') known.set(condition, guard);
      continue;
    }
    const message = `the guard "${guard.value.id}" is never asked: "${before.value.id}" at ${placeOf(before)} has the same condition and decides first`;
    report.error(guard, 'guard.unreachable', message);
  }
}

function checkBranches(branches: readonly Spot<CaseBranchSpec>[], report: Reporter): void {
  const known = new Map<string, Spot>();
  for (const branch of branches) {
    if (branch.value.when === undefined) continue;
    const condition = canonical(branch.value.when);
    const before = known.get(condition);
    if (before === undefined) known.set(condition, branch);
    else report.error(branch, 'case.duplicate', `this branch has the condition of the one at ${placeOf(before)} and is never reached`); // prettier-ignore
  }
}

function checkAlternatives(alternatives: readonly Spot<ExpressionSpec>[], report: Reporter): void {
  const known = new Map<string, Spot>();
  for (const one of alternatives) {
    const said = canonical(one.value);
    const before = known.get(said);
    if (before === undefined) known.set(said, one);
    else report.error(one, 'first.duplicate', `this says again what is said at ${placeOf(before)}, and gives nothing either`); // prettier-ignore
  }
}

function checkRoute(cases: readonly Spot<RouteCaseSpec>[], mapping: ResolvedMapping, report: Reporter): void {
  const claims = cases.map((spot) => claimOf(spot, mapping));
  claims.forEach((claim, i) => {
    const before = claims.slice(0, i).find((earlier) => takesAll(earlier, claim));
    if (before === undefined) return;
    const { id } = before.spot.value;
    const message = `the case "${claim.spot.value.id}" is never reached: "${id}" at ${placeOf(before.spot)} takes all that it would take; put it first, or give one of them a condition`;
    report.error(claim.spot, 'route.unreachable', message);
  });
}

/** What a case claims: values that all its steps let through, under a condition. */
interface Claim {
  readonly spot: Spot<RouteCaseSpec>;
  readonly from: string;
  readonly condition: string;
  readonly steps: readonly string[];
}

function claimOf(spot: Spot<RouteCaseSpec>, mapping: ResolvedMapping): Claim {
  const { from, when, unless, use } = spot.value;
  return {
    spot,
    from: canonical(from ?? null),
    condition: when === undefined && unless === undefined ? '' : canonical({ when, unless }),
    steps:
      use === undefined
        ? []
        : writtenOut({ ...spot, value: use, path: [...spot.path, 'use'] }, mapping.pipes).map(({ value }) => canonical(value)), // prettier-ignore
  };
}

/** A case with the same steps, or with the first of them, says no only where the other would say no, too. */
function takesAll(earlier: Claim, later: Claim): boolean {
  if (earlier.from !== later.from) return false;
  if (earlier.condition !== '' && earlier.condition !== later.condition) return false;
  // A case without steps and without "else" is wrong in itself, and "else" without a condition ends a route.
  if (earlier.steps.length === 0 && (earlier.spot.value.else !== true || earlier.condition === ''))
    return false;
  return earlier.steps.every((step, i) => step === later.steps[i]);
}

/** The same text for what means the same: keys in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    const entries = Object.entries(member).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}
