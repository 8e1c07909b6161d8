import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { casePath } from '../../model/duties/act-label.ts';
import { spoken } from '../../model/spoken.ts';
import { LevelTag } from '../level-tag.tsx';
import { isWide } from '../wide.ts';

/** Who assigned it, who handles it, and how it stands. */
const standing = (found: CaseReply): string =>
  [
    ...found.sources.slice(0, 1).map(({ name }) => spoken(name)),
    found.unit === null ? '尚未转办' : `${spoken(found.unit.name)}承办`,
    ...(found.jointUnits.length === 0
      ? []
      : [`${found.jointUnits.map(({ name }) => spoken(name)).join('、')}会办`]),
    ...(found.lead === null ? [] : [`${spoken(found.lead.name)}牵头`]),
    ...(found.state === 'open' ? [] : [spoken(found.stateText)]),
    ...(found.gradedLate ? ['定级晚于本局目标时间'] : []),
  ].join('，');

/** Which case it is: level, number, title, who handles it. */
export const Head = ({ found, isBeside }: { found: CaseReply; isBeside: boolean }) => {
  const { handlingLevel, warningLevel, provisional, title } = found;
  return (
    <header class="pane">
      <p class="line top">
        <LevelTag level={warningLevel} isGuess={provisional} />
        <span class="soft grow">
          {found.case}
          {handlingLevel.id !== warningLevel.id && `，参照${handlingLevel.short}处置`}
        </span>
        {isWide.value && (
          <a class="btn quiet" href={`${casePath(found.case)}/print`}>
            打印案卷
          </a>
        )}
      </p>
      {isBeside ? <h2 class="h1">{title}</h2> : <h1>{title}</h1>}
      <p class="soft small">{standing(found)}</p>
      {found.flags.length > 0 && (
        <p class="warn small">{found.flags.map(({ name }) => spoken(name)).join('，')}</p>
      )}
    </header>
  );
};
