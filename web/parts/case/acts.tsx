import { useEffect } from 'preact/hooks';
import type { ActsReply } from '../../../shared/contracts/replies/acts.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { forms, loadForms } from '../../api/forms.ts';
import { actGroupsOf, actName } from '../../model/case/acts.ts';
import { actPath } from '../../model/duties/act-label.ts';
import { spoken } from '../../model/spoken.ts';

interface Props {
  found: CaseReply;
  acts: ActsReply['acts'];
  onChosen: () => void;
}
/** Everything that the reader may do to the case now, by kinds, and, with the reason, what he may not. */
export const Acts = ({ found, acts, onChosen }: Props) => {
  useEffect(() => {
    loadForms();
  }, []);
  const names = Object.fromEntries(found.duties.map(({ duty, name }) => [duty, name]));
  const groups = actGroupsOf(acts, names, forms.value?.commands);
  const unable = acts.filter(({ may }) => !may);
  return (
    <>
      {groups.length === 0 && <p class="soft">现在没有你可以办理的事项。</p>}
      {groups.map(({ title, acts: inside }) => (
        <section class="gap" key={title}>
          <h3>{title}</h3>
          <ul>
            {inside.map(({ type, name, about }) => (
              <li class="row" key={type}>
                <a class="line" href={actPath(found.case, { type, carries: {} }, false)} onClick={onChosen}>
                  {name}
                </a>
                {about !== '' && <p class="soft tiny">{about}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {unable.length > 0 && (
        <details>
          <summary>现在不能办理的{unable.length}项</summary>
          <ul>
            {unable.map(({ reason, ...act }) => (
              <li class="row soft" key={act.type}>
                <p>{actName(act, forms.value?.commands)}</p>
                <p class="tiny">{reason === null ? '' : spoken(reason)}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};
