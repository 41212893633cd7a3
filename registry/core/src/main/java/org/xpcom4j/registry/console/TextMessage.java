package org.xpcom4j.registry.console;

import org.xpcom4j.interfaces.nsIConsoleMessage;

/** A text without anything more. */
record TextMessage(String text, long milliseconds) implements nsIConsoleMessage {

  @Override
  public long getLogLevel() {
    return info;
  }

  @Override
  public long getTimeStamp() {
    return milliseconds;
  }

  @Override
  public String getMessage() {
    return text;
  }

  @Override
  public String toString_() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
