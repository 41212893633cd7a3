package org.xpcom4j.contract.host.demo;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xpcom4j.contract.host.fixture.NoLeftovers;
import org.xpcom4j.contract.host.server.CertificateAuthority;

@DisplayName("The demonstration, step by step")
@Timeout(300)
@Tag("smoke")
class DemonstrationTest {
  @RegisterExtension final NoLeftovers noLeftovers = new NoLeftovers();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<Step> steps = new ArrayList<>();

  @Test
  void everyStepIsAsItShouldBe() throws IOException {
    boolean asItShouldBe = new Demonstration().run(steps::add);

    assertAll(
        () -> assertEquals(List.of(), steps.stream().flatMap(s -> s.unmet().stream()).toList()),
        () ->
            assertEquals(
                List.of(
                    "component",
                    "open",
                    "connection",
                    "text message",
                    "binary message",
                    "1 MiB message",
                    "empty message",
                    "close",
                    "afterwards"),
                steps.stream().map(Step::title).toList()),
        () -> assertTrue(asItShouldBe));
  }

  @Test
  void everyStepChecksSomething() throws IOException {
    new Demonstration().run(steps::add);

    assertEquals(List.of(), steps.stream().filter(step -> step.expectations().isEmpty()).toList());
  }

  @Test
  void itEndsAtTheConnectionWhenTheAuthorityIsNotTheTrustedOne() throws IOException {
    assertStoppedBecauseOf(
        "SEC_ERROR_UNKNOWN_ISSUER",
        new Demonstration(
            CertificateAuthority.create().issueForLoopback(),
            CertificateAuthority.create(),
            PATIENCE));
  }

  @Test
  void itEndsAtTheConnectionWhenTheCertificateIsForAnotherHost() throws IOException {
    CertificateAuthority authority = CertificateAuthority.create();
    assertStoppedBecauseOf(
        "SSL_ERROR_BAD_CERT_DOMAIN",
        new Demonstration(authority.issueFor("elsewhere.example"), authority, PATIENCE));
  }

  @Test
  void itEndsAtTheConnectionWhenTheCertificateHasExpired() throws IOException {
    CertificateAuthority authority = CertificateAuthority.create();
    assertStoppedBecauseOf(
        "SEC_ERROR_EXPIRED_CERTIFICATE",
        new Demonstration(authority.issueExpired(), authority, PATIENCE));
  }

  private void assertStoppedBecauseOf(String status, Demonstration demonstration)
      throws IOException {
    assertFalse(demonstration.run(steps::add));

    Step last = steps.get(steps.size() - 1);
    assertEquals("connection", last.title());
    assertEquals(
        "[onStart(context), onStop(context, " + status + ")]",
        last.unmet().stream()
            .filter(expectation -> expectation.claim().equals("listener calls"))
            .findFirst()
            .orElseThrow()
            .seen());
  }
}
