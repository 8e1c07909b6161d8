import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import type { Entry } from '../../../model/case/log.ts';
import type { Say } from '../../../model/case/matter.ts';
import {
  detachedText,
  doneTexts,
  outOfCases,
  reopeningsOf,
  stricterText,
  takenOverText,
} from '../../../model/case/rearranged.ts';
import { spoken } from '../../../model/spoken.ts';
import { CaseName } from './case-name.tsx';

interface Props {
  found: CaseReply;
  entries: readonly Entry[];
  say: Say;
}

const TakenOver = ({ found, entries, say }: Props) =>
  found.takenOver.length === 0 ? null : (
    <>
      <dt>并入案卷</dt>
      <dd>
        {found.takenOver.map((each) => (
          <div key={each.case}>
            <p>
              <CaseName caseId={each.case} />
            </p>
            <p class="soft tiny">{takenOverText(each, entries, say)}，报告和办理经过在该案卷查阅</p>
            {stricterText(each, say) !== '' && <p class="tiny">{stricterText(each, say)}</p>}
            {each.done.length > 0 && (
              <details>
                <summary>在那里已办的{each.done.length}项</summary>
                <ul class="plain">
                  {doneTexts(each, say).map((text) => (
                    <li class="tiny" key={text}>
                      {text}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        ))}
      </dd>
    </>
  );

const OutOf = ({ found }: Pick<Props, 'found'>) => {
  const cases = outOfCases(found);
  return cases.length === 0 ? null : (
    <>
      <dt>移自案卷</dt>
      <dd>
        {cases.map(({ case: from, lines }) => (
          <div key={from}>
            <p>
              <CaseName caseId={from} />
            </p>
            {lines.map((line) => (
              <p class="soft tiny" key={line}>
                {line}
              </p>
            ))}
          </div>
        ))}
      </dd>
    </>
  );
};

const Detached = ({ found, entries, say }: Props) =>
  found.detached.length === 0 ? null : (
    <>
      <dt>移出信息</dt>
      <dd>
        {found.detached.map((each) => (
          <div key={each.act}>
            <p>
              {detachedText(each, entries, say)}
              {each.case === null && `，${spoken(each.text)}`}
            </p>
            {each.case !== null && (
              <p>
                现在 <CaseName caseId={each.case} />
              </p>
            )}
            {each.to === 'board' && (
              <p>
                <a href={`/desk/items/${encodeURIComponent(each.feed)}/${encodeURIComponent(each.id)}`}>
                  看这条信息
                </a>
              </p>
            )}
          </div>
        ))}
      </dd>
    </>
  );

/** Which case is which: what was merged into this one, taken out of it, and when it was opened again. */
export const RearrangedFacts = (props: Props) => {
  const reopened = reopeningsOf(props.found, props.say);
  return (
    <>
      <TakenOver {...props} />
      <OutOf found={props.found} />
      <Detached {...props} />
      {reopened.length > 0 && (
        <>
          <dt>恢复办理</dt>
          <dd>
            {reopened.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </dd>
        </>
      )}
    </>
  );
};
