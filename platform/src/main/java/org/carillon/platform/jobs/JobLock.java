package org.carillon.platform.jobs;

import org.carillon.platform.db.Lock;

/** The lock of due rows while a sweep claims them; its transaction takes no other. */
enum JobLock implements Lock {
  DUE_ROW;

  @Override
  public int rank() {
    return 0;
  }
}
