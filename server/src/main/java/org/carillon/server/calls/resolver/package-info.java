/** Resolves which steps a call would take, through flows, lines and trunks. */
@NullMarked
package org.carillon.server.calls.resolver;

import org.jspecify.annotations.NullMarked;
