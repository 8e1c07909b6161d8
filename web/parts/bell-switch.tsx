import { isBellOn, setBell } from '../api/bell.ts';

/** 有新待办时响铃: only where somebody wants it. */
export const BellSwitch = () => (
  <p class="line gap">
    <span class="grow" id="bell">
      有新待办时响铃{isBellOn.value ? '：已打开' : ''}
    </span>
    <button
      type="button"
      class="btn quiet"
      aria-pressed={isBellOn.value}
      aria-describedby="bell"
      onClick={() => setBell(!isBellOn.peek())}
    >
      {isBellOn.value ? '关闭' : '打开'}
    </button>
  </p>
);
