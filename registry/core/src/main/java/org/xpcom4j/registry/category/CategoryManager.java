package org.xpcom4j.registry.category;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsICategoryManager;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.interfaces.nsISupportsCString;
import org.xpcom4j.interfaces.nsIThreadManager;
import org.xpcom4j.registry.component.CategoryEntry;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.registry.data.StringEnumeration;
import org.xpcom4j.registry.manager.InitialCategories;
import org.xpcom4j.result.XpcomException;

/** Keeps categories in memory and tells observers of their changes. */
@Component(
    cid = "{16d222a6-1dd2-11b2-b693-f38b02c021b2}",
    contracts = nsICategoryManager.NS_CATEGORYMANAGER_CONTRACTID,
    scope = Scope.SERVICE)
final class CategoryManager implements nsICategoryManager {

  private final CategoryTable table = new CategoryTable();
  private final Provider<nsISupportsCString> holders;
  private final CategoryNews news;

  @Inject
  CategoryManager(
      InitialCategories initial,
      @ContractId(nsISupportsCString.NS_SUPPORTS_CSTRING_CONTRACTID)
          Provider<nsISupportsCString> holders,
      @ContractId(nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID)
          Provider<nsIObserverService> observers,
      @ContractId(nsIThreadManager.NS_THREADMANAGER_CONTRACTID)
          Provider<nsIThreadManager> threads) {
    for (CategoryEntry entry : initial.entries()) {
      table.add(entry.category(), entry.entry(), entry.value(), true);
    }
    this.holders = holders;
    this.news = new CategoryNews(holders, observers, threads);
  }

  @Override
  public String getCategoryEntry(String aCategory, String aEntry) {
    String value = table.find(category(aCategory), entry(aEntry));
    if (value == null) {
      throw new XpcomException(
          NS_ERROR_NOT_AVAILABLE,
          "category \"" + aCategory + "\" has no entry \"" + aEntry + "\"" + others(aCategory));
    }
    return value;
  }

  private String others(String category) {
    Collection<String> known = table.entries(category);
    return known.isEmpty()
        ? "\n  it has no entries at all"
        : "\n  its entries: " + String.join(", ", known.stream().limit(10).toList());
  }

  @Override
  public @Nullable String addCategoryEntry(
      String aCategory, String aEntry, String aValue, boolean aPersist, boolean aReplace) {
    category(aCategory);
    entry(aEntry);
    present(aValue, "value of the entry");
    if (aPersist) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_VALUE, "entries of categories are not persistent; pass false");
    }
    String before = table.add(aCategory, aEntry, aValue, aReplace);
    if (before == null) {
      news.added(aCategory, aEntry);
      return null;
    }
    if (!aReplace) {
      return null;
    }
    news.removed(aCategory, aEntry);
    news.added(aCategory, aEntry);
    return before;
  }

  @Override
  public void deleteCategoryEntry(String aCategory, String aEntry, boolean aPersist) {
    if (table.remove(category(aCategory), entry(aEntry))) {
      news.removed(aCategory, aEntry);
    }
  }

  @Override
  public void deleteCategory(String aCategory) {
    if (table.clear(category(aCategory))) {
      news.cleared(this, aCategory);
    }
  }

  @Override
  public nsISimpleEnumerator enumerateCategory(String aCategory) {
    return enumerate(table.entries(category(aCategory)));
  }

  @Override
  public nsISimpleEnumerator enumerateCategories() {
    return enumerate(table.categories());
  }

  private nsISimpleEnumerator enumerate(Collection<String> names) {
    return StringEnumeration.of(names, holders::get, NS_ERROR_FAILURE);
  }

  private static String category(@Nullable String name) {
    return present(name, "name of the category");
  }

  private static String entry(@Nullable String name) {
    return present(name, "name of the entry");
  }

  private static String present(@Nullable String argument, String what) {
    if (argument == null) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, what + " is null");
    }
    return argument;
  }
}
