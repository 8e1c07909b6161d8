import { type Axis, type Bar, percent, placeOf, positionOf, stepText } from '../../model/case/axis.ts';

const anchorOf = (index: number, last: number): 'start' | 'middle' | 'end' => {
  if (index === 0) return 'start';
  return index === last ? 'end' : 'middle';
};

/** The figures above the bars. */
export const Scale = ({ axis }: { axis: Axis }) => {
  const last = axis.steps.length - 1;
  return (
    <svg class="bars ticks" aria-hidden="true" focusable="false">
      {axis.steps.map((step, index) => (
        <text
          key={step}
          class={index === last - 1 && stepText(step).length > 1 ? 'tight' : ''}
          x={percent((index / last) * 100)}
          y="14"
          text-anchor={anchorOf(index, last)}
        >
          {stepText(step)}
        </text>
      ))}
    </svg>
  );
};

interface Props {
  axis: Axis;
  bars: readonly Bar[];
  /** The limit; null: there is no number. */
  due: number | null;
  now: number;
}
/** One duty upon the axis; the words beside it say all of it. */
export const Bars = ({ axis, bars, due, now }: Props) => {
  const last = axis.steps.length - 1;
  const at = percent(positionOf(axis, now));
  return (
    <svg class="bars" aria-hidden="true" focusable="false">
      {axis.steps.map((step, index) => {
        const x = percent((index / last) * 100);
        return <line key={step} class="grid" x1={x} x2={x} y1="0" y2="100%" />;
      })}
      {bars.map((bar) => {
        const { x, width } = placeOf(axis, bar);
        return (
          <rect key={bar.kind} class={bar.kind} x={percent(x)} width={percent(width)} y="4" height="10" />
        );
      })}
      {due !== null && (
        <line
          class="due"
          x1={percent(positionOf(axis, due))}
          x2={percent(positionOf(axis, due))}
          y1="1"
          y2="17"
        />
      )}
      <line class="now" x1={at} x2={at} y1="0" y2="100%" />
    </svg>
  );
};
