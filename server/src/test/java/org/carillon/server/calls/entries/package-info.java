/** Tests of the entries of flows. */
@NullMarked
package org.carillon.server.calls.entries;

import org.jspecify.annotations.NullMarked;
