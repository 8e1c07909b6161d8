import { labelOf } from '../../../../shared/rules/labels/labels.ts';
import { leizhou } from '../../../support/bureaus.ts';
import type { caseFile } from '../../../support/case-file.ts';

/** What the file says of the last entry of a case's log. */
export const lastSaid = (file: Pick<ReturnType<typeof caseFile>, 'log'>, regulation = leizhou): string =>
  file.log
    .at(-1)!
    .events.map((event) => labelOf(regulation, event))
    .join(';');
