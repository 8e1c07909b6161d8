/** 看其余18条; nothing where there is no more. */
export const Rest = ({ count, onMore }: { count: number; onMore: () => void }) =>
  count > 0 ? (
    <button type="button" class="btn quiet" onClick={onMore}>
      看其余{count}条
    </button>
  ) : null;
