package peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** `work FOLDER DELAY ACQUIRE CASES DUE`, `open FOLDER DELAY` (until it is killed), `check FOLDER DELAY FILE` (of names, one a line). */
public final class Peer {
  private static final int WIDTH = 16;
  private static final int LEAD = 15_000;
  private static final int WITHIN = 60_000;
  private static final long FAR = 86_400;

  public static void main(String[] given) throws Exception {
    String folder = given[1];
    int delay = Integer.parseInt(given[2]);
    switch (given[0]) {
      case "work" -> work(folder, delay, Integer.parseInt(given[3]), Integer.parseInt(given[4]), Integer.parseInt(given[5]));
      case "open" -> open(folder, delay);
      case "check" -> check(folder, delay, Files.readAllLines(Path.of(given[3])));
      default -> throw new IllegalArgumentException(given[0]);
    }
    System.exit(0);
  }

  private static void work(String folder, int delay, int acquire, int cases, int due) throws Exception {
    try (Bureau bureau = new Bureau(folder, delay, acquire, true)) {
      long from = System.nanoTime();
      inTurns(cases - due, number -> bureau.open("c" + number, Instant.now().plusSeconds(FAR)));
      double seconds = (System.nanoTime() - from) / 1e9;
      print(cases - due + " cases of 6 timers opened", String.format("%.0f cases/s", (cases - due) / seconds));
      Instant first = Instant.now().plusMillis(LEAD);
      inTurns(due, number -> bureau.open("d" + number, first.plusMillis((long) number * WITHIN / due)));
      print("resident memory", resident() + " MB");
      while (bureau.fired.lags.size() < due && Instant.now().isBefore(first.plusMillis(3L * WITHIN))) Thread.sleep(100);
      List<Long> lags = bureau.fired.lags.stream().sorted().toList();
      print(
          due + " timers due within 60 s (" + lags.size() + " fired)",
          "p50 " + part(lags, 0.5) + " ms, p99 " + part(lags, 0.99) + " ms, max " + part(lags, 1) + " ms");
      print("resident memory at the end", resident() + " MB");
    }
  }

  private static void open(String folder, int delay) throws Exception {
    Bureau bureau = new Bureau(folder, delay, 0, true);
    inTurns(
        Integer.MAX_VALUE,
        number -> {
          bureau.open("k" + number, Instant.now().plusSeconds(FAR));
          System.out.println("k" + number);
        });
  }

  private static void check(String folder, int delay, List<String> names) {
    long from = System.nanoTime();
    try (Bureau bureau = new Bureau(folder, delay, 0, false)) {
      long back = (System.nanoTime() - from) / 1_000_000;
      List<Long> timers = names.stream().map(bureau::timersOf).toList();
      long whole = timers.stream().filter(count -> count == Bureau.TIMERS).count();
      long gone = timers.stream().filter(count -> count < 0).count();
      print(
          "kill -9 while opening",
          names.size() + " answered: " + whole + " whole, " + (names.size() - whole - gone) + " in part, " + gone + " gone; back in " + back + " ms");
    }
  }

  private static void inTurns(int count, IntConsumer job) throws InterruptedException {
    var threads = Executors.newFixedThreadPool(WIDTH);
    var next = new AtomicInteger();
    for (int worker = 0; worker < WIDTH; worker++)
      threads.submit(
          () -> {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) job.accept(number);
          });
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.HOURS);
  }

  /** The smallest value that so large a part (0–1) of the values does not exceed. */
  private static long part(List<Long> sorted, double part) {
    return sorted.isEmpty() ? -1 : sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * part) - 1));
  }

  /** Resident memory of this process in MB, as Linux counts it. */
  private static long resident() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status")))
      if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
    return -1;
  }

  private static void print(String what, String figure) throws RuntimeException {
    try {
      String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
      System.out.printf("%-44s %-56s load %s%n", what, figure, load);
    } catch (IOException error) {
      throw new RuntimeException(error);
    }
  }
}
