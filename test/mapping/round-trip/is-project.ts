import type { Description } from '../../../src/model/canonical.ts';

/** Whether a grant has all that an `info:eu-repo/grantAgreement` address needs. */
export function isProject({ funder, programme, award }: Description['funding'][number]): boolean {
  return funder !== undefined && programme !== undefined && award !== undefined;
}
