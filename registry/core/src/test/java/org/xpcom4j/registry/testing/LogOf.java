package org.xpcom4j.registry.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Keeps what one class logs during a test. */
public final class LogOf implements BeforeEachCallback, AfterEachCallback {

  private final Logger logger;
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
  private @Nullable Level before;

  /**
   * Listens to the logger of a class.
   *
   * @param type the class
   */
  public LogOf(Class<?> type) {
    logger = (Logger) LoggerFactory.getLogger(type);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    before = logger.getLevel();
    appender.start();
    logger.addAppender(appender);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    logger.detachAppender(appender);
    logger.setLevel(before);
  }

  /**
   * Changes what is logged during the test.
   *
   * @param level the least level that is logged
   */
  public void setLevel(Level level) {
    logger.setLevel(level);
  }

  /**
   * Returns what was logged so far.
   *
   * @return level, message, and the message of the failure that came with it
   */
  public List<String> lines() {
    return List.copyOf(appender.list).stream().map(LogOf::line).toList();
  }

  private static String line(ILoggingEvent event) {
    String failure =
        event.getThrowableProxy() == null ? "" : " / " + event.getThrowableProxy().getMessage();
    return event.getLevel() + " " + event.getFormattedMessage() + failure;
  }
}
