import type { ComponentChildren } from 'preact';
import { type Cell, COLUMNS, type Piece, type TableName } from '../../model/case/paper/piece.ts';

type Row = Extract<Piece, { kind: 'row' }>;
/** A piece with its number among all of them. */
interface Placed<Kind> {
  piece: Kind;
  index: number;
}

const Cells = ({ cells }: { cells: readonly Cell[] }) => (
  <>
    {cells.map(({ text, isBold, isTiny }) => (
      <div key={text} class={isTiny === true ? 'hash' : ''}>
        {isBold === true ? <b>{text}</b> : text}
      </div>
    ))}
  </>
);

const Table = ({ name, rows }: { name: TableName; rows: readonly Placed<Row>[] }) => (
  <table>
    <thead data-table={name}>
      <tr>
        {COLUMNS[name].map((column) => (
          <th scope="col" class={`w${column.width}`} key={column.name}>
            {column.name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ piece, index }) => (
        <tr key={index} data-piece={index}>
          {piece.cells.map((cells, column) => (
            <td key={COLUMNS[name][column]?.name}>
              <Cells cells={cells} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const TAGS = { title: 'h1', heading: 'h2', text: 'p' } as const;
const Single = ({ piece, index }: Placed<Exclude<Piece, Row>>) => {
  const Tag = TAGS[piece.kind];
  return (
    <div class="piece" data-piece={index}>
      <Tag>{piece.text}</Tag>
    </div>
  );
};

/** The rows of one table that follow each other from here on. */
const rowsFrom = (placed: readonly Placed<Piece>[], from: number): Placed<Row>[] => {
  const rows: Placed<Row>[] = [];
  for (const { piece, index } of placed.slice(from)) {
    if (piece.kind !== 'row' || (rows[0] !== undefined && rows[0].piece.table !== piece.table)) break;
    rows.push({ piece, index });
  }
  return rows;
};

/** Pieces in order; rows of one table stand in one. */
export const Pieces = ({ pieces, indices }: { pieces: readonly Piece[]; indices: readonly number[] }) => {
  const placed = indices.map((index) => ({ piece: pieces[index]!, index }));
  const shown: ComponentChildren[] = [];
  for (let at = 0; at < placed.length; ) {
    const { piece, index } = placed[at]!;
    if (piece.kind === 'row') {
      const rows = rowsFrom(placed, at);
      shown.push(<Table key={index} name={piece.table} rows={rows} />);
      at += rows.length;
    } else {
      shown.push(<Single key={index} piece={piece} index={index} />);
      at += 1;
    }
  }
  return <>{shown}</>;
};
