import type { OpeningTriedReply } from '../../../shared/contracts/replies/try.ts';
import { whyText } from '../../model/alike/words.ts';
import { OtherCase } from '../../parts/alike/other-case.tsx';

const PLACE = 'resembles';
/** Open cases that what is filled in resembles, before anybody opens one more. */
export const Resembles = ({ cases }: { cases: OpeningTriedReply['resembles'] }) =>
  cases.length === 0 ? null : (
    <section class="field lack" aria-labelledby={PLACE} aria-live="polite">
      <h2 id={PLACE} class="why" tabIndex={-1}>
        疑似同一舆情：先看是否已经立案
      </h2>
      <ul>
        {cases.map(({ case: other, why }) => (
          <OtherCase key={other} caseId={other}>
            <p class="tiny">{whyText({ why })}</p>
          </OtherCase>
        ))}
      </ul>
      <p class="hint">是同一件事的，到该案卷补充来源或并入信息；不是的，继续立案。</p>
    </section>
  );

/** Beside the button, which is in sight however far one has scrolled: that there are such cases, and the way to them. */
export const ResemblesHint = ({ cases }: { cases: OpeningTriedReply['resembles'] }) => {
  const look = (): void => {
    const heading = document.getElementById(PLACE);
    heading?.scrollIntoView({ block: 'center' });
    heading?.focus({ preventScroll: true });
  };
  return cases.length === 0 ? null : (
    <p class="mid">
      <button type="button" class="ref small" onClick={look}>
        疑似已经立案{cases.length}件，先看一看
      </button>
    </p>
  );
};
