package org.carillon.api.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A generated sealed interface; a value is exactly one of its variants. */
public final class UnionShape<T> implements Shape.Aggregate {

  /**
   * The variant that a value is.
   *
   * @param index the position of its member
   * @param value what it holds
   */
  public record Variant(int index, Object value) {}

  private final String name;
  private final Supplier<List<Member>> source;
  private final BiFunction<Integer, Object, T> constructor;
  private final Function<T, Variant> reader;
  private volatile @Nullable Table table;

  private record Table(List<Member> members, Map<String, Integer> body) {}

  /**
   * @param members asked on first use, because shapes may contain each other
   * @param constructor takes a member's position and value
   */
  public UnionShape(
      String name,
      Supplier<List<Member>> members,
      BiFunction<Integer, Object, T> constructor,
      Function<T, Variant> reader) {
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

  public T construct(int index, Object value) {
    return constructor.apply(index, value);
  }

  /** The variant of a value, for codecs that know the type only at run time. */
  @SuppressWarnings("unchecked") // the descriptor belongs to the value's own type
  public Variant readAny(Object union) {
    return reader.apply((T) union);
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
        body.put(members.get(i).wireName(), i);
      }
      made = new Table(members, body);
      table = made;
    }
    return made;
  }
}
