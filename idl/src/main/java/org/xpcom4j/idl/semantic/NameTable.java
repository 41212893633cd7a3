package org.xpcom4j.idl.semantic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from names to values, a hash trie. A file that includes another one starts with
 * the table of that one as it is: tables share what they have in common, and merging two does not
 * look at what they share. So a chain of any number of includes takes no more than its own names.
 *
 * @param <V> the type of the values, compared by identity
 */
final class NameTable<V> {
  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;

  private final @Nullable Node<V> root;

  private NameTable(@Nullable Node<V> root) {
    this.root = root;
  }

  static <V> NameTable<V> empty() {
    return new NameTable<>(null);
  }

  /** Decides between two values of the same name; one of the two or a new one. */
  interface Choice<V> {
    V choose(String name, V before, V now);
  }

  private static final class Last<V> implements Choice<V> {
    @Override
    public V choose(String name, V before, V now) {
      return now;
    }
  }

  @Nullable V get(String name) {
    int hash = spread(name);
    Node<V> node = root;
    int shift = 0;
    while (node instanceof Branch<V> branch) {
      node = branch.child(hash >>> shift & MASK);
      shift += BITS;
    }
    for (Leaf<V> leaf = (Leaf<V>) node; leaf != null; leaf = leaf.next) {
      if (leaf.name.equals(name)) {
        return leaf.value;
      }
    }
    return null;
  }

  NameTable<V> with(String name, V value) {
    Leaf<V> leaf = new Leaf<>(spread(name), name, value, null);
    return new NameTable<>(insert(root, leaf, 0, new Last<>()));
  }

  NameTable<V> merge(NameTable<V> other, Choice<V> choice) {
    Node<V> merged = merge(root, other.root, 0, choice);
    return merged == root ? this : new NameTable<>(merged);
  }

  /** All names, in an order that depends on nothing but them. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    collect(root, names);
    return names;
  }

  private static <V> void collect(@Nullable Node<V> node, List<String> names) {
    if (node instanceof Branch<V> branch) {
      for (Node<V> child : branch.children) {
        collect(child, names);
      }
    }
    if (node instanceof Leaf<V> first) {
      for (Leaf<V> leaf = first; leaf != null; leaf = leaf.next) {
        names.add(leaf.name);
      }
    }
  }

  private static int spread(String name) {
    int hash = name.hashCode();
    return hash ^ (hash >>> 16);
  }

  private static <V> @Nullable Node<V> merge(
      @Nullable Node<V> before, @Nullable Node<V> now, int shift, Choice<V> choice) {
    if (before == now || now == null) {
      return before;
    }
    if (before == null) {
      return now;
    }
    if (now instanceof Leaf<V> leaf) {
      return insertAll(before, leaf, shift, choice);
    }
    if (before instanceof Leaf<V> leaf) {
      return insertAll(now, leaf, shift, (name, one, other) -> choice.choose(name, other, one));
    }
    return mergeBranches((Branch<V>) before, (Branch<V>) now, shift, choice);
  }

  private static <V> Node<V> mergeBranches(
      Branch<V> before, Branch<V> now, int shift, Choice<V> choice) {
    List<Node<V>> children = new ArrayList<>();
    boolean isBefore = true;
    boolean isNow = true;
    for (int slot = 0; slot <= MASK; slot++) {
      Node<V> one = before.child(slot);
      Node<V> other = now.child(slot);
      Node<V> merged = merge(one, other, shift + BITS, choice);
      isBefore &= merged == one;
      isNow &= merged == other;
      if (merged != null) {
        children.add(merged);
      }
    }
    if (isBefore || isNow) {
      return isBefore ? before : now;
    }
    return new Branch<>(before.slots | now.slots, children);
  }

  private static <V> Node<V> insertAll(Node<V> node, Leaf<V> leaves, int shift, Choice<V> choice) {
    Node<V> result = node;
    for (Leaf<V> leaf = leaves; leaf != null; leaf = leaf.next) {
      result = insert(result, leaf, shift, choice);
    }
    return result;
  }

  private static <V> Node<V> insert(
      @Nullable Node<V> node, Leaf<V> leaf, int shift, Choice<V> choice) {
    if (node == null) {
      return leaf.next == null ? leaf : new Leaf<>(leaf.hash, leaf.name, leaf.value, null);
    }
    if (node instanceof Leaf<V> first) {
      return first.hash == leaf.hash
          ? insertIntoChain(first, leaf, choice)
          : insert(
              new Branch<>(1 << (first.hash >>> shift & MASK), List.of(first)),
              leaf,
              shift,
              choice);
    }
    Branch<V> branch = (Branch<V>) node;
    int slot = leaf.hash >>> shift & MASK;
    Node<V> child = branch.child(slot);
    Node<V> changed = insert(child, leaf, shift + BITS, choice);
    return changed == child ? branch : branch.with(slot, changed);
  }

  private static <V> Leaf<V> insertIntoChain(Leaf<V> first, Leaf<V> leaf, Choice<V> choice) {
    if (first.name.equals(leaf.name)) {
      V chosen = choice.choose(leaf.name, first.value, leaf.value);
      return chosen == first.value ? first : new Leaf<>(first.hash, first.name, chosen, first.next);
    }
    Leaf<V> rest =
        first.next == null
            ? new Leaf<>(leaf.hash, leaf.name, leaf.value, null)
            : insertIntoChain(first.next, leaf, choice);
    return rest == first.next ? first : new Leaf<>(first.hash, first.name, first.value, rest);
  }

  private sealed interface Node<V> permits Leaf, Branch {}

  /** A name and its value; others with the same hash follow. */
  private static final class Leaf<V> implements Node<V> {
    final int hash;
    final String name;
    final V value;
    final @Nullable Leaf<V> next;

    Leaf(int hash, String name, V value, @Nullable Leaf<V> next) {
      this.hash = hash;
      this.name = name;
      this.value = value;
      this.next = next;
    }
  }

  /** Up to 32 nodes; a bit in {@code slots} for each that is there. */
  private static final class Branch<V> implements Node<V> {
    final int slots;
    final List<Node<V>> children;

    Branch(int slots, List<Node<V>> children) {
      this.slots = slots;
      this.children = List.copyOf(children);
    }

    @Nullable Node<V> child(int slot) {
      int bit = 1 << slot;
      return (slots & bit) == 0 ? null : children.get(Integer.bitCount(slots & (bit - 1)));
    }

    Branch<V> with(int slot, Node<V> node) {
      int bit = 1 << slot;
      int index = Integer.bitCount(slots & (bit - 1));
      List<Node<V>> changed = new ArrayList<>(children);
      if ((slots & bit) == 0) {
        changed.add(index, node);
      } else {
        changed.set(index, node);
      }
      return new Branch<>(slots | bit, changed);
    }
  }
}
