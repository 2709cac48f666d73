package org.carillon.platform.identity;

import org.carillon.platform.db.Lock;

/** The locks of organizations, principals and access keys, in the order in which they are taken. */
enum IdentityLock implements Lock {
  /** Advisory, one for the installation. */
  FIRST_START,
  PRINCIPAL,
  ACCESS_KEY;

  // The constants stand in the order of the locks: that is what they are for.
  @SuppressWarnings("EnumOrdinal")
  @Override
  public int rank() {
    return ordinal();
  }
}
