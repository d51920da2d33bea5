package io.syncline.local.bench.identity.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Sets that grow by being joined, each known by its smallest element. */
public final class Forest {

  private final int[] parents;
  private final List<List<Integer>> members = new ArrayList<>();

  public Forest(int size) {
    parents = IntStream.range(0, size).toArray();
    IntStream.range(0, size).forEach(each -> members.add(List.of(each)));
  }

  /** The smallest element of its set. */
  public int root(int element) {
    int root = element;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /** All elements of the set that this one is in. */
  List<Integer> members(int element) {
    return members.get(root(element));
  }

  public void join(int a, int b) {
    int first = Math.min(root(a), root(b));
    int second = Math.max(root(a), root(b));
    if (first != second) {
      parents[second] = first;
      List<Integer> all = new ArrayList<>(members.get(first));
      all.addAll(members.get(second));
      members.set(first, all);
      members.set(second, List.of());
    }
  }
}
