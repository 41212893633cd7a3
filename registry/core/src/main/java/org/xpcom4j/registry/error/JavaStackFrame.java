package org.xpcom4j.registry.error;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIStackFrame;

/** One call on a Java stack, and through it the whole stack. Immutable. */
final class JavaStackFrame implements nsIStackFrame {

  private static final int UNKNOWN_LANGUAGE = 0; // nsIProgrammingLanguage has no number for Java

  private final StackTraceElement[] stack;
  private final int depth;

  private JavaStackFrame(StackTraceElement[] stack, int depth) {
    this.stack = stack;
    this.depth = depth;
  }

  /** Makes the innermost frame of a stack; null for an empty one, which some exceptions have. */
  static @Nullable JavaStackFrame innermost(StackTraceElement[] stack) {
    return stack.length == 0 ? null : new JavaStackFrame(stack.clone(), 0);
  }

  private StackTraceElement call() {
    return stack[depth];
  }

  @Override
  public long getLanguage() {
    return UNKNOWN_LANGUAGE;
  }

  @Override
  public String getLanguageName() {
    return "Java";
  }

  @Override
  public String getFilename() {
    String file = call().getFileName();
    return file == null ? "" : file;
  }

  @Override
  public String getName() {
    return call().getClassName() + "." + call().getMethodName();
  }

  @Override
  public int getLineNumber() {
    return Math.max(0, call().getLineNumber());
  }

  @Override
  public int getColumnNumber() {
    return 0;
  }

  @Override
  public String getSourceLine() {
    return "";
  }

  @Override
  public String getAsyncCause() {
    return "";
  }

  @Override
  public @Nullable nsIStackFrame getAsyncCaller() {
    return null;
  }

  @Override
  public @Nullable nsIStackFrame getCaller() {
    return depth + 1 == stack.length ? null : new JavaStackFrame(stack, depth + 1);
  }

  @Override
  public String getFormattedStack() {
    return Arrays.stream(stack, depth, stack.length)
        .map(StackTraceElement::toString)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public Object getNativeSavedFrame() {
    return call();
  }

  @Override
  public String toString_() {
    return "Java frame :: " + getFilename() + " :: " + getName() + " :: line " + getLineNumber();
  }

  @Override
  public String toString() {
    return toString_();
  }
}
