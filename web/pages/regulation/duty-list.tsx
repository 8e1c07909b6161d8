import { shortNames } from '../../../shared/contracts/regulation-view/names.ts';
import type { DutyView } from '../../../shared/contracts/regulation-view/parts.ts';
import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { appliesTo } from '../../model/regulation/explain.ts';
import { shortLimit } from '../../model/regulation/groups.ts';
import { spoken } from '../../model/spoken.ts';
import { openSheet } from '../../parts/sheet.tsx';
import { DutySheet } from './duty-sheet.tsx';

const Line = ({ view, duty, hasLevels }: { view: RegulationView; duty: DutyView; hasLevels: boolean }) => {
  const { name, limit, responsible, receivers, clauses, levels, isOff } = duty;
  const cases = appliesTo(duty);
  const whose = `${shortNames([responsible])}${receivers.length === 0 ? '' : ` → ${shortNames(receivers)}`}`;
  const said = spoken(name);
  return (
    <li>
      <p>
        <b>{said}</b>
      </p>
      <p class="left">{spoken(shortLimit(limit))}</p>
      <p class="who">
        {spoken(whose)}
        {hasLevels && `，${levels.map(({ short }) => short).join('、')}`}
        {cases !== '' && (
          <>
            <br />
            适用：{cases}
          </>
        )}
        {isOff && (
          <>
            <br />
            按现在的设置不适用
          </>
        )}
      </p>
      <button
        type="button"
        class="ref due"
        aria-haspopup="dialog"
        onClick={() => openSheet(said, <DutySheet view={view} duty={duty} />)}
      >
        {spoken(clauses[0]?.short ?? '说明')}
        {clauses.length > 1 && '等'}
        <span class="hide">，{said}的依据和算法</span>
      </button>
    </li>
  );
};

/** Duties, each with its limit, whose it is, and where it stands. */
export const DutyList = ({
  view,
  duties,
  hasLevels = false,
}: {
  view: RegulationView;
  duties: readonly DutyView[];
  hasLevels?: boolean;
}) => (
  <ul class="axis pairs">
    {duties.map((duty, index) => (
      <Line key={`${duty.duty}${index}`} view={view} duty={duty} hasLevels={hasLevels} />
    ))}
  </ul>
);
