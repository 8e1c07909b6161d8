import { useEffect, useRef } from 'preact/hooks';
import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { config } from '../../api/config.ts';
import { spoken } from '../../model/spoken.ts';
import { loadPicture } from '../clocks/picture.ts';

/** As on the page of the clocks, with nothing lit; where it does not come, it can still be opened by itself. */
const Picture = ({ level, alt }: { level: string; alt: string }) => {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isGone = false;
    loadPicture(level).then(
      (picture) => {
        if (isGone || frame.current === null) return;
        picture.setAttribute('aria-label', alt);
        frame.current.textContent = '';
        frame.current.appendChild(picture);
      },
      () => {
        if (!isGone && frame.current !== null) frame.current.textContent = '流程图没有取到，请单独打开。';
      },
    );
    return () => {
      isGone = true;
    };
  }, [level]);
  return <div ref={frame} />;
};

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
            <Picture
              level={id}
              alt={`${spoken(name)}的流程：各项职责依次的提醒、时限和逾期，文字见制度页该级别的各项时限`}
            />
          </section>
        </figure>
      ))}
    </section>
  );
};
