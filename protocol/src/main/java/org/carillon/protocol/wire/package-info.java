/**
 * An HTTP request and answer as the protocol layer sees them: raw path and query, headers in order,
 * a bounded body.
 */
@NullMarked
package org.carillon.protocol.wire;

import org.jspecify.annotations.NullMarked;
