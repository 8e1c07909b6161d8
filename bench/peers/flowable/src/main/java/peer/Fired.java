package peer;

import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.flowable.common.engine.impl.cfg.TransactionState;
import org.flowable.common.engine.impl.context.Context;

/** How long after its due instant what a timer did was committed, in milliseconds. */
public final class Fired {
  final Queue<Long> lags = new ConcurrentLinkedQueue<>();

  public void record(String due) {
    Context.getTransactionContext()
        .addTransactionListener(
            TransactionState.COMMITTED,
            command -> lags.add(System.currentTimeMillis() - Instant.parse(due).toEpochMilli()));
  }
}
