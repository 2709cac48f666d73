package org.carillon.server.calls.entries;

import org.carillon.api.model.CallTarget;
import org.carillon.api.model.CallTargetType;

/**
 * One entry of a flow, which leads to a target.
 *
 * @param position tells several of the same kind apart, from 0; 0 where there is one only
 * @param to a number has its leading plus
 */
public record FlowEntry(FlowId from, EntrySlot slot, int position, CallTarget to) {

  /** Refuses, as a fault of the caller, a member who is no user. */
  public FlowEntry {
    if (slot == EntrySlot.MEMBER && to.type() != CallTargetType.USER) {
      throw new IllegalArgumentException("only users ring as " + slot);
    }
  }
}
