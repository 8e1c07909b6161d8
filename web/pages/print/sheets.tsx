import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { cutTooTall } from '../../model/case/paper/cut.ts';
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

/** The numbers of the pages on which something lies below the type area: it would be lost in print. */
const overrun = (sheets: HTMLElement): number[] =>
  Array.from(sheets.querySelectorAll('article.paper')).flatMap((paper, index) => {
    const { height, paddingBottom } = getComputedStyle(paper);
    const box = paper.getBoundingClientRect();
    // On a phone the sheet is shown smaller than it is.
    const scale = box.height / Number.parseFloat(height);
    const end = box.bottom - Number.parseFloat(paddingBottom) * scale;
    const parts = Array.from(paper.children).filter((part) => !part.classList.contains('folio'));
    return parts.some((part) => part.getBoundingClientRect().bottom > end + scale) ? [index + 1] : [];
  });

interface Layout {
  /** What it is the layout of. */
  of: readonly Piece[];
  /** The same, cut so that each fits on a page. */
  pieces: readonly Piece[];
  /** Undefined: they have not been measured since they were cut last. */
  pages: number[][] | undefined;
}
/** Measures, cuts what is too tall, and measures again until all fits. */
const useLayout = (of: readonly Piece[]) => {
  const trial = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const [last, setLast] = useState<Layout>({ of, pieces: of, pages: undefined });
  const layout = last.of === of ? last : { of, pieces: of, pages: undefined };
  const { pieces } = layout;
  useLayoutEffect(() => {
    if (trial.current === null) return;
    const measured = measure(trial.current, pieces);
    const capacity = heightOf(room.current);
    const cut = cutTooTall(pieces, measured, capacity);
    const pages = cut.length > pieces.length ? undefined : paginate(measured, capacity);
    setLast({ of, pieces: pages === undefined ? cut : pieces, pages });
  }, [pieces]);
  return { ...layout, trial, room };
};

interface Props {
  bureau: string;
  pieces: readonly Piece[];
  /** Told how many pages there are, itself among them. */
  cover: (pages: number) => Cover;
  /** Told when all is laid out: the numbers of the pages that do not hold what stands on them. */
  onLaidOut: (over: number[]) => void;
}
/** Fixed pages of A4: what fits on each is measured, so that nothing is cut off and every page has its number. */
export const Sheets = ({ bureau, pieces: given, cover, onLaidOut }: Props) => {
  const { pieces, pages, trial, room } = useLayout(given);
  const sheets = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (pages !== undefined && sheets.current !== null) onLaidOut(overrun(sheets.current));
  }, [pages]);
  return (
    <>
      <div class="trial" aria-hidden="true">
        <div class="room" ref={room} />
        <div class="paper" ref={trial}>
          <Pieces pieces={pieces} indices={pieces.map((_, index) => index)} />
        </div>
      </div>
      <div ref={sheets}>
        <CoverSheet bureau={bureau} cover={cover((pages ?? []).length + 1)} />
        {(pages ?? []).map((indices, index) => (
          <article class="paper" key={indices[0]} aria-label={`第${index + 2}页`}>
            <Pieces pieces={pieces} indices={indices} />
            <Folio number={index + 2} />
          </article>
        ))}
      </div>
    </>
  );
};
