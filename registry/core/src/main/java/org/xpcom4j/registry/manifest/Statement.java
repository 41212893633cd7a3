package org.xpcom4j.registry.manifest;

import java.util.UUID;

/** What one line of a manifest asks for, its conditions being met. */
public sealed interface Statement {

  /**
   * Returns where it stands.
   *
   * @return the line
   */
  ManifestLine line();

  /**
   * A class is in a file.
   *
   * @param cidAt where the class ID stands in the line
   * @param file a jar or a folder of classes
   * @param className the class in it; empty if its component table tells
   * @param fileAt where the file stands in the line
   */
  record Component(
      ManifestLine line, UUID cid, int cidAt, ManifestFile file, String className, int fileAt)
      implements Statement {}

  /**
   * A contract ID means a class.
   *
   * @param cidAt where the class ID stands in the line
   */
  record Contract(ManifestLine line, String contractId, UUID cid, int cidAt) implements Statement {}

  /** A category has an entry. */
  record Category(ManifestLine line, String category, String entry, String value)
      implements Statement {}

  /**
   * A typelib describes interfaces.
   *
   * @param fileAt where the file stands in the line
   */
  record Interfaces(ManifestLine line, ManifestFile file, int fileAt) implements Statement {}
}
