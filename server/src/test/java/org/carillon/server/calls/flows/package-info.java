/** Tests of call flows. */
@NullMarked
package org.carillon.server.calls.flows;

import org.jspecify.annotations.NullMarked;
