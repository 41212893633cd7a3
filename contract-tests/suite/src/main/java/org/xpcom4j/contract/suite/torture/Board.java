package org.xpcom4j.contract.suite.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which cases a client has come for, and how they ended. Thread-safe. */
final class Board {
  private final List<TortureCase> cases;
  private final Map<String, CaseResult> results = new HashMap<>();
  private int handedOut;
  private int playing;
  private boolean isFinished;
  private String subject = "";
  private long lastSign = System.nanoTime();

  Board(List<TortureCase> cases) {
    this.cases = List.copyOf(cases);
  }

  int count() {
    return cases.size();
  }

  /** Finds a case by its number, from 1, or its id. */
  Optional<TortureCase> find(String name) {
    if (name.matches("\\d{1,6}")) {
      int number = Integer.parseInt(name);
      return number >= 1 && number <= cases.size()
          ? Optional.of(cases.get(number - 1))
          : Optional.empty();
    }
    return cases.stream().filter(torture -> torture.id().equals(name)).findFirst();
  }

  /** Hands the next case out; empty when all were handed out. */
  synchronized Optional<TortureCase> next() {
    return handedOut < cases.size() ? Optional.of(cases.get(handedOut++)) : Optional.empty();
  }

  /** The client says who it is; the last word counts. */
  synchronized void named(String name) {
    subject = name;
  }

  synchronized void begins() {
    playing++;
    sign();
  }

  synchronized void ends() {
    playing--;
    sign();
  }

  synchronized void add(CaseResult result) {
    results.put(result.played().id(), result);
  }

  /** The client wants no more. */
  synchronized void finish() {
    isFinished = true;
    sign();
  }

  private synchronized void sign() {
    lastSign = System.nanoTime();
    notifyAll();
  }

  /** Waits until all is played, the client has said so, or nobody has come for so long. */
  synchronized void awaitEnd(Duration idle) throws InterruptedException {
    while (playing > 0 || !(isFinished || results.size() == cases.size())) {
      long rest = idle.toNanos() - (System.nanoTime() - lastSign);
      if (playing > 0) {
        wait();
      } else if (rest <= 0) {
        return;
      } else {
        wait(rest / 1_000_000 + 1);
      }
    }
  }

  synchronized String subject() {
    return subject;
  }

  /** The results, in the order of the cases. */
  synchronized List<CaseResult> results() {
    List<CaseResult> sorted = new ArrayList<>();
    for (TortureCase torture : cases) {
      CaseResult result = results.get(torture.id());
      if (result != null) {
        sorted.add(result);
      }
    }
    return sorted;
  }

  /** The cases without a result. */
  synchronized List<TortureCase> missed() {
    return cases.stream().filter(torture -> !results.containsKey(torture.id())).toList();
  }
}
