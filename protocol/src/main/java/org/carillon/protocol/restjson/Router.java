package org.carillon.protocol.restjson;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.carillon.api.shape.OperationShape;
import org.jspecify.annotations.Nullable;

/** Finds the operation of a path, verb and literal query, in a tree of path segments. */
final class Router<T> {

  /** The match of a request's line. */
  sealed interface Match<T> {

    /**
     * An operation.
     *
     * @param labels the decoded labels by their names; an empty one is possible
     */
    record Found<T>(T target, Map<String, String> labels, QueryString query) implements Match<T> {}

    /** No operation has such a path, or none with such a query. */
    record Unknown<T>() implements Match<T> {}

    /** The path exists, but only under other verbs. */
    record OtherMethod<T>(Set<String> allowed) implements Match<T> {}
  }

  private record Candidate<T>(T target, List<String> labels, Map<String, String> literals) {}

  /** The operations that share path and verb, and the query names that tell them apart. */
  private record Leaf<T>(List<Candidate<T>> candidates, Set<String> names) {

    @Nullable Candidate<T> choose(QueryString query) {
      for (Candidate<T> candidate : candidates) {
        if (names.stream().allMatch(name -> agrees(candidate, name, query))) {
          return candidate;
        }
      }
      return null;
    }

    private static boolean agrees(Candidate<?> candidate, String name, QueryString query) {
      String wanted = candidate.literals.get(name);
      String actual = query.single(name);
      return wanted == null ? actual == null : wanted.equals(actual);
    }
  }

  private static final class Node<T> {
    final Map<String, Node<T>> literals = new HashMap<>();
    final Map<String, Leaf<T>> leaves = new HashMap<>();
    @Nullable Node<T> label;
    @Nullable Node<T> greedy;
  }

  private final Node<T> root = new Node<>();

  void add(OperationShape<?, ?> operation, T target) {
    String uri = operation.uri();
    int mark = uri.indexOf('?');
    String path = mark < 0 ? uri : uri.substring(0, mark);
    Map<String, String> literals = new HashMap<>();
    QueryString.parse(mark < 0 ? null : uri.substring(mark + 1))
        .values()
        .forEach((name, values) -> literals.put(name, values.getFirst()));
    List<String> labels = new ArrayList<>();
    Node<T> node = root;
    for (String segment : segments(path)) {
      if (!segment.startsWith("{")) {
        node = node.literals.computeIfAbsent(segment, _ -> new Node<>());
        continue;
      }
      boolean greedy = segment.endsWith("+}");
      labels.add(segment.substring(1, segment.length() - (greedy ? 2 : 1)));
      Node<T> next = greedy ? node.greedy : node.label;
      if (next == null) {
        next = new Node<>();
        if (greedy) {
          node.greedy = next;
        } else {
          node.label = next;
        }
      }
      node = next;
    }
    Leaf<T> leaf =
        node.leaves.computeIfAbsent(
            operation.method(), _ -> new Leaf<>(new ArrayList<>(), new HashSet<>()));
    leaf.names.addAll(literals.keySet());
    leaf.candidates.add(new Candidate<>(target, List.copyOf(labels), Map.copyOf(literals)));
    leaf.candidates.sort(Comparator.comparingInt(candidate -> -candidate.literals.size()));
  }

  /**
   * Matches a request's line; each segment and query part is decoded exactly once.
   *
   * @throws MalformedException when path or query is not correctly percent-encoded, or the query
   *     repeats a name that selects the operation
   */
  Match<T> match(String method, String rawPath, @Nullable String rawQuery) {
    List<String> segments = segments(rawPath).stream().map(PercentDecoding::decode).toList();
    Search search = new Search(segments, method, QueryString.parse(rawQuery));
    Match.Found<T> found = search.from(root, 0);
    if (found != null) {
      return found;
    }
    return search.methodKnown || search.others.isEmpty()
        ? new Match.Unknown<>()
        : new Match.OtherMethod<>(search.others);
  }

  private final class Search {
    final List<String> segments;
    final String method;
    final QueryString query;
    final Deque<String> captured = new ArrayDeque<>();
    final Set<String> others = new TreeSet<>();
    boolean methodKnown;

    Search(List<String> segments, String method, QueryString query) {
      this.segments = segments;
      this.method = method;
      this.query = query;
    }

    Match.@Nullable Found<T> from(Node<T> node, int index) {
      if (index == segments.size()) {
        return at(node);
      }
      Node<T> literal = node.literals.get(segments.get(index));
      Match.Found<T> found = literal == null ? null : from(literal, index + 1);
      if (found == null && node.label != null) {
        found = through(node.label, index, index + 1);
      }
      if (found == null && node.greedy != null) {
        for (int end = segments.size(); found == null && end > index; end--) {
          found = through(node.greedy, index, end);
        }
      }
      return found;
    }

    private Match.@Nullable Found<T> through(Node<T> node, int start, int end) {
      captured.addLast(String.join("/", segments.subList(start, end)));
      Match.Found<T> found = from(node, end);
      captured.removeLast();
      return found;
    }

    private Match.@Nullable Found<T> at(Node<T> node) {
      Leaf<T> leaf = node.leaves.get(method);
      if (leaf == null) {
        others.addAll(node.leaves.keySet());
        return null;
      }
      methodKnown = true;
      Candidate<T> chosen = leaf.choose(query);
      if (chosen == null) {
        return null;
      }
      Map<String, String> labels = new HashMap<>();
      int index = 0;
      for (String value : captured) {
        labels.put(chosen.labels.get(index++), value);
      }
      return new Match.Found<>(chosen.target, labels, query);
    }
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    int start = path.startsWith("/") ? 1 : 0;
    if (start == path.length()) {
      return segments;
    }
    while (start <= path.length()) {
      int end = path.indexOf('/', start);
      segments.add(path.substring(start, end < 0 ? path.length() : end));
      start = end < 0 ? path.length() + 1 : end + 1;
    }
    return segments;
  }
}
