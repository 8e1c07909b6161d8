import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { config } from '../../api/config.ts';
import { spoken } from '../../model/spoken.ts';

/** How a case of each level runs, as pictures; a bureau has one of each level that has a clock. */
export const Pictures = ({ view }: { view: RegulationView }) => {
  const { pictures } = config().files;
  const levels = view.scales.flatMap((scale) => scale.levels).filter(({ id }) => pictures[id] !== undefined);
  return (
    <section class="sect">
      {levels.map(({ id, name }) => (
        <figure class="gap" key={id}>
          <figcaption>
            <b>{spoken(name)}</b>{' '}
            <a class="ref" href={pictures[id]} target="_blank" rel="noopener">
              单独打开<span class="hide">{spoken(name)}的流程图</span>
            </a>
          </figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
          <section class="scroll" tabIndex={0} aria-label={`${spoken(name)}的流程图，可左右滚动`}>
            <img
              class="flow"
              src={pictures[id]}
              alt={`${spoken(name)}的流程：各项职责依次的提醒、时限和逾期，文字见制度页该级别的各项时限`}
            />
          </section>
        </figure>
      ))}
    </section>
  );
};
