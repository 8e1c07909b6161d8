package peer;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Flowable on an H2 file, and the one process that is a case: six timers at once. */
final class Bureau implements AutoCloseable {
  static final int TIMERS = 6;
  private static final Duration DAY = Duration.ofDays(1);
  final ProcessEngine engine;
  final Fired fired = new Fired();

  /** `writeDelay`: H2's, in milliseconds; 0 writes with each commit. `acquireMillis`: how often timers are looked for; 0: as Flowable does. */
  Bureau(String folder, int writeDelay, int acquireMillis, boolean runsTimers) {
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:file:" + folder + "/peer;WRITE_DELAY=" + writeDelay);
    configuration.setJdbcUsername("sa");
    configuration.setJdbcPassword("");
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setAsyncExecutorActivate(runsTimers);
    configuration.setBeans(Map.of("fired", fired));
    if (acquireMillis > 0) {
      configuration.setAsyncExecutorDefaultTimerJobAcquireWaitTime(acquireMillis);
      configuration.setAsyncExecutorDefaultAsyncJobAcquireWaitTime(acquireMillis);
    }
    engine = configuration.buildProcessEngine();
    engine.getRepositoryService().createDeployment().addClasspathResource("case.bpmn20.xml").enableDuplicateFiltering().name("case").deploy();
  }

  /** Opens a case: its first timer is due at an instant, the others are days away. */
  void open(String key, Instant firstAt) {
    Map<String, Object> variables = new HashMap<>();
    Instant now = Instant.now();
    for (int timer = 0; timer < TIMERS; timer++)
      variables.put("due" + timer, (timer == 0 ? firstAt : now.plus(DAY.multipliedBy(timer))).toString());
    engine.getRuntimeService().startProcessInstanceByKey("case", key, variables);
  }

  /** How many timers of a case are there; -1: the case is not. */
  long timersOf(String key) {
    var instance = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key).singleResult();
    if (instance == null) return -1;
    return engine.getManagementService().createTimerJobQuery().processInstanceId(instance.getId()).count();
  }

  @Override
  public void close() {
    engine.close();
  }
}
