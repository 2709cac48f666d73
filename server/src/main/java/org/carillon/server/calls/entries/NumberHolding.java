package org.carillon.server.calls.entries;

import org.carillon.server.inventory.numbers.Holder;

/** The relation of a number to the organization, for a call to it. */
public sealed interface NumberHolding {

  /** The number has a holder. */
  record Held(Holder holder) implements NumberHolding {}

  /** In the inventory, and nobody's. */
  record Unassigned() implements NumberHolding {}

  /** In the deletion queue. */
  record Deleted() implements NumberHolding {}

  /** Ordered, and not there yet. */
  record Acquiring() implements NumberHolding {}

  /** Not a number of this organization. */
  record Foreign() implements NumberHolding {}
}
