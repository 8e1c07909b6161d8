import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Cover } from '../../model/case/paper/file.ts';
import { type Measured, paginate } from '../../model/case/paper/paginate.ts';
import type { Piece } from '../../model/case/paper/piece.ts';
import { Pieces } from './pieces.tsx';

const heightOf = (element: Element | null): number => element?.getBoundingClientRect().height ?? 0;

/** How tall each piece is where it is laid out as on a page. */
const measure = (place: HTMLElement, pieces: readonly Piece[]): Measured[] => {
  const heights = new Map<string, number>();
  const learn = (selector: string, name: 'table' | 'piece'): void => {
    for (const element of Array.from(place.querySelectorAll<HTMLElement>(selector)))
      heights.set(`${name}/${element.dataset[name]}`, heightOf(element));
  };
  learn('[data-table]', 'table');
  learn('[data-piece]', 'piece');
  return pieces.map((piece, index) => {
    const table = piece.kind === 'row' ? piece.table : undefined;
    return {
      height: heights.get(`piece/${index}`) ?? 0,
      isTitle: piece.kind === 'title',
      isHeading: piece.kind === 'heading',
      table,
      head: heights.get(`table/${table}`) ?? 0,
    };
  });
};

const Folio = ({ number }: { number: number }) => (
  <p class={`folio${number % 2 === 0 ? ' even' : ''}`}>— {number} —</p>
);

const CoverSheet = ({ bureau, cover }: { bureau: string; cover: Cover }) => (
  <article class="paper" aria-label="案卷封面">
    <p class="mid">{bureau}</p>
    <h1 class="big">{cover.title}</h1>
    <dl class="facts">
      {cover.facts.map(({ name, text }) => (
        <>
          <dt key={name}>{name}</dt>
          <dd>{text === '' ? '\u00a0' : text}</dd>
        </>
      ))}
    </dl>
    <p class="flush gap">{cover.foot}</p>
  </article>
);

interface Props {
  bureau: string;
  pieces: readonly Piece[];
  /** Told how many pages there are, itself among them. */
  cover: (pages: number) => Cover;
}
/** Fixed pages of A4: what fits on each is measured, so that nothing is cut and every page has its number. */
export const Sheets = ({ bureau, pieces, cover }: Props) => {
  const trial = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<number[][]>([]);
  useLayoutEffect(() => {
    if (trial.current !== null) setPages(paginate(measure(trial.current, pieces), heightOf(room.current)));
  }, [pieces]);
  return (
    <>
      <div class="trial" aria-hidden="true">
        <div class="room" ref={room} />
        <div class="paper" ref={trial}>
          <Pieces pieces={pieces} indices={pieces.map((_, index) => index)} />
        </div>
      </div>
      <CoverSheet bureau={bureau} cover={cover(pages.length + 1)} />
      {pages.map((indices, index) => (
        <article class="paper" key={indices[0]} aria-label={`第${index + 2}页`}>
          <Pieces pieces={pieces} indices={indices} />
          <Folio number={index + 2} />
        </article>
      ))}
    </>
  );
};
