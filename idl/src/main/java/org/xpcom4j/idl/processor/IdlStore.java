package org.xpcom4j.idl.processor;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;
import org.xpcom4j.idl.source.DecodedText;
import org.xpcom4j.idl.source.SourceText;

/**
 * Reads IDL files: of the module that is compiled, from the source folders of the option or where
 * Maven's resources phase has put them; of its dependencies, from their jars.
 */
final class IdlStore {
  /** Folders with IDL sources, which are looked at before the copies in the class output. */
  static final String SOURCE_OPTION = "xpidl.source";

  /** What may be a file name on its way through paths, jars and javac. */
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*");

  private final ProcessingEnvironment environment;
  private final ModuleElement ownModule;
  private final List<Path> sourceFolders = new ArrayList<>();
  private final List<String> wrongFolders = new ArrayList<>();
  private final Map<String, Optional<SourceText>> read = new HashMap<>();

  /**
   * Reads for one package.
   *
   * @param idlPackage a package of the module that is compiled
   */
  IdlStore(ProcessingEnvironment environment, PackageElement idlPackage) {
    this.environment = environment;
    this.ownModule = environment.getElementUtils().getModuleOf(idlPackage);
    String folders = environment.getOptions().getOrDefault(SOURCE_OPTION, "");
    Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(folders)
        .filter(folder -> !folder.isEmpty())
        .forEach(this::addSourceFolder);
  }

  private void addSourceFolder(String folder) {
    try {
      Path path = Path.of(folder).toAbsolutePath().normalize();
      if (Files.isDirectory(path)) {
        sourceFolders.add(path);
      } else {
        wrongFolders.add(path.toString());
      }
    } catch (InvalidPathException noPath) {
      wrongFolders.add(folder);
    }
  }

  /** What the option names and is no folder. */
  List<String> wrongFolders() {
    return List.copyOf(wrongFolders);
  }

  /** The folders of the option; empty if it is not given. */
  List<Path> sourceFolders() {
    return List.copyOf(sourceFolders);
  }

  /** The file of that name in a folder; the same object each time. */
  Optional<SourceText> find(String folder, String name) {
    if (!FILE_NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    String path = folder.isEmpty() ? name : folder + "/" + name;
    Optional<SourceText> known = read.get(path);
    if (known == null) {
      known = load(folder, path).map(text -> new SourceText(folder, name, text));
      read.put(path, known);
    }
    return known;
  }

  private Optional<String> load(String folder, String path) {
    for (Path sourceFolder : sourceFolders) {
      Path file = sourceFolder.resolve(path);
      if (Files.isRegularFile(file)) {
        return read(() -> Files.newInputStream(file));
      }
    }
    return readResource(StandardLocation.CLASS_OUTPUT, "", path)
        .or(() -> loadFromDependencies(folder, path));
  }

  private Optional<String> loadFromDependencies(String folder, String path) {
    Optional<ModuleElement> module = moduleOf(folder.replace('/', '.'));
    if (module.equals(Optional.of(ownModule))) {
      return Optional.empty();
    }
    if (module.isPresent()) {
      return readResource(
          StandardLocation.MODULE_PATH, module.get().getQualifiedName() + "/", path);
    }
    return readResource(StandardLocation.CLASS_PATH, "", path);
  }

  /** The named module that has a package; none if the package is found on the class path. */
  private Optional<ModuleElement> moduleOf(String packageName) {
    PackageElement element = environment.getElementUtils().getPackageElement(packageName);
    return Optional.ofNullable(element)
        .map(environment.getElementUtils()::getModuleOf)
        .filter(module -> !module.isUnnamed());
  }

  private Optional<String> readResource(Location location, String module, String path) {
    return read(() -> environment.getFiler().getResource(location, module, path).openInputStream());
  }

  private static Optional<String> read(Opener opener) {
    try (InputStream in = opener.open()) {
      return Optional.of(DecodedText.of(in.readAllBytes()).text());
    } catch (FileNotFoundException | NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new IdlReadException(unreadable);
    }
  }

  /** Opens a file. */
  private interface Opener {
    InputStream open() throws IOException;
  }
}
