package org.xpcom4j.registry.mozilla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.mozilla.XPCOMException;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

@DisplayName("the registry of JavaXPCOM programs")
@NullUnmarked // null arguments are part of it
class MozillaTest {

  private static final File ANYWHERE = new File("anywhere");

  private final Mozilla mozilla = Mozilla.getInstance();

  /** The one object of the process must not carry a test's registry into the next test. */
  @AfterEach
  void end() {
    try {
      mozilla.shutdownXPCOM(null);
    } catch (XPCOMInitializationException ended) {
      assertThrows(XPCOMInitializationException.class, mozilla::getServiceManager);
    }
  }

  private static void assertFails(long result, Executable call) {
    XPCOMException failure = assertThrows(XPCOMException.class, call);
    assertEquals(Nsresult.describe(result), Nsresult.describe(failure.errorcode));
  }

  @Test
  void runsAProgramThatWasWrittenTheOldWay() throws Exception {
    var program = new OldProgram();
    program.main();

    assertEquals(
        List.of("observed greeting hello", "bytes", "nobody", "no parts"), program.transcript);
  }

  @Test
  void canBeStartedAgainAfterItsEnd() throws Exception {
    new OldProgram().main();
    var again = new OldProgram();
    again.main();

    assertEquals(4, again.transcript.size());
  }

  @Test
  void refusesWhatComesBeforeInitializeOrAfterTheEnd() {
    assertThrows(XPCOMInitializationException.class, () -> mozilla.initXPCOM(ANYWHERE, null));
    assertThrows(XPCOMInitializationException.class, mozilla::getServiceManager);
    mozilla.initialize(ANYWHERE);
    assertThrows(XPCOMInitializationException.class, mozilla::getComponentManager);
    mozilla.initXPCOM(ANYWHERE, null);
    mozilla.shutdownXPCOM(null);
    assertThrows(XPCOMInitializationException.class, mozilla::getComponentRegistrar);
  }

  @Test
  void isStartedOnlyOnce() {
    mozilla.initialize(ANYWHERE);
    mozilla.initXPCOM(ANYWHERE, null);

    assertFails(Nsresult.NS_ERROR_ALREADY_INITIALIZED, () -> mozilla.initXPCOM(ANYWHERE, null));
  }

  @Test
  void isOneObjectWithThreeFaces() {
    mozilla.initialize(ANYWHERE);
    nsISupports manager = mozilla.initXPCOM(ANYWHERE, null);

    assertSame(manager, mozilla.getServiceManager());
    assertSame(manager, mozilla.getComponentManager());
    assertSame(manager, mozilla.getComponentRegistrar());
  }

  @Test
  void countsEmbeddings() {
    mozilla.initialize(ANYWHERE);
    assertFails(Nsresult.NS_ERROR_INVALID_ARG, () -> mozilla.initEmbedding(null, null, null));
    mozilla.initEmbedding(ANYWHERE, null, null);
    mozilla.initEmbedding(ANYWHERE, null, null);
    mozilla.termEmbedding();
    mozilla.getServiceManager();
    mozilla.termEmbedding();

    assertThrows(XPCOMInitializationException.class, mozilla::getServiceManager);
  }

  @Test
  void tellsOfTheProfileOnceAndOfItsEnd() {
    mozilla.initialize(ANYWHERE);
    mozilla.initEmbedding(ANYWHERE, null, null);
    var topics = new ArrayList<String>();
    nsIObserver noting = (subject, topic, data) -> topics.add(topic + " " + data);
    nsIObserverService observers =
        mozilla
            .getServiceManager()
            .getServiceByContractID("@mozilla.org/observer-service;1", nsIObserverService.class);
    for (String topic : List.of("profile-after-change", "profile-before-change")) {
      observers.addObserver(noting, topic, false);
    }

    mozilla.notifyProfile();
    mozilla.notifyProfile();
    mozilla.termEmbedding();

    assertEquals(
        List.of("profile-after-change startup", "profile-before-change shutdown-persist"), topics);
  }

