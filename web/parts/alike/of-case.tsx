import type { ActsReply } from '../../../shared/contracts/replies/acts.ts';
import type { CaseListReply, CaseReply } from '../../../shared/contracts/replies/case.ts';
import { useLive } from '../../api/live.ts';
import { suspectsOf } from '../../model/alike/words.ts';
import { actPath } from '../../model/duties/act-label.ts';
import { spoken } from '../../model/spoken.ts';
import { OtherCase } from './other-case.tsx';

interface Props {
  found: CaseReply;
  acts: ActsReply | undefined;
}

/** 疑似同一舆情: other cases that are perhaps the same matter, why, and what one can do about it. */
const Suspected = ({ found, acts }: Props) => {
  const suspects = suspectsOf(found);
  const merge = acts?.acts.find(({ type }) => type === 'MergeCase');
  if (suspects.length === 0 || found.state !== 'open') return null;
  return (
    <section class="sect" aria-labelledby="suspected">
      <h2 id="suspected">疑似同一舆情</h2>
      <p class="soft">本案的信息与下列案卷相近，但不足以认定为同一件事，由人工判断。</p>
      <ul>
        {suspects.map(({ case: other, why, of }) => (
          <OtherCase key={other} caseId={other}>
            <p class="tiny">
              {why}
              {of.length > 0 && <span class="soft">（{of.map((title) => `“${title}”`).join('、')}）</span>}
            </p>
            {merge?.may === true && (
              <p class="acts">
                <a
                  class="btn"
                  href={actPath(found.case, { type: merge.type, carries: { into: other } }, found.secret)}
                >
                  本案并入这一案卷<span class="hide">：{other}</span>
                </a>
              </p>
            )}
          </OtherCase>
        ))}
      </ul>
      {merge?.may === false && merge.reason !== null && (
        <p class="soft tiny">确是同一件事的，现在还不能并案：{spoken(merge.reason)}</p>
      )}
    </section>
  );
};

/** 疑似复燃: the case that told the same story and was concluded by then. */
const Former = ({ former }: { former: string }) => (
  <section class="sect" aria-labelledby="former">
    <h2 id="former">疑似复燃</h2>
    <p class="soft">下列案卷结报后，又出现同一舆情，因此另立本案。</p>
    <ul>
      <OtherCase caseId={former} />
    </ul>
  </section>
);

/** The same seen from the case that had been concluded; it asks only while something can have come after it. */
const FlaredUp = ({ found }: Pick<Props, 'found'>) => {
  const path = `/v1/cases?state=all&former=${encodeURIComponent(found.case)}`;
  const { body } = useLive<CaseListReply>(path, { isPolled: false }).value;
  const cases = body?.cases ?? [];
  if (cases.length === 0) return null;
  return (
    <section class="sect" aria-labelledby="flared-up">
      <h2 id="flared-up">疑似复燃</h2>
      <p class="soft">本案结报后，又出现同一舆情，已另行立案。</p>
      <ul>
        {cases.map((row) => (
          <OtherCase key={row.case} caseId={row.case} />
        ))}
      </ul>
    </section>
  );
};

/** What has to be known of other cases beside this one: perhaps the same matter, or flared up again. */
export const OtherCases = ({ found, acts }: Props) => (
  <>
    {found.formerCase !== null && <Former former={found.formerCase} />}
    {(found.instants.concludedAt !== null || found.reopenings.length > 0) && <FlaredUp found={found} />}
    <Suspected found={found} acts={acts} />
  </>
);
