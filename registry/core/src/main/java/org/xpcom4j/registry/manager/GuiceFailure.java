package org.xpcom4j.registry.manager;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;

import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import java.util.Collection;
import java.util.stream.Collectors;
import org.xpcom4j.result.XpcomException;

/** Turns Guice's exceptions into ours, once, where Guice was called. */
public final class GuiceFailure {

  private static final int MOST = 3;

  private GuiceFailure() {}

  /** The wanted object exists in no binding, or its class cannot be injected. */
  static XpcomException of(String wanted, ConfigurationException failure) {
    return translate(NS_ERROR_FACTORY_NOT_REGISTERED, wanted, failure.getErrorMessages(), failure);
  }

  /** The wanted object, or something that it needs, threw while it was made. */
  static XpcomException of(String wanted, ProvisionException failure) {
    return translate(NS_ERROR_FAILURE, wanted, failure.getErrorMessages(), failure);
  }

  /** The classes of a plug-in cannot be injected. */
  static XpcomException of(String wanted, CreationException failure) {
    return translate(NS_ERROR_FACTORY_NOT_REGISTERED, wanted, failure.getErrorMessages(), failure);
  }

  /**
   * Translates what is wrong with a host's modules.
   *
   * @param failure what Guice says
   * @return {@code NS_ERROR_FAILURE}, or the nsresult of the {@code XpcomException} that led to it
   */
  public static XpcomException of(CreationException failure) {
    return translate(
        NS_ERROR_FAILURE,
        "an injector with the host's modules",
        failure.getErrorMessages(),
        failure);
  }

  private static XpcomException translate(
      long result, String wanted, Collection<Message> messages, RuntimeException failure) {
    String reasons =
        messages.stream()
            .limit(MOST)
            .map(message -> firstLine(message.getMessage()))
            .collect(Collectors.joining("\n  "));
    String more = messages.size() > MOST ? "\n  and " + (messages.size() - MOST) + " more" : "";
    return new XpcomException(
        resultOf(failure, result),
        "Guice cannot make " + wanted + "\n  " + reasons + more,
        failure);
  }

  /** An nsresult from further in says more than a general one. */
  private static long resultOf(Throwable failure, long otherwise) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof XpcomException known) {
        return known.result();
      }
    }
    return otherwise;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
