import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { JsonPath, type Pass } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { chaseWord } from '../shared/deadlines/own/orders.ts';
import type { Regulation } from '../shared/regulations/schema.ts';
import { createClockBranch } from './clock-branch.ts';
import { citing } from './comments.ts';
import { clockStateNames, OTHERS_TITLE } from './state-names.ts';

/**
 * The clock of all duties without a branch of their own. A case keeps the version of the regulation that it was opened
 * under; when its execution runs on a definition made from a later version, what that version no longer has waits here.
 */
export const createOthersBranch = (
  scope: Construct,
  regulation: Regulation,
  cite: readonly string[],
  enforce: IFunction,
): Pass =>
  createClockBranch(scope, {
    title: OTHERS_TITLE,
    names: clockStateNames(regulation, OTHERS_TITLE, '等待时限'),
    chase: chaseWord(regulation),
    cite,
    comment: (sentence) => citing(sentence, cite),
    taking: '案卷依立案时的制度版本办理,其中本流程未单列的职责在此一并计时,取最早的时点',
    waitForDue: '等到最早一项的时限',
    nothing: '没有未单列而须计时的职责',
    clockPath: '$.others',
    carried: { branches: JsonPath.listAt('$.branches') },
    payload: { branches: JsonPath.listAt('$.branches') },
    enforce,
  });
