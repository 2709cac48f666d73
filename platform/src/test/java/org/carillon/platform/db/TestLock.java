package org.carillon.platform.db;

/** Locks of tests. */
enum TestLock implements Lock {
  FIRST,
  SECOND;

  // The constants stand in the order of the locks: that is what they are for.
  @SuppressWarnings("EnumOrdinal")
  @Override
  public int rank() {
    return ordinal();
  }
}
