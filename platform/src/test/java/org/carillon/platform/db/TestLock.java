package org.carillon.platform.db;

/** Locks of tests. */
enum TestLock implements Lock {
  FIRST,
  SECOND;

  // The constants are declared in the order of the locks.
  @SuppressWarnings("EnumOrdinal")
  @Override
  public int rank() {
    return ordinal();
  }
}
