package org.xpcom4j.registry.pref;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_CORRUPTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_INVALID_PATH;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_NOT_FOUND;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsString;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.result.XpcomException;

/** The file that a table of preferences is read from and saved to. */
final class UserPrefFile {

  private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);

  private final PrefTable table;
  private @Nullable PrefFile current; // guarded by this

  UserPrefFile(PrefTable table) {
    this.table = table;
  }

  /** Files have no interface of their own yet: what holds a path as text stands for one. */
  static Path pathOf(nsISupports file) {
    String path = Interfaces.query(file, nsISupportsString.class).getData();
    try {
      return Path.of(path);
    } catch (InvalidPathException invalid) {
      throw new XpcomException(
          NS_ERROR_FILE_INVALID_PATH,
          "\"" + path + "\" is no path: " + invalid.getMessage(),
          invalid);
    }
  }

  /** Reads a file and makes it the current one; null for the one that is current already. */
  synchronized void read(@Nullable Path path) {
    if (path == null) {
      if (current == null) {
        throw new XpcomException(
            NS_ERROR_FILE_NOT_FOUND,
            "no file with preferences is known\n  hint: give readUserPrefs the path of one");
      }
      return;
    }
    var file = new PrefFile(path);
    if (file.equals(current) && Files.exists(path)) {
      return;
    }
    current = file;
    apply(file, PrefFileParser.parse(file.read()));
  }

  private void apply(PrefFile file, PrefFileParser.Content content) {
    boolean wasDirty = table.isDirty();
    List<String> problems = new ArrayList<>();
    content.problems().forEach(problem -> problems.add(problem.describe(file.path().toString())));
    for (PrefStatement statement : content.statements()) {
      try {
        apply(statement);
      } catch (XpcomException conflict) {
        problems.add(file.path() + ": " + conflict.getMessage());
      }
    }
    table.setDirty(wasDirty);
    if (!problems.isEmpty()) {
      report(file, problems);
    }
  }

  private void apply(PrefStatement statement) {
    switch (statement.kind()) {
      case USER_PREF -> table.readUser(statement.name(), statement.value());
      case PREF -> table.setDefault(statement.name(), statement.value());
      case STICKY_PREF -> {
        table.setDefault(statement.name(), statement.value());
        table.setSticky(statement.name());
      }
    }
  }

  private void report(PrefFile file, List<String> problems) {
    problems.forEach(problem -> LOG.warn("preference passed over: {}", problem));
    Path copy = file.keepDamaged();
    table.setDirty(true);
    throw new XpcomException(
        NS_ERROR_FILE_CORRUPTED,
        problems.size()
            + " preferences could not be read; a copy of the file is kept as "
            + copy
            + "\n"
            + String.join("\n", problems));
  }

  /** Saves to the current file, if there is one and something has changed. */
  synchronized void saveChanges() {
    if (current != null && table.isDirty()) {
      save(current);
    }
  }

  /** Saves to another file. */
  synchronized void saveTo(Path path) {
    save(new PrefFile(path));
  }

  private void save(PrefFile file) {
    boolean wasDirty = table.isDirty();
    byte[] text = PrefFileText.of(table.takeUserValues());
    try {
      file.save(text);
    } catch (RuntimeException | Error failure) {
      table.setDirty(wasDirty || table.isDirty());
      throw failure;
    }
  }
}
