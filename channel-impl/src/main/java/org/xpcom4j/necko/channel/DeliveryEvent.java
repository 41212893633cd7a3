package org.xpcom4j.necko.channel;

/** One thing to do on the thread that hears the listener's calls. */
@FunctionalInterface
interface DeliveryEvent {
  void run();

  /** The payload of the message that this event brings, or -1 when it brings none. */
  default int messageBytes() {
    return -1;
  }
}
