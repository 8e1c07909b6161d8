import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import { saidAt } from '../../../model/case/matter.ts';
import { spoken } from '../../../model/spoken.ts';
import { Notice } from '../../notice.tsx';
import { hour } from '../hour.ts';
import { CaseName } from './case-name.tsx';

/** Above all else: that it goes on in another case, or is to. */
export const Which = ({ found }: { found: CaseReply }) => {
  const { mergedInto, awaitingMerge } = found;
  const say = saidAt(hour.value);
  return (
    <>
      {mergedInto !== null && (
        <Notice>
          <p>
            <b>{say(mergedInto.at)}已并入</b> <CaseName caseId={mergedInto.case} />
          </p>
          <p class="small">在该案卷继续办理。本案时限已终止，只供查阅和补齐记录。</p>
        </Notice>
      )}
      {awaitingMerge !== null && (
        <Notice>
          <p>
            <b>待第二人同意并入</b> <CaseName caseId={awaitingMerge.into} />
          </p>
          <p class="small">
            {spoken(awaitingMerge.by)}
            {say(awaitingMerge.at)}提出：{awaitingMerge.reason}。同意以前，时限照旧。
          </p>
        </Notice>
      )}
    </>
  );
};
