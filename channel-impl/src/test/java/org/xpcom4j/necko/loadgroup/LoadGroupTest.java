package org.xpcom4j.necko.loadgroup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.interfaces.nsIRequest.INHIBIT_CACHING;
import static org.xpcom4j.interfaces.nsIRequest.LOAD_ANONYMOUS;
import static org.xpcom4j.interfaces.nsIRequest.LOAD_BACKGROUND;
import static org.xpcom4j.interfaces.nsIRequest.LOAD_BYPASS_CACHE;
import static org.xpcom4j.result.Nsresult.NS_BINDING_ABORTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;
import static org.xpcom4j.result.Nsresult.NS_OK;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsILoadGroup;
import org.xpcom4j.interfaces.nsIRequest;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.result.XpcomException;

@DisplayName("load group")
class LoadGroupTest {
  private final List<String> events = new ArrayList<>();
  private final LoadGroup group = new LoadGroup();
  private final FakeObserver observer = new FakeObserver(events);
  private final FakeRequest page = new FakeRequest("page", events);
  private final FakeRequest image = new FakeRequest("image", events);
  private final FakeRequest socket = FakeRequest.background("socket", events);

  @BeforeEach
  void observe() {
    group.setGroupObserver(observer);
  }

  @Nested
  class Members {
    @Test
    void areListedInTheOrderInWhichTheyCame() {
      addAll();
      assertArrayEquals(new Object[] {page, socket, image}, requests().toArray());
    }

    @Test
    void areListedAsTheyWereAtThatMoment() {
      addAll();
      nsISimpleEnumerator enumerator = group.getRequests();
      group.removeRequest(page, null, NS_OK);
      assertTrue(enumerator.hasMoreElements());
      assertSame(page, enumerator.getNext());
    }

    @Test
    void areCountedAndReportedUnlessTheyAreBackground() {
      addAll();
      assertEquals(2, group.getActiveCount());
      assertTrue(group.isPending());
      group.removeRequest(socket, null, NS_OK);
      group.removeRequest(page, anyContext(), NS_BINDING_ABORTED);
      group.removeRequest(image, null, NS_OK);
      assertEquals(0, group.getActiveCount());
      assertFalse(group.isPending());
      assertEquals(
          List.of(
              "start page",
              "start image",
              "stop page in context NS_BINDING_ABORTED",
              "stop image NS_OK"),
          events);
    }

    @Test
    void thatBecomeBackgroundKeepTheirStanding() {
      group.addRequest(page, null);
      page.setLoadFlags(LOAD_BACKGROUND);
      group.removeRequest(page, null, NS_OK);
      assertEquals(0, group.getActiveCount());
      assertEquals(List.of("start page", "flags page 1", "stop page NS_OK"), events);
    }

    @Test
    void cannotEnterTwice() {
      group.addRequest(page, null);
      assertRefused(NS_ERROR_UNEXPECTED, () -> group.addRequest(page, null));
      assertEquals(1, group.getActiveCount());
    }

    @Test
    void mustBeThereToLeave() {
      assertRefused(NS_ERROR_FAILURE, () -> group.removeRequest(page, null, NS_OK));
    }

    @Test
    void areNeverNull() {
      assertRefused(NS_ERROR_ILLEGAL_VALUE, () -> group.addRequest(null, null));
      assertRefused(NS_ERROR_ILLEGAL_VALUE, () -> group.removeRequest(null, null, NS_OK));
    }

    @Test
    void whoseFlagsCannotBeReadStayOutside() {
      page.failing(new XpcomException(NS_ERROR_NOT_AVAILABLE, "no flags"));
      assertRefused(NS_ERROR_NOT_AVAILABLE, () -> group.addRequest(page, null));
      assertEquals(List.of(), requests());
    }

    @Test
    void haveAnEndInTheirEnumerator() {
      assertFalse(group.getRequests().hasMoreElements());
      assertRefused(NS_ERROR_UNEXPECTED, () -> group.getRequests().getNext());
    }
  }

  @Nested
  class Observers {
    @Test
    void thatRefuseAStartKeepTheRequestOutInSilence() {
      observer.failWith(new IllegalStateException("not this one"));
      group.addRequest(page, null);
      assertEquals(List.of(), requests());
      assertEquals(0, group.getActiveCount());
    }

    @Test
    void thatFailAtAStopFailTheRemovalWhichHasHappened() {
      group.addRequest(page, null);
      observer.failWith(new XpcomException(NS_ERROR_NOT_AVAILABLE, "no"));
      assertRefused(NS_ERROR_NOT_AVAILABLE, () -> group.removeRequest(page, null, NS_OK));
      assertEquals(List.of(), requests());
    }

