package org.xpcom4j.idl.semantic;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xpcom4j.idl.testing.Checks;

/** What is said about IDL, word for word: the text files are the specification. */
@DisplayName("Every check, its place and its message")
class ChecksTest {
  @TestFactory
  Stream<DynamicTest> whatIsAccepted() {
    return Checks.in("accepted");
  }

  @TestFactory
  Stream<DynamicTest> syntax() {
    return Checks.in("syntax");
  }

  @TestFactory
  Stream<DynamicTest> names() {
    return Checks.in("names");
  }

  @TestFactory
  Stream<DynamicTest> interfaces() {
    return Checks.in("interfaces");
  }

  @TestFactory
  Stream<DynamicTest> constants() {
    return Checks.in("constants");
  }

  @TestFactory
  Stream<DynamicTest> membersAndNativeTypes() {
    return Checks.in("members");
  }
}
