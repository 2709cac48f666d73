package org.carillon.platform.db;

import java.util.Optional;

/**
 * A kind of lock. A transaction takes its locks in the order of their ranks, so that no two
 * transactions wait for each other; rows of one kind come in the order of their keys.
 */
public interface Lock {

  /** Returns the name; an advisory lock has the same name on every node. */
  String name();

  /** Returns the place in the order; the lock of the lower rank is taken first. */
  int rank();

  /**
   * Returns the lock under which alone this one is taken; then it may come at any later time, since
   * no two transactions hold the guard at once.
   */
  default Optional<Lock> guard() {
    return Optional.empty();
  }
}
