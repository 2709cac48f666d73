package org.carillon.platform.operations;

/**
 * An operation that changes nothing and asks several questions whose answers must fit together: it
 * sees what was committed when it asked the first, and nothing that was committed since.
 */
public non-sealed interface SnapshotOperation<I, O> extends Operation<I, O> {}
