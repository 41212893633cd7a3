package org.xpcom4j.necko.loadgroup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIRequest;
import org.xpcom4j.interfaces.nsIRequestObserver;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.result.Nsresult;

/** An observer that writes what it hears into a shared list. */
final class FakeObserver implements nsIRequestObserver {
  private final List<String> events;
  private @Nullable RuntimeException failure;

  FakeObserver(List<String> events) {
    this.events = events;
  }

  void failWith(RuntimeException reason) {
    failure = reason;
  }

  @Override
  public void onStartRequest(nsIRequest aRequest, @Nullable nsISupports aContext) {
    note("start " + aRequest.getName() + suffix(aContext));
  }

  @Override
  public void onStopRequest(nsIRequest aRequest, @Nullable nsISupports aContext, long aStatusCode) {
    note("stop " + aRequest.getName() + suffix(aContext) + " " + Nsresult.nameOf(aStatusCode));
  }

  private void note(String event) {
    events.add(event);
    if (failure != null) {
      throw failure;
    }
  }

  private static String suffix(@Nullable nsISupports context) {
    return context == null ? "" : " in context";
  }
}