    @Test
    void canBeTakenAway() {
      assertSame(observer, group.getGroupObserver());
      group.setGroupObserver(null);
      assertNull(group.getGroupObserver());
      group.addRequest(page, null);
      assertEquals(List.of(), events);
    }
  }

  @Nested
  class Flags {
    @Test
    void ofTheDefaultKindReachEveryRequestAndAreWrittenOnlyWhenTheyChange() {
      group.setDefaultLoadFlags(LOAD_ANONYMOUS);
      page.setLoadFlags(LOAD_ANONYMOUS | INHIBIT_CACHING);
      events.clear();
      group.addRequest(page, null);
      group.addRequest(image, null);
      assertEquals(List.of("start page", "flags image 16384", "start image"), events);
    }

    @Test
    void ofTheGroupReachAllButTheDefaultRequestAndOnlyThoseAboutCachesAndBackground() {
      page.setLoadFlags(LOAD_BACKGROUND | LOAD_BYPASS_CACHE | INHIBIT_CACHING | 1 << 16);
      group.setDefaultLoadRequest(page);
      assertEquals(LOAD_BACKGROUND | LOAD_BYPASS_CACHE | INHIBIT_CACHING, group.getLoadFlags());
      group.addRequest(page, null);
      group.addRequest(image, null);
      assertEquals(LOAD_BACKGROUND | LOAD_BYPASS_CACHE, image.getLoadFlags());
      assertEquals(0, group.getActiveCount());
    }

    @Test
    void ofTheGroupReachNobodyWithoutADefaultRequest() {
      group.setLoadFlags(LOAD_BYPASS_CACHE);
      group.addRequest(image, null);
      assertEquals(0, image.getLoadFlags());
    }

    @Test
    void stayWhenTheDefaultRequestGoes() {
      page.setLoadFlags(LOAD_BYPASS_CACHE);
      group.setDefaultLoadRequest(page);
      group.setDefaultLoadRequest(null);
      assertEquals(LOAD_BYPASS_CACHE, group.getLoadFlags());
    }
  }

  @Nested
  class DefaultRequest {
    @Test
    void givesNameAndStatusWithoutBeingAMember() {
      assertEquals("", group.getName());
      assertEquals(NS_OK, group.getStatus());
      group.setDefaultLoadRequest(page);
      page.cancel(NS_ERROR_NOT_AVAILABLE);
      assertEquals("page", group.getName());
      assertEquals(NS_ERROR_NOT_AVAILABLE, group.getStatus());
      assertEquals(List.of(), requests());
    }
  }

  @Nested
  class Cancelling {
    @Test
    void takesEachRequestOutAndThenCancelsItNewestFirst() {
      addAll();
      events.clear();
      group.cancel(NS_BINDING_ABORTED);
      assertEquals(
          List.of(
              "stop image NS_BINDING_ABORTED",
              "cancel image NS_BINDING_ABORTED",
              "cancel socket NS_BINDING_ABORTED",
              "stop page NS_BINDING_ABORTED",
              "cancel page NS_BINDING_ABORTED"),
          events);
      assertEquals(List.of(), requests());
    }

    @Test
    void showsItsStatusAndRefusesAdditionsMeanwhile() {
      List<Object> seen = new ArrayList<>();
      nsIRequest probe =
          new ForwardingRequest(page) {
            @Override
            public void cancel(long aStatus) {
              seen.add(group.getStatus());
              seen.add(
                  assertThrows(XpcomException.class, () -> group.addRequest(image, null)).result());
            }
          };
      group.addRequest(probe, null);
      group.cancel(NS_ERROR_NOT_AVAILABLE);
      assertEquals(List.of(NS_ERROR_NOT_AVAILABLE, NS_BINDING_ABORTED), seen);
    }

    @Test
    void leavesTheGroupReadyForMore() {
      addAll();
      group.cancel(NS_BINDING_ABORTED);
      assertEquals(NS_OK, group.getStatus());
      group.addRequest(page, null);
      assertEquals(1, group.getActiveCount());
    }

    @Test
    void triesAllAndThrowsTheFirstFailure() {
      addAll();
      XpcomException first = new XpcomException(NS_ERROR_NOT_AVAILABLE, "image");
      image.failing(first);
      page.failing(new XpcomException(NS_ERROR_FAILURE, "page"));
      XpcomException e = assertThrows(XpcomException.class, () -> group.cancel(NS_BINDING_ABORTED));
      assertSame(first, e);
      assertEquals(1, e.getSuppressed().length);
      assertEquals(List.of(), requests());
      assertEquals(NS_OK, group.getStatus());
    }

