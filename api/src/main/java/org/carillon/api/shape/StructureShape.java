package org.carillon.api.shape;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A generated record or error: its members, how it is made of them and how they are read. */
public final class StructureShape<T> implements Shape.Aggregate {

  private final String name;
  private final Supplier<List<Member>> source;
  private final Function<@Nullable Object[], T> constructor;
  private final Function<T, @Nullable Object[]> reader;
  private volatile @Nullable Table table;

  private record Table(List<Member> members, Map<String, Integer> body, int[] order) {}

  /**
   * @param members asked on first use, because structures may contain each other
   * @param constructor takes the members' values in their order
   * @param reader gives them in that order
   */
  public StructureShape(
      String name,
      Supplier<List<Member>> members,
      Function<@Nullable Object[], T> constructor,
      Function<T, @Nullable Object[]> reader) {
    this.name = name;
    this.source = members;
    this.constructor = constructor;
    this.reader = reader;
  }

  public String name() {
    return name;
  }

  @Override
  public List<Member> members() {
    return table().members;
  }

  @Override
  public int bodyMember(String wireName) {
    return table().body.getOrDefault(wireName, -1);
  }

  /**
   * The positions of what a JSON body holds, sorted by {@link Member#bodyName}; leave it as it is.
   */
  public int[] bodyOrder() {
    return table().order;
  }

  /** A structure of these values, which are not validated; required ones must not be null. */
  public T construct(@Nullable Object[] values) {
    return constructor.apply(values);
  }

  /** The values of the members, in their order. */
  public @Nullable Object[] read(T structure) {
    return reader.apply(structure);
  }

  /** As {@link #read}, for codecs that know the type only at run time. */
  @SuppressWarnings("unchecked") // the descriptor belongs to the value's own type
  public @Nullable Object[] readAny(Object structure) {
    return reader.apply((T) structure);
  }

  @Override
  public String toString() {
    return name;
  }

  private Table table() {
    Table made = table;
    if (made == null) {
      List<Member> members = List.copyOf(source.get());
      Map<String, Integer> body = new HashMap<>();
      for (int i = 0; i < members.size(); i++) {
        if (members.get(i).location() == Member.Location.BODY) {
          body.put(members.get(i).wireName(), i);
        }
      }
      int[] order =
          IntStream.range(0, members.size())
              .filter(i -> members.get(i).bodyName() != null)
              .boxed()
              .sorted(Comparator.comparing(i -> String.valueOf(members.get(i).bodyName())))
              .mapToInt(Integer::intValue)
              .toArray();
      made = new Table(members, body, order);
      table = made;
    }
    return made;
  }
}
