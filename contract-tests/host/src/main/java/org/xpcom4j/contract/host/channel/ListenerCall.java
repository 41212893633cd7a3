package org.xpcom4j.contract.host.channel;

import java.util.List;

/**
 * One call that a listener received.
 *
 * @param method the method's name
 * @param arguments the arguments as a reader should see them
 * @param thread the name of the calling thread
 */
public record ListenerCall(String method, List<String> arguments, String thread) {
  /**
   * Copies the arguments.
   *
   * @param method the method's name
   * @param arguments the arguments as a reader should see them
   * @param thread the name of the calling thread
   */
  public ListenerCall {
    arguments = List.copyOf(arguments);
  }

  /**
   * Shows the call as it would stand in code.
   *
   * @return such as {@code onStop(context, NS_OK)}
   */
  public String text() {
    return method + "(" + String.join(", ", arguments) + ")";
  }
}
