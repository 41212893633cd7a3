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
    for (String folder : folders.split(File.pathSeparator, -1)) {
      if (!folder.isEmpty()) {
        addSourceFolder(folder);
      }
    }
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
      Optional<String> text = load(folder, path);
      known =
          text.isEmpty() ? Optional.empty() : Optional.of(new SourceText(folder, name, text.get()));
      read.put(path, known);
    }
    return known;
  }

  private Optional<String> load(String folder, String path) {
    for (Path sourceFolder : sourceFolders) {
      Path file = sourceFolder.resolve(path);
      if (Files.isRegularFile(file)) {
        return read(file);
      }
    }
    Optional<String> own = readResource(StandardLocation.CLASS_OUTPUT, "", path);
    return own.isPresent() ? own : loadFromDependencies(folder, path);
  }

  private Optional<String> loadFromDependencies(String folder, String path) {
    Optional<ModuleElement> module = moduleOf(folder.replace('/', '.'));
    if (module.isPresent()) {
      if (module.get().equals(ownModule)) {
        return Optional.empty();
      }
      return readResource(
          StandardLocation.MODULE_PATH, module.get().getQualifiedName() + "/", path);
    }
    return readResource(StandardLocation.CLASS_PATH, "", path);
  }

  /** The named module that has a package; none if the package is found on the class path. */
  private Optional<ModuleElement> moduleOf(String packageName) {
    PackageElement element = environment.getElementUtils().getPackageElement(packageName);
    ModuleElement module =
        element == null ? null : environment.getElementUtils().getModuleOf(element);
    return module == null || module.isUnnamed() ? Optional.empty() : Optional.of(module);
  }

  private Optional<String> readResource(Location location, String module, String path) {
    try (InputStream in =
        environment.getFiler().getResource(location, module, path).openInputStream()) {
      return Optional.of(text(in));
    } catch (FileNotFoundException | NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new IdlReadException(unreadable);
    }
  }

  private static Optional<String> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(text(in));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new IdlReadException(unreadable);
    }
  }

  private static String text(InputStream in) throws IOException {
    return DecodedText.of(in.readAllBytes()).text();
  }
}