    @Test
    void skipsWhatAnotherRequestTookOut() {
      group.addRequest(page, null);
      group.addRequest(
          new ForwardingRequest(image) {
            @Override
            public void cancel(long aStatus) {
              group.removeRequest(page, null, aStatus);
            }
          },
          null);
      events.clear();
      group.cancel(NS_BINDING_ABORTED);
      assertEquals(
          List.of("stop image NS_BINDING_ABORTED", "stop page NS_BINDING_ABORTED"), events);
    }

    @Test
    void needsAFailureCode() {
      assertRefused(NS_ERROR_ILLEGAL_VALUE, () -> group.cancel(NS_OK));
    }
  }

  @Nested
  class Suspending {
    @Test
    void reachesEveryRequestBackgroundTooAndTriesAll() {
      addAll();
      events.clear();
      XpcomException failure = new XpcomException(NS_ERROR_NOT_AVAILABLE, "no");
      image.failing(failure);
      assertSame(failure, assertThrows(XpcomException.class, group::suspend));
      assertSame(failure, assertThrows(XpcomException.class, group::resume));
      assertEquals(
          List.of(
              "suspend image",
              "suspend socket",
              "suspend page",
              "resume image",
              "resume socket",
              "resume page"),
          events);
    }
  }

  @Nested
  class Groups {
    private final LoadGroup outer = new LoadGroup();
    private final FakeObserver outerObserver = new FakeObserver(events);

    @BeforeEach
    void nest() {
      outer.setGroupObserver(outerObserver);
      group.setGroupObserver(null);
      group.setLoadGroup(outer);
    }

    @Test
    void areInTheirOwnGroupWhileTheyAreActive() {
      group.addRequest(socket, null);
      assertEquals(0, outer.getActiveCount());
      group.addRequest(page, null);
      group.addRequest(image, null);
      assertEquals(1, outer.getActiveCount());
      group.removeRequest(page, null, NS_OK);
      assertEquals(1, outer.getActiveCount());
      group.removeRequest(image, null, NS_BINDING_ABORTED);
      assertEquals(0, outer.getActiveCount());
      assertEquals(List.of("start ", "stop  NS_BINDING_ABORTED"), events);
    }

    @Test
    void leaveTheGroupThatTheyEnteredNotOneSetLater() {
      group.addRequest(page, null);
      group.setLoadGroup(new LoadGroup());
      group.removeRequest(page, null, NS_OK);
      assertEquals(0, outer.getActiveCount());
    }

    @Test
    void areCancelledWithTheirOwnGroup() {
      group.addRequest(page, null);
      outer.cancel(NS_BINDING_ABORTED);
      assertEquals(NS_BINDING_ABORTED, page.getStatus());
      assertEquals(0, group.getActiveCount());
      assertEquals(0, outer.getActiveCount());
    }

    @Test
    void findTheirRootByTheParentAndElseByTheirOwnGroup() {
      LoadGroup parent = new LoadGroup();
      LoadGroup root = new LoadGroup();
      assertSame(outer, group.getRootLoadGroup());
      group.setParentLoadGroup(parent);
      parent.setParentLoadGroup(root);
      assertSame(root, group.getRootLoadGroup());
      assertSame(parent, group.getParentLoadGroup());
      assertSame(root, root.getRootLoadGroup());
      assertSame(group, group.getChildLoadGroup());
    }

    @Test
    void canBeReferredToWeakly() {
      assertSame(
          group,
          group
              .getWeakReference()
              .queryReferent(org.xpcom4j.metadata.Interfaces.iid(nsILoadGroup.class)));
    }
  }

  @Nested
  class Priority {
    @Test
    void isAddedWhenARequestEntersAndTakenBackWhenItLeaves() {
      page.setPriority(5);
      group.setPriority(-10);
      group.addRequest(page, null);
      assertEquals(-5, page.getPriority());
      group.adjustPriority(3);
      assertEquals(-7, group.getPriority());
      assertEquals(-2, page.getPriority());
      group.removeRequest(page, null, NS_OK);
      assertEquals(5, page.getPriority());
    }
  }

  private void addAll() {
    group.addRequest(page, null);
    group.addRequest(socket, null);
    group.addRequest(image, null);
  }

  private List<Object> requests() {
    List<Object> requests = new ArrayList<>();
    nsISimpleEnumerator enumerator = group.getRequests();
    while (enumerator.hasMoreElements()) {
      requests.add(enumerator.getNext());
    }
    return requests;
  }

  private static LoadGroup anyContext() {
    return new LoadGroup();
  }

  private static void assertRefused(long result, Executable call) {
    XpcomException e = assertThrows(XpcomException.class, call);
    assertEquals(result, e.result(), e::getMessage);
  }
}
