package org.carillon.server.people.users;

import org.jspecify.annotations.Nullable;

/**
 * A user with the number that the ledger has for it.
 *
 * @param primaryNumber with its leading plus; null for a user without a number
 */
record UserRow(User user, @Nullable String primaryNumber) {

  org.carillon.api.model.User view() {
    return user.view(primaryNumber);
  }
}
