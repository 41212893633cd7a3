package org.xpcom4j.necko.channel;

/** The events of which there are many. */
final class MessageEvents {
  private MessageEvents() {}

  record Text(ListenerCalls listener, String message, int messageBytes) implements DeliveryEvent {
    @Override
    public void run() {
      listener.text(message);
    }
  }

  static final class Binary implements DeliveryEvent {
    private final ListenerCalls listener;
    private final byte[] message;

    Binary(ListenerCalls listener, byte[] message) {
      this.listener = listener;
      this.message = message;
    }

    @Override
    public void run() {
      listener.binary(message);
    }

    @Override
    public int messageBytes() {
      return message.length;
    }
  }

  record Acknowledge(ListenerCalls listener, int payloadBytes) implements DeliveryEvent {
    @Override
    public void run() {
      listener.acknowledge(payloadBytes);
    }
  }
}
