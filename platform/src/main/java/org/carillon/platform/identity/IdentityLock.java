package org.carillon.platform.identity;

import org.carillon.platform.db.Lock;

/** The locks of organizations, principals and access keys, in the order in which they are taken. */
enum IdentityLock implements Lock {
  /** Advisory, one for the installation. */
  FIRST_START,
  PRINCIPAL,
  ACCESS_KEY;

  // The order of the constants is the order of the locks.
  @SuppressWarnings("EnumOrdinal")
  @Override
  public int rank() {
    return ordinal();
  }
}
