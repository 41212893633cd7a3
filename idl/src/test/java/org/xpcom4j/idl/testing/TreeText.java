package org.xpcom4j.idl.testing;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.source.Span;

/** Writes syntax trees and models without the places where things stand. */
public final class TreeText {
  private TreeText() {}

  /**
   * Writes a node and all below it.
   *
   * @param node a record, list, optional or value
   * @return one text for all nodes that mean the same
   * @throws ReflectiveOperationException if a record cannot be looked into
   */
  public static String of(Object node) throws ReflectiveOperationException {
    if (node instanceof DocComment doc) {
      return String.join("\n", doc.lines()).strip(); // the last line may be that of the delimiter
    }
    if (node instanceof List<?> list) {
      StringBuilder text = new StringBuilder("[");
      for (Object each : list) {
        text.append(of(each)).append(",\n");
      }
      return text.append(']').toString();
    }
    if (node instanceof Set<?> set) {
      return set.stream().map(Object::toString).sorted().toList().toString();
    }
    if (node instanceof SourceText source) {
      return source.path(); // its text is what may differ
    }
    if (node instanceof Optional<?> optional) {
      return optional.isPresent() ? of(optional.get()) : "-";
    }
    return node instanceof Record whole ? ofRecord(whole) : node.toString();
  }

  private static String ofRecord(Record node) throws ReflectiveOperationException {
    StringBuilder text = new StringBuilder(node.getClass().getSimpleName()).append('(');
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      if (component.getType() != Span.class) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        text.append(component.getName()).append('=').append(of(accessor.invoke(node))).append(' ');
      }
    }
    return text.append(')').toString();
  }
}
