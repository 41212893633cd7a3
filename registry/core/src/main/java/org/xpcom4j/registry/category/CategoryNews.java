package org.xpcom4j.registry.category;

import jakarta.inject.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsCString;
import org.xpcom4j.interfaces.nsIThreadManager;
import org.xpcom4j.result.XpcomException;

/** Tells observers what changed in categories: later, on the main thread. */
final class CategoryNews {

  private static final Logger LOG = LoggerFactory.getLogger(CategoryNews.class);

  private final Provider<nsISupportsCString> holders;
  private final Provider<nsIObserverService> observers;
  private final Provider<nsIThreadManager> threads;

  CategoryNews(
      Provider<nsISupportsCString> holders,
      Provider<nsIObserverService> observers,
      Provider<nsIThreadManager> threads) {
    this.holders = holders;
    this.observers = observers;
    this.threads = threads;
  }

  void added(String category, String entry) {
    tell("xpcom-category-entry-added", () -> holder(entry), category);
  }

  void removed(String category, String entry) {
    tell("xpcom-category-entry-removed", () -> holder(entry), category);
  }

  void cleared(nsISupports manager, String category) {
    tell("xpcom-category-cleared", () -> manager, category);
  }

  private nsISupports holder(String entry) {
    nsISupportsCString holder = holders.get();
    holder.setData(entry);
    return holder;
  }

  /** The change is made already: a registry that is closing keeps nobody from making it. */
  private void tell(String topic, Provider<nsISupports> subject, String category) {
    try {
      threads
          .get()
          .getMainThread()
          .dispatch(() -> observers.get().notifyObservers(subject.get(), topic, category), 0);
    } catch (XpcomException refused) {
      LOG.debug("Nobody is told {} of category {}", topic, category, refused);
    }
  }
}