  @Test
  void answersItsManagersWhileItEnds() {
    mozilla.initialize(ANYWHERE);
    mozilla.initXPCOM(ANYWHERE, null);
    var seen = new ArrayList<Boolean>();
    mozilla
        .getServiceManager()
        .getServiceByContractID("@mozilla.org/observer-service;1", nsIObserverService.class)
        .addObserver(
            (subject, topic, data) -> seen.add(subject == mozilla.getServiceManager()),
            "xpcom-shutdown",
            false);

    mozilla.shutdownXPCOM(null);
    assertEquals(List.of(true), seen);
  }

  @Test
  void saysWhatItDoesNotOffer() {
    for (Executable call :
        List.<Executable>of(
            () -> mozilla.newLocalFile("/", true),
            () -> mozilla.wrapJavaObject(this, nsISupports.NS_ISUPPORTS_IID),
            () -> mozilla.wrapXPCOMObject(1, nsISupports.NS_ISUPPORTS_IID),
            () -> mozilla.getNativeHandleFromAWT(this))) {
      assertFails(Nsresult.NS_ERROR_NOT_IMPLEMENTED, call);
    }
  }

  @Test
  void queriesAnObjectByTextAndAnswersNullForWhatItLacks() {
    nsIRunnable object = () -> {};

    assertSame(object, Mozilla.queryInterface(object, nsIRunnable.NS_IRUNNABLE_IID));
    assertNull(Mozilla.queryInterface(object, nsIObserver.NS_IOBSERVER_IID));
    assertFails(Nsresult.NS_ERROR_ILLEGAL_VALUE, () -> Mozilla.queryInterface(object, "no id"));
    assertFails(
        Nsresult.NS_ERROR_ILLEGAL_VALUE,
        () -> Mozilla.queryInterface(null, nsIRunnable.NS_IRUNNABLE_IID));
  }

  @Test
  void tellsTheIdOfAnInterface() {
    assertEquals(
        nsIRunnable.NS_IRUNNABLE_IID.toLowerCase(Locale.ROOT),
        Mozilla.getInterfaceIID(nsIRunnable.class));
    assertNull(Mozilla.getInterfaceIID(Runnable.class));
  }

  @Test
  void tellsAFolderInPlaceOfAGre() throws Exception {
    var properties = new Properties();

    assertTrue(Mozilla.getGREPathWithProperties(null, properties).isDirectory());
    assertEquals("1", properties.getProperty("javaxpcom"));
  }

  @Test
  void hasEveryResultCodeAsAConstant() throws Exception {
    List<Field> codes =
        Arrays.stream(Nsresult.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .toList();
    assertTrue(codes.size() > 100);
    for (Field code : codes) {
      assertEquals(code.get(null), IXPCOMError.class.getField(code.getName()).get(null));
    }
    assertEquals(codes.size(), IXPCOMError.class.getFields().length);
  }

  @Test
  void throwsWhatOldProgramsCatch() {
    XPCOMException old = new XPCOMException(Nsresult.NS_ERROR_FAILURE, "it broke");

    assertEquals("it broke  (0x80004005)", old.getMessage());
    assertEquals(Nsresult.NS_ERROR_FAILURE, new XPCOMException().errorcode);
    assertEquals(
        Nsresult.NS_ERROR_ABORT,
        assertInstanceOf(
                XPCOMException.class, new XpcomException(Nsresult.NS_ERROR_ABORT, "given up"))
            .errorcode);
  }

  @Test
  void comparesVersionsAsRangesDo() {
    var range = new GREVersionRange("1.9b3", true, "1.9.2", false);

    for (String inside : List.of("1.9b3", "1.9", "1.9.0", "1.9.1.99")) {
      assertTrue(range.check(inside), inside);
    }
    for (String outside : List.of("1.8.9", "1.9a9", "1.9.2", "1.9.2.0", "1.10", "2")) {
      assertFalse(range.check(outside), outside);
    }
  }
}
