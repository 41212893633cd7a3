package org.xpcom4j.necko.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.interfaces.nsISupports;

/** An observer service that remembers what it was told, and calls observers on the caller. */
final class FakeObservers implements nsIObserverService {
  private final Map<String, List<nsIObserver>> byTopic = new TreeMap<>();
  private final List<String> topics = new ArrayList<>();
  private final List<nsISupports> subjects = new ArrayList<>();

  @Override
  public void addObserver(nsIObserver anObserver, String aTopic, boolean ownsWeak) {
    byTopic.computeIfAbsent(aTopic, topic -> new ArrayList<>()).add(anObserver);
  }

  @Override
  public void removeObserver(nsIObserver anObserver, String aTopic) {
    byTopic.getOrDefault(aTopic, List.of()).remove(anObserver);
  }

  @Override
  public void notifyObservers(nsISupports aSubject, String aTopic, @Nullable String someData) {
    topics.add(someData == null ? aTopic : aTopic + " " + someData);
    subjects.add(aSubject);
    for (nsIObserver observer : List.copyOf(byTopic.getOrDefault(aTopic, List.of()))) {
      observer.observe(aSubject, aTopic, someData);
    }
  }

  @Override
  public nsISimpleEnumerator enumerateObservers(String aTopic) {
    throw new UnsupportedOperationException();
  }

  List<String> topics() {
    return topics;
  }

  List<nsISupports> subjects() {
    return subjects;
  }
}
