import type { ActsReply } from '../../../shared/contracts/replies/acts.ts';
import { actPath } from '../../model/duties/act-label.ts';
import { spoken } from '../../model/spoken.ts';

interface Props {
  caseId: string;
  acts: ActsReply['acts'];
  onChosen: () => void;
}
/** Everything that the reader may do to the case now, and, with the reason, what he may not. */
export const Acts = ({ caseId, acts, onChosen }: Props) => {
  const able = acts.filter(({ may }) => may);
  const unable = acts.filter(({ may }) => !may);
  return (
    <>
      {able.length === 0 && <p class="soft">现在没有您可以办理的事项。</p>}
      <ul>
        {able.map(({ type, name }) => (
          <li class="row" key={type}>
            <a class="line" href={actPath(caseId, { type, carries: {} }, false)} onClick={onChosen}>
              {spoken(name)}
            </a>
          </li>
        ))}
      </ul>
      {unable.length > 0 && (
        <details>
          <summary>现在不能办理的{unable.length}项</summary>
          <ul>
            {unable.map(({ type, name, reason }) => (
              <li class="row soft" key={type}>
                <p>{spoken(name)}</p>
                <p class="tiny">{reason === null ? '' : spoken(reason)}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};
